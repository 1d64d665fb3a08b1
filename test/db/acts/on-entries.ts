import { acts, begun, entry, head, sixtyFour, withHead } from './act.js'

/** What is no ledger: PostgreSQL refuses it, whoever inserts it. */
export const noEntries = acts([
  ['a head a thousand entries on', `update ledger_head set seq = seq + 1000 where stream = '$stream'`],
  ['a head of an entry that is not there', head],
  [
    'a head that goes back',
    `update ledger_head set seq = 3, hash = (select hash from ledger_entry where stream = '$stream' and seq = 3) where stream = '$stream'`,
  ],
  ['a head of another hash', `update ledger_head set hash = '${sixtyFour}' where stream = '$stream'`],
  [
    'a head that is given to another stream',
    `update ledger_head set stream = 'gasme-C01-dali-1' where stream = '$stream'`,
  ],
  ['a head that is taken away', `delete from ledger_head where stream = '$stream'`],
  ['a head that begins with another hash', `insert into ledger_head values ('gasme-C01-dali-1', 0, '${sixtyFour}')`],
  ['a head far on in a stream of nobody', `insert into ledger_head values ('gasme-C01-dali-1', 3, '${sixtyFour}')`],
  ['a head of a name too long to be read', `insert into ledger_head values (repeat('x', 201), 0, repeat('0', 64))`],
  ['an entry its head does not know', entry()],
  ['an entry behind a gap', withHead({ seq: 'seq + 2' })],
  ['an entry in the place of one', entry({ seq: 'seq' })],
  ['an entry that continues another chain', withHead({ prev_hash: `'${sixtyFour}'` })],
  [
    'the first entry of a stream without a head',
    entry({ stream: `'gasme-C01-dali-1'`, seq: '1', prev_hash: `repeat('0', 64)` }),
  ],
  [
    'the second entry of a stream without a first',
    entry({ stream: `'gasme-C01-dali-1'`, seq: '2', prev_hash: `repeat('0', 64)` }),
  ],
  ['an entry recorded at the end of time', withHead({ recorded_at: `'infinity'` })],
  ['an entry recorded before all time', withHead({ recorded_at: `'-infinity'` })],
  ['an entry of a year that no reader can say', withHead({ recorded_at: `'200000-01-01'` })],
  ['an entry that happened at the end of time', withHead({ occurred_at: `'infinity'` })],
  ['an entry that holds from the end of time', withHead({ effective_on: `'infinity'` })],
  ['an entry without a seal', withHead({ seal: 'null' })],
  ['an entry with something else for a seal', withHead({ seal: `'sealed'` })],
  ['an entry with a seal of ten megabytes', withHead({ seal: `repeat('a', 10000000)` })],
  ['an entry whose hash is none', withHead({ hash: `'x'` })],
  ['an entry of a command with a name of ten megabytes', withHead({ command_id: `repeat('a', 10000000)` })],
  ['an entry of a run with a name of ten megabytes', withHead({ workflow_run: `repeat('a', 10000000)` })],
  ['an entry in a role that there is not', withHead({ role: `'XX'` })],
  ['an entry over a channel that there is not', withHead({ channel: `'wire'` })],
  ['another past beside the chain', `${entry({ seq: '4', prev_hash: 'prev_hash' })}`],
  [
    'an entry that takes the place of another where both are met',
    `insert into ledger_entry select * from ledger_entry where stream = '$stream' and seq = 1 on conflict (stream, seq) do update set actor = 'x'`,
  ],
])

const inThePast = `recorded_at - interval '30 days'`

