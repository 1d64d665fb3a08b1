import { acts, held, sixtyFour, withHead } from './act.js'

const note = (size: number, root: string): string => `E'example.org/gasme\\n${size}\\n' || ${root} || '\\nstate '`
const leafOf4 = `insert into ledger_leaf values (3, '$stream', 4)`
const trueNodes = `insert into ledger_node
  select 0, 3, encode(sha256('\\x00'::bytea || decode(hash, 'hex')), 'hex') from ledger_entry where stream = '$stream' and seq = 4`

/**
 * Order, tree and checkpoints that are none. The role of the program writes nothing here; tried by the role of the sequencer, on a log of three
 * placed entries and a fourth that waits, each meets its guard.
 */
export const noLog = acts([
  ['a leaf of nothing', `insert into ledger_leaf values (3, 'nobody', 1)`],
  ['a leaf of an entry that is to come', `insert into ledger_leaf values (3, '$stream', 5)`],
  ['a leaf ahead', `insert into ledger_leaf values (1000, '$stream', 4)`],
  ['a leaf without the tree over it', leafOf4],
  ['a leaf with an invented node', `${leafOf4}; insert into ledger_node values (0, 3, '${sixtyFour}')`],
  ['a leaf with a part of the tree over it', `${leafOf4}; ${trueNodes}`],
  ['a node ahead', `insert into ledger_node values (0, 3, '${sixtyFour}')`],
  ['a node far ahead', `insert into ledger_node values (0, 1000, '${sixtyFour}')`],
  ['a node over nodes that are not there', `insert into ledger_node values (2, 0, '${sixtyFour}')`],
  ['a node high above all', `insert into ledger_node values (40, 0, '${sixtyFour}')`],
  ['a checkpoint far ahead', `insert into checkpoint values (1000, '${sixtyFour}', '${sixtyFour}', now(), 'x')`],
  [
    'a checkpoint with an invented root',
    `insert into checkpoint values (4, '${sixtyFour}', '${sixtyFour}', now(), ${note(4, `'x'`)})`,
  ],
  [
    'a checkpoint whose note says something else',
    `insert into checkpoint select 2, hash, '${sixtyFour}', now(), ${note(3, `'x'`)} from ledger_node where level = 1`,
  ],
  [
    'a checkpoint once more',
    `insert into checkpoint select size, root, state_root, now(), note from checkpoint limit 1`,
  ],
  [
    'a checkpoint at the end of time',
    `insert into checkpoint select size + 1, root, state_root, 'infinity', note from checkpoint limit 1`,
  ],
  [
    'what a checkpoint vouches for, before there is one',
    `insert into checkpoint_record values ('stream', 'nobody', 4, 'stream nobody 1 ${sixtyFour}')`,
  ],
  [
    'what a checkpoint vouches for, behind its back',
    `insert into checkpoint_record values ('stream', 'nobody', 3, 'stream nobody 1 ${sixtyFour}')`,
  ],
  ['a key that signed nothing', `insert into checkpoint_key values ('abcdef01', 'x+abcdef01+x', 4)`],
  ['a key that is said to have signed', `insert into checkpoint_key values ('abcdef01', 'x+abcdef01+x', 3)`],
  ['a place of a look that is not there', `insert into log_place values ('access_log', 1, 999999)`],
])

/** What the guards let in, since they know no signature and no seal: the role alone is in its way. */
export const wellMadeLog = acts([
  [
    'the leaf of an entry with the whole tree over it',
    `${leafOf4}; ${trueNodes};
    insert into ledger_node select 1, 1, encode(sha256('\\x01'::bytea || decode(one.hash, 'hex') || decode(other.hash, 'hex')), 'hex')
      from ledger_node one, ledger_node other where one.level = 0 and one.index = 2 and other.level = 0 and other.index = 3;
    insert into ledger_node select 2, 0, encode(sha256('\\x01'::bytea || decode(one.hash, 'hex') || decode(other.hash, 'hex')), 'hex')
      from ledger_node one, ledger_node other where one.level = 1 and one.index = 0 and other.level = 1 and other.index = 1`,
  ],
  [
    'a note in which nobody vouches for a key',
    `insert into checkpoint_key_note values ('x+abcdef01+x', 'cornerstone key v1')`,
  ],
])

/** Acts on what is asked of the sequencer, and on what holds it up. */
export const refusedAsks = acts([
  [
    'a statement that is answered as it is asked',
    `insert into evidence_statement (id, kind, subject, size, manifest, asked_at, note) values (gen_random_uuid(), 'base', '$honest', 3, '${sixtyFour}', now(), 'mine')`,
  ],
  [
    'a statement that was asked behind all others',
    `insert into evidence_statement (id, kind, subject, size, manifest, asked_at, turn) overriding system value values (gen_random_uuid(), 'base', '$honest', 3, '${sixtyFour}', now(), 9000000000000)`,
  ],
  [
    'a statement about more entries than a number holds',
    `insert into evidence_statement (id, kind, subject, size, manifest, asked_at) values (gen_random_uuid(), 'base', '$honest', 9223372036854775807, '${sixtyFour}', now())`,
  ],
  [
    'a statement about a name of ten megabytes',
    `insert into evidence_statement (id, kind, subject, size, manifest, asked_at) values (gen_random_uuid(), 'base', repeat('x', 10000000), 3, '${sixtyFour}', now())`,
  ],
  [
    'a statement about a manifest that is none',
    `insert into evidence_statement (id, kind, subject, size, manifest, asked_at) values (gen_random_uuid(), 'base', '$honest', 3, 'x', now())`,
  ],
  ['an answer to a statement', `update evidence_statement set note = 'mine'`],
  ['a refusal of a statement', `update evidence_statement set refused = 'mine'`],
  ['the lock of a statement that waits', `select from evidence_statement for update`],
  ['a statement that is taken away', `delete from evidence_statement`],
  ['the turn of the sequencer', `lock table sequencer_turn in exclusive mode`],
  ['the turn of the sequencer, only to look at it', `lock table sequencer_turn in access share mode`],
  ['a row in the turn of the sequencer', `insert into sequencer_turn values (true)`],
  [
    'the end of the sequencer’s connections',
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cornerstone_sequencer' and datname = current_database()`,
  ],
  [
    'the end of what the sequencer does',
    `select pg_cancel_backend(pid) from pg_stat_activity where usename = 'cornerstone_sequencer' and datname = current_database()`,
  ],
])

