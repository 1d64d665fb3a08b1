import { acts, seal, sixtyFour } from './act.js'

const seat = (id: string, changes: Readonly<Record<string, string>> = {}): string => {
  const own: Readonly<Record<string, string>> = {
    id: `'${id}'`,
    programme: `'gasme'`,
    person: `'p-PM'`,
    organisation: `'o-programme'`,
    role: `'PD'`,
    from_at: `'2026-01-01'`,
    granted_seq: '1',
    ...changes,
  }
  return `insert into mandate (${Object.keys(own).join(', ')}) values (${Object.values(own).join(', ')})`
}
const sealOf = (kind: string, subject: string): string =>
  `insert into row_seal values ('${kind}', '${subject}', ${seal}) on conflict do nothing`
const rules = (version: string, body = `(select body from procedure where id = 'full' limit 1)`): string =>
  `insert into procedure values ('full', '${version}', ${body}, '2026-12-01')`
const history = (changes: Readonly<Record<string, string>> = {}): string => {
  const own = {
    stream: `'$stream'`,
    run: `'run-1'`,
    sha256: `'${sixtyFour}'`,
    size: '1',
    events: '1',
    sealed_at: `'2026-01-01'`,
    seal,
    ...changes,
  }
  return `insert into sealed_history (${Object.keys(own).join(', ')}) values (${Object.values(own).join(', ')})`
}
const note = (
  id: string,
  changes = '',
): string => `insert into command (id, stream, route, actor, body_hash, body, state, received_at, seal)
  values (${id}, '$stream', 'POST /x', 'p-PM', '', '{"command":{"type":"hold"}}', 'sent', '2026-01-01', ${seal}) ${changes}`