/** Well-formed entries with their heads: PostgreSQL cannot see a seal and takes them. */
export const forgedEntries = acts([
  ['an entry with an invented seal', withHead()],
  ['an entry with the seal of the one before', withHead({ seal: 'seal' })],
  [
    'an entry with the seal of the same place elsewhere',
    withHead({ seal: `(select seal from ledger_entry where stream = '$honest' and seq = 5)` }),
  ],
  [
    'an entry with hash and seal of the same place elsewhere',
    `${entry({ hash: `(select hash from ledger_entry where stream = '$honest' and seq = 5)`, seal: `(select seal from ledger_entry where stream = '$honest' and seq = 5)` })};
    update ledger_head set seq = 5, hash = (select hash from ledger_entry where stream = '$honest' and seq = 5) where stream = '$stream'`,
  ],
  ['an entry of the command that was answered last', withHead({ command_id: 'command_id' })],
  ['an entry of a command that nobody noted', withHead({ command_id: 'gen_random_uuid()::text' })],
  ['an entry in the name of somebody else', withHead({ actor: `'p-SO'`, role: `'SO'` })],
  ['an entry of the machine', withHead({ channel: `'machine'`, actor: 'null', role: 'null' })],
  ['an entry from paper', withHead({ channel: `'paper'` })],
  ['an entry recorded thirty days ago', withHead({ recorded_at: inThePast, occurred_at: inThePast })],
  ['an entry recorded in the year 1000', withHead({ recorded_at: `'1000-01-01T00:00:00Z'` })],
  ['an entry recorded in the year 9999', withHead({ recorded_at: `'9999-12-30T00:00:00Z'` })],
  ['an entry whose text is not its payload', withHead({ canonical: `'{}'` })],
  ['an entry whose payload is a list', withHead({ payload: `'[]'`, canonical: `'[]'` })],
  ['an entry whose payload is nothing', withHead({ payload: `'null'`, canonical: `'null'` })],
  ['an entry whose payload no reader can say', withHead({ payload: `'{"x":1e999}'` })],
  ['an entry of two megabytes', withHead({ payload: `jsonb_build_object('x', repeat('x', 2000000))` })],
  ['an entry as deep as PostgreSQL goes', withHead({ payload: `(repeat('[', 3000) || repeat(']', 3000))::jsonb` })],
  ['an entry of a kind there is not', withHead({ type: `'crowned'` })],
  ['an entry of rules there are not', withHead({ rules_version: `'full@mine'` })],
  ['an entry of a later form', withHead({ schema_version: '99' })],
  [
    'an entry by which a base is closed',
    withHead({ type: `'base_closed'`, payload: `'{"type":"base_closed"}'`, canonical: `'{"type":"base_closed"}'` }),
  ],
  [
    'an entry by which somebody is erased',
    withHead({ type: `'person_erased'`, payload: `'{"type":"person_erased","person":"p-PM"}'` }),
  ],
  ['the first entry of a base that nobody nominated', begun(`'gasme-C02-forged-1'`)],
  ['the first entry of the programme', begun(`'gasme'`, { command_id: `'founded'` })],
  ['the first entry of a programme that nobody founded', begun(`'mine'`)],
  ['a stream whose name has two lines', begun(`E'gasme-C02-x\\nstream gasme-C02-y 1'`)],
  ['a stream whose name sorts before all', begun(`'!'`)],
  ['a stream of no name', begun(`''`)],
  ['a head that nothing follows', `insert into ledger_head values ('gasme-C02-empty-1', 0, repeat('0', 64))`],
  [
    'a thousand streams that nobody began, recorded before everything',
    `insert into ledger_head select 'gasme-C03-flood-' || n, 0, repeat('0', 64) from generate_series(1, 1000) n;
    ${entry({
      stream: `'gasme-C03-flood-' || n`,
      seq: '1',
      prev_hash: `repeat('0', 64)`,
      recorded_at: `'1000-01-01T00:00:00Z'`,
    }).replace('from ledger_entry', 'from generate_series(1, 1000) n, ledger_entry')};
    update ledger_head set seq = 1, hash = repeat('a', 64) where stream like 'gasme-C03-flood-%'`,
  ],
  [
    'more entries than one look takes, behind a true one',
    `do $do$ begin for n in 5..2300 loop
      ${entry({ seq: 'n', prev_hash: `(select hash from ledger_entry where stream = '$stream' and seq = n - 1)` }).replace("'forged'", `'forged ' || n`)};
    end loop; end $do$;
    update ledger_head set seq = 2300, hash = repeat('a', 64) where stream = '$stream'`,
  ],
])