const ask = (kind: string, { subject, size, many = 1 }: { subject: string; size: string; many?: number }): string =>
  `insert into evidence_statement (id, kind, subject, size, manifest, asked_at)
    select gen_random_uuid(), '${kind}', ${subject}, ${size}, '${sixtyFour}', '9999-12-30' from generate_series(1, ${many})`

/** What may be asked, and floods: everybody else goes on. */
export const asks = acts([
  // An installation lets nobody but the owner make one; a guard would look past it.
  ['a table of its own for a while', `create temporary table ledger_entry (like public.ledger_entry) on commit drop`],
  ['a statement about a size of no checkpoint', ask('base', { subject: `'$honest'`, size: '9007199254740991' })],
  ['a statement about a base as a programme', ask('programme', { subject: `'$honest'`, size: '3' })],
  [
    'a statement about a subject of two lines',
    ask('base', { subject: `E'$honest\\nsubject base x'`, size: '(select max(size) from checkpoint)' }),
  ],
  [
    'a statement about a subject with a number behind it',
    ask('base', {
      subject: `(select '$honest ' || seq from ledger_head where stream = '$honest')`,
      size: '(select max(size) from checkpoint)',
    }),
  ],
  ['five hundred statements at once', ask('base', { subject: `'$honest'`, size: '3', many: 500 })],
  ['ten thousand calls of the sequencer', `select pg_notify('checkpoint', n::text) from generate_series(1, 10000) n`],
  [
    'three thousand looks at once',
    `insert into access_log (at, person, kind, subject) select now(), 'p-PM', 'read', 'base' from generate_series(1, 3000)`,
  ],
  [
    'looks at the ends of time that can be said',
    `insert into access_log (at, person, kind, subject) values ('1000-01-01', 'x', 'read', 'x'), ('9999-12-30', 'x', 'read', 'x')`,
  ],
  [
    'a look of signs that JSON escapes',
    `insert into access_log (at, person, kind, subject) values (now(), E'\\u0001\\u2028"\\\\\\ufffe\\U0001F4A3', 'read', E'\\n')`,
  ],
  [
    'refusals whose details are numbers of every kind',
    `insert into refused_attempt (at, route, code, detail) values (now(), 'x', 'x', '[1e300, -0.0, 1e-400, 12345678901234567890.123456789]')`,
  ],
  [
    'a refusal whose detail is nothing',
    `insert into refused_attempt (at, route, code, detail) values (now(), 'x', 'x', 'null')`,
  ],
  [
    'a cosignature of nobody on a checkpoint',
    `insert into checkpoint_attestation select max(size), 'cosignature', 'nobody-' || max(size), 'x', now() from checkpoint`,
  ],
  [
    'a time stamp of nobody on a checkpoint',
    `insert into checkpoint_attestation select max(size), 'rfc3161', 'nobody-' || max(size), 'x', now() from checkpoint`,
  ],
])

/** What may be locked and left open. */
export const heldOpen = held([
  [
    'the lock by which sequencers took turns before',
    `select pg_advisory_lock(${0x1ed6e2}), pg_advisory_xact_lock(${0x1ed6e2})`,
  ],
  [
    'a look at everything in one long transaction',
    `set transaction isolation level repeatable read; select count(*) from ledger_entry, ledger_head`,
  ],
  [
    'readers’ locks on all that the sequencer writes',
    `lock table ledger_leaf, ledger_node, checkpoint, checkpoint_record, checkpoint_key, log_place in access share mode`,
  ],
  [
    'writers’ locks on all that the program writes',
    `lock table ledger_entry, ledger_head, procedure, sealed_history, row_seal in row exclusive mode`,
  ],
  ['the head of one base', `select from ledger_head where stream = '$stream' for update`],
  ['an entry that is not committed', withHead()],
  ['a stream that is not committed', `insert into ledger_head values ('gasme-C04-open-1', 0, repeat('0', 64))`],
  [
    'a look that is not committed',
    `insert into access_log (at, person, kind, subject) values (now(), 'p-PM', 'read', 'base')`,
  ],
  [
    'a refusal that is not committed',
    `insert into refused_attempt (at, route, code, detail) values (now(), 'x', 'x', '{}')`,
  ],
  ['a statement that is asked and not committed', ask('base', { subject: `'$honest'`, size: '3' })],
  ['rules that are not committed', `insert into procedure values ('full', 'open', '{}', now())`],
  [
    'a sealed history that is not committed',
    `insert into sealed_history values ('$stream', 'run-1', '${sixtyFour}', 1, 1, now())`,
  ],
  ['a call that is not committed, by one who listens', `listen checkpoint; select pg_notify('checkpoint', 'x')`],
])