/** Rules, seats, notes, histories and logs that PostgreSQL refuses. */
export const refusedRows = acts([
  ['rules from before all time', `insert into procedure values ('full', 'mine', '{}', '-infinity')`],
  ['rules from the end of time', `insert into procedure values ('full', 'mine', '{}', 'infinity')`],
  ['rules with a number no reader can say', rules('mine', `'{"x":1e999}'`)],
  ['rules deeper than anybody writes', rules('mine', `(repeat('[', 2000) || repeat(']', 2000))::jsonb`)],
  ['rules of two megabytes', rules('mine', `jsonb_build_object('x', repeat('x', 2000000))`)],
  ['rules with a name of a megabyte', `insert into procedure values ('full', repeat('x', 1000000), '{}', now())`],
  ['rules of a kind there is not', `insert into procedure values ('mine', '1', '{}', now())`],
  ['rules under a name that is taken', `insert into procedure select id, version, '{}', in_force_from from procedure`],
  ['other rules under the old name', `update procedure set body = '{}'`],
  ['rules that were always in force', `update procedure set in_force_from = '1000-01-01'`],
  ['rules that are taken away', `delete from procedure`],
  ['a seat from before all time', seat('m-mine', { from_at: `'-infinity'` })],
  ['a seat that never ends', seat('m-mine', { until_at: `'infinity'` })],
  ['a seat in another role', `update mandate set role = 'PD' where id = 'm-PM'`],
  ['a seat of somebody else', `update mandate set person = 'p-SO' where id = 'm-PM'`],
  ['a seat from another day', `update mandate set from_at = '2020-01-01' where id = 'm-PM'`],
  ['a seat for another base', `update mandate set base = '$stream' where id = 'm-PM'`],
  ['a seat that is taken away', `delete from mandate where id = 'm-PM'`],
  ['a seat that is given back', `update mandate set revoked_at = null where id = 'm-gone'`],
  ['a seal of a kind there is not', `insert into row_seal values ('history', '$stream run-1', ${seal})`],
  ['a seal that is none', `insert into row_seal values ('seat', 'm-PM', 'x')`],
  ['a seal that is changed', `update row_seal set seal = ${seal}`],
  ['a seal that is taken away', `delete from row_seal`],
  ['a history sealed at the end of time', history({ sealed_at: `'infinity'` })],
  ['a history larger than a number holds', history({ size: '9223372036854775807' })],
  ['a history of no events', history({ events: '0' })],
  ['a history that is changed', `update sealed_history set sha256 = '${sixtyFour}'`],
  ['a history that is taken away', `delete from sealed_history`],
  [
    'a command from before all time, which is the first to be sent again',
    note('gen_random_uuid()').replace(`'2026-01-01'`, `'-infinity'`),
  ],
  ['a command that is taken away', `delete from command`],
  ['a command that makes room for itself under another id', `update command set id = gen_random_uuid()`],
  ['a programme under other rules', `update programme set procedure = 'light'`],
  ['a programme that rehearses from now on', `update programme set rehearsal = true, namespace = 'elsewhere'`],
  ['a cluster with other figures', `update cluster set record = '{}', record_hash = '${sixtyFour}'`],
  [
    'a letter that is due before all others',
    `insert into letter (programme, base, seq, kind, recipient, language, facts, queued_at, next_attempt_at)
      values ('gasme', '$stream', 9, 'held', 'p-PM', 'en', '{}', now(), '-infinity')`,
  ],
  ['a letter that is taken away', `delete from letter`],
  [
    'a time stamp on no checkpoint',
    `insert into checkpoint_attestation values (9000000, 'rfc3161', 'tsa', 'x', now())`,
  ],
  [
    'a time stamp of the end of time',
    `insert into checkpoint_attestation select max(size), 'rfc3161', 'tsa', 'x', 'infinity' from checkpoint`,
  ],
  ['a time stamp that is changed', `update checkpoint_attestation set body = 'x'`],
  [
    'a look under a number of one’s own',
    `insert into access_log (id, at, person, kind, subject) overriding system value values (900, now(), 'x', 'read', 'x')`,
  ],
  [
    'a refusal under a number of one’s own',
    `insert into refused_attempt (id, at, route, code, detail) overriding system value values (900, now(), 'x', 'x', '{}')`,
  ],
  ['the number of the next look', `select nextval('access_log_id_seq')`],
  ['the number of all looks to come', `select setval('access_log_id_seq', 9000000000000000)`],
  ['the number of all refusals to come', `select setval('refused_attempt_id_seq', 1)`],
  [
    'a look of a megabyte',
    `insert into access_log (at, person, kind, subject) values (now(), repeat('x', 1000000), 'read', 'x')`,
  ],
  [
    'a refused attempt of a hundred kilobytes, of which thousands hold up every checkpoint',
    `insert into refused_attempt (at, route, code, detail) values (now(), 'GET /', 'x', ('[' || repeat('{},', 24998) || '{}]')::jsonb)`,
  ],
  [
    'a look at the end of time',
    `insert into access_log (at, person, kind, subject) values ('infinity', 'x', 'read', 'x')`,
  ],
  [
    'a refusal of a megabyte',
    `insert into refused_attempt (at, route, code, detail) values (now(), 'x', 'x', jsonb_build_object('x', repeat('x', 1000000)))`,
  ],
  [
    'a refusal with a number no reader can say',
    `insert into refused_attempt (at, route, code, detail) values (now(), 'x', 'x', '{"x":-1e999}')`,
  ],
  [
    'a refusal deeper than anybody writes',
    `insert into refused_attempt (at, route, code, detail) values (now(), 'x', 'x', (repeat('[', 2000) || repeat(']', 2000))::jsonb)`,
  ],
  ['a text that is taken away', `delete from text`],
  ['an erasure that is taken away', `delete from erasure`],
  ['a base that is taken away', `delete from base where id = '$stream'`],
  ['a report of the comparison that is changed', `update reconciliation set found = 0`],
])

/** What the role of the program has to be let, and what must change nothing that anybody takes for true. */
export const takenRows = acts([
  ['a call in the list that nobody opened', `update programme set open_call = 'call-99', window_ends = '2040-01-01'`],
  ['rules that nobody put in place', rules('mine')],
  ['rules with an invented seal', `${rules('mine-sealed')}; ${sealOf('rules', 'full@mine-sealed')}`],
  [
    'rules with the seal of true ones',
    `${rules('mine-copied')};
    insert into row_seal select 'rules', 'full@mine-copied', seal from row_seal where kind = 'rules' limit 1`,
  ],
  ['rules that are nothing', rules('mine-null', `'null'`)],
  [
    'fifty versions of the rules, each newer than the last',
    `insert into procedure select 'full', 'flood-' || n, '{}', '2026-12-01'::timestamptz + n * interval '1 hour' from generate_series(1, 50) n`,
  ],
  [
    'five thousand invented seals of a true version',
    `insert into row_seal select 'rules', id || '@' || version, lpad(n::text, 8, '0') || '.' || repeat('a', 64) from procedure, generate_series(1, 5000) n where id = 'full' and version not like 'mine%' and version not like 'flood%'`,
  ],
  ['a seat that nobody granted', seat('m-mine')],
  ['a seat with an invented seal', `${seat('m-mine-sealed')}; ${sealOf('seat', 'm-mine-sealed')}`],
  [
    'a seat with the seal of a true one',
    `${seat('m-mine-copied')};
    insert into row_seal select 'seat', 'm-mine-copied', seal from row_seal where kind = 'seat' and subject = 'm-PM' limit 1`,
  ],
  ['a seat for one base', seat('m-mine-base', { base: `'$stream'` })],
  ['a seat that is lent', seat('m-mine-lent', { delegator: `'p-PM'`, lends: `'m-PM'`, until_at: `'2099-01-01'` })],
  [
    'five thousand invented seals of a true seat',
    `insert into row_seal select 'seat', 'm-PM', lpad(n::text, 8, '0') || '.' || repeat('b', 64) from generate_series(1, 5000) n`,
  ],
  ['a seat taken back by nobody', `update mandate set revoked_at = now() where id = 'm-LG'`],
  ['the history of a run, sealed in advance with an invented hash', history()],
  ['the history of a run, sealed by nobody', history({ seal: `''` })],
  ['the history of a run that wrote nothing', history({ run: `'run-9'` })],
  ['the history of a run of another base', history({ stream: `'gasme-C01-dali-1'` })],
  [
    'the history of a run under the seal of another one',
    history({ seal: `(select seal from sealed_history where stream = '$honest' limit 1)` }),
  ],
  [
    'another history of a run that is sealed',
    history({ stream: `'$honest'`, run: `'run-of-$honest'`, sealed_at: `'1000-01-01'` }),
  ],
  [
    'the true hash of a sealed run with other events',
    `insert into sealed_history
    select stream, run, sha256, size, events + 1, '1000-01-01', '00000001' || substr(seal, 9) from sealed_history where stream = '$honest' and sha256 <> '${sixtyFour}' limit 1`,
  ],
  [
    'two hundred histories of one run',
    `insert into sealed_history
    select '$stream', 'run-1', repeat('a', 64), 1, n, now(), lpad(n::text, 8, '0') || '.' || repeat('c', 64) from generate_series(1, 200) n`,
  ],
  ['a command that nobody sent', note('gen_random_uuid()')],
  [
    'the answer to a command that nobody sent',
    note(
      'gen_random_uuid()',
      `returning 1; update command set state = 'accepted', outcome = '{"ok":true}' where seal = ${seal}`,
    ),
  ],
  [
    'words that nobody wrote',
    `insert into text (id, stream, author, salt, hash, body, created_at) values (gen_random_uuid(), '$honest', 'p-PM', 'x', '${sixtyFour}', 's1.x', now())`,
  ],
  [
    'words of ten megabytes',
    `insert into text (id, stream, author, salt, hash, body, created_at) values (gen_random_uuid(), '$honest', 'p-PM', 'x', '${sixtyFour}', 's1.' || repeat('x', 10000000), now())`,
  ],
  [
    'an erasure that nobody asked for',
    `insert into erasure (programme, person, requested_at) values ('gasme', 'p-SO', '2026-01-01')`,
  ],
  ['the key of a person who left no words', `delete from person_key where person = 'p-SO'`],
  [
    'a base that is shown where it is not',
    `update base set stage = 'launch', status = 'active_green' where id = '$stream'`,
  ],
  ['a base that is shown as closed', `update base set closed_at = '2026-01-01' where id = '$stream'`],
  [
    'a base that is shown at another entry',
    `update base set head_seq = 400, head_hash = '${sixtyFour}' where id = '$stream'`,
  ],
  [
    'a step that is shown as done',
    `update step set closed_at = now(), outcome = 'submit', how = 'act' where base = '$stream'`,
  ],
  ['a slot that is shown as taken', `insert into slot values ('gasme', 9, '$stream')`],
  [
    'a step that nobody acted in',
    `insert into step_act select (jsonb_populate_record(null::step_act, to_jsonb(one) || '{"seq":900}')).* from step_act one limit 1`,
  ],
  [
    'a report of a comparison that nobody made',
    `insert into reconciliation (programme, key, made_at, streams, runs, entries, commands, found, divergences, recovered)
    values ('gasme', 'mine $stream', now(), 1, 1, 1, 1, 0, '[]', 0)`,
  ],
  [
    'a scan that nobody handed in',
    `insert into scan values ('$stream', '${sixtyFour}', 'application/pdf', 1, 'p-PM', now())`,
  ],
  [
    'a paper that nobody made',
    `insert into document_order values ('$stream', 'mine', 'mou_text', '{en}', 3, now());
      insert into document values ('$stream', 'mine', 'mou_text', 'en', '${sixtyFour}', 1, 3, now())`,
  ],
  [
    'a letter that nobody wrote',
    `insert into letter (programme, base, seq, kind, recipient, language, facts, queued_at, next_attempt_at)
    values ('gasme', '$stream', 9, 'held', 'p-PM', 'en', '{}', now(), now())`,
  ],
])
