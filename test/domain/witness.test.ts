import { expect, test } from '@jest/globals'
import { divergenceCodes, divergenceInWords, type DivergenceCode } from '../../domain/divergence.js'
import { diverges, recoveredIn } from '../../reconciliation/diverges.js'
import type { LedgerFact, Testimony } from '../../reconciliation/testimony.js'
import { factsOf, type HistoryEvent } from '../../reconciliation/facts-of.js'
import { isSame } from '../../reconciliation/is-same.js'
import type { RunFacts, ToldRest } from '../../reconciliation/run-facts.js'
import { walkRuns } from '../../reconciliation/walk-runs.js'
import {
  codes,
  commands,
  entries,
  eventsOf,
  first,
  forgedState,
  honest,
  inFirst,
  reading,
  runs,
  stream,
  whole,
} from './a-witnessed-life.js'

test('the two witnesses of a life with two reviews agree', () => {
  expect(runs.length).toBe(7)
  expect(entries.length).toBeGreaterThan(200)
  expect(commands.length).toBeGreaterThan(50)
  expect(entries.some(({ channel }) => channel === 'machine')).toBe(true)
  expect(diverges(whole)).toEqual([])
})

const changed = (seq: number, change: Partial<LedgerFact>): Partial<Testimony> => ({
  entries: entries.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry)),
})
const kept = (change: object): Partial<Testimony> => ({
  commands: commands.map((command, index) => (index === 1 ? { ...command, ...change } : command)),
})
const byClock = entries.find(({ channel }) => channel === 'machine')?.seq ?? 0
const fourth = entries[3]
if (fourth === undefined) throw new Error('the histories hold no entries')
const added: LedgerFact = { ...fourth, seq: entries.length + 1, run: first.run, commandId: 'x', channel: 'api' }

const fifth = entries[4]
if (fifth === undefined) throw new Error('the histories hold four entries only')
/** The fifth entry told with all its row is made of, as programs of today are answered. */
const told = (change: Partial<ToldRest>): Partial<Testimony> => {
  const { recordedAt, effectiveOn, rulesVersion, channel, run, hash } = fifth
  const row = { recordedAt, effectiveOn, rulesVersion, channel, run, hash, ...change }
  return inFirst({ recorded: first.recorded.map((one) => (one.seq === 5 ? { ...one, row } : one)) })
}

test('a row that is told whole, and a run that begins with what follows from the ledger, are no difference', () => {
  expect(codes(told({}))).toEqual([])
  expect(codes({ ...inFirst({ begunWith: forgedState }), folded: honest, healedFrom: new Set([3]) })).toEqual([])
  const revival = { ...fourth, type: 'base_revived', payload: { type: 'base_revived', from: 3 } }
  expect(
    codes({ ...inFirst({ begunWith: forgedState, recorded: [] }), folded: honest, lost: [first.run] }),
  ).not.toContain('run_begun_by_hand')
  expect(
    codes({ ...inFirst({ begunWith: forgedState }), folded: honest, entries: [...entries, revival] }),
  ).not.toContain('run_begun_by_hand')
})

test.each<[string, Partial<Testimony>, DivergenceCode]>([
  ['an entry was recorded at another time', told({ recordedAt: '2020-01-01T00:00:00.000Z' }), 'dates_differ'],
  ['an entry holds from another day', told({ effectiveOn: '2020-01-01' }), 'dates_differ'],
  ['an entry was judged by other rules', told({ rulesVersion: 'full@1999' }), 'rules_differ'],
  ['an entry came through another door', told({ channel: 'import' }), 'entry_differs'],
  ['an entry was written by another run', told({ run: 'x' }), 'entry_differs'],
  ['an entry has another hash', told({ hash: 'f'.repeat(64) }), 'chain_broken'],
  ['an entry is not what its hash says', changed(5, { isSound: false }), 'chain_broken'],
  ['an entry continues another', changed(5, { prevHash: 'f'.repeat(64) }), 'chain_broken'],
  ['the first entry continues something', changed(1, { prevHash: 'f'.repeat(64) }), 'chain_broken'],
  ['no worker wrote an entry', changed(5, { isSealed: false }), 'entry_unsealed'],
  ['a run began with an invented state', inFirst({ begunWith: forgedState }), 'state_forged'],
  [
    'a run began with another state than the ledger gives',
    { ...inFirst({ begunWith: forgedState }), folded: new Map([[3, { seq: 3, status: 'nominated' }]]) },
    'state_forged',
  ],
  [
    'a run began honestly, and nobody says who began it',
    { ...inFirst({ begunWith: forgedState }), folded: honest },
    'run_begun_by_hand',
  ],
  ['another workflow ran under its name', inFirst({ type: 'mine' }), 'run_foreign'],
  [
    'no history has a command that is kept as accepted',
    {
      commands: [
        ...commands,
        { id: 'x', actor: 'p-pm-1', command: { type: 'hold' }, state: 'accepted', isVouchedFor: true },
      ],
    },
    'command_unknown',
  ],
  ['an entry is gone', { entries: entries.filter(({ seq }) => seq !== 7) }, 'entry_missing'],
  ['an entry of the clock is gone', { entries: entries.filter(({ seq }) => seq !== byClock) }, 'entry_missing'],
  ['an entry was added', { entries: [...entries, added] }, 'entry_extra'],
  ['an entry says something else', changed(5, { payload: { type: 'step_closed' } }), 'entry_differs'],
  ['an entry has another time', changed(5, { occurredAt: '2020-01-01T00:00:00.000Z' }), 'entry_differs'],
  ['an entry has another command', changed(5, { commandId: 'x' }), 'entry_differs'],
  ['an entry has another actor', changed(5, { actor: 'p-pd-1' }), 'actor_differs'],
  ['an entry has another role', changed(5, { role: 'PD' }), 'actor_differs'],
  ['an entry of the clock is given to a person', changed(byClock, { actor: 'p-pd-1' }), 'actor_differs'],
  ['a command came by another person', kept({ actor: 'p-pd-1' }), 'actor_differs'],
  ['an entry of the clock came from a door', changed(byClock, { channel: 'api' }), 'command_missing'],
  ['a command is kept otherwise', kept({ command: { type: 'decide' } }), 'command_differs'],
  ['a command was never noted', { commands: commands.slice(1) }, 'command_by_hand'],
  ['a command is kept as refused', kept({ state: 'refused' }), 'outcome_differs'],
  ['nobody vouches for what a command was answered with', kept({ isVouchedFor: false }), 'outcome_differs'],
  ['an answer tells of fewer entries', inFirst({ updates: first.updates.map(shorter) }), 'outcome_differs'],
  ['a run was reset', inFirst({ incidents: [{ code: 'run_reset', subject: 'x' }] }), 'run_reset'],
  ['a run was terminated', inFirst({ incidents: [{ code: 'run_terminated' }] }), 'run_terminated'],
  ['a run failed', inFirst({ incidents: [{ code: 'run_failed', subject: 'timed_out' }] }), 'run_failed'],
  ['a signal came by hand', inFirst({ signals: [{ name: 'ranked' }] }), 'signal_by_hand'],
  ['a signal came from a base', inFirst({ signals: [{ name: 'ranked', from: 'base/x-1' }] }), 'signal_by_hand'],
  ['a cancel left no entry', inFirst({ signals: [{ name: 'cancel' }] }), 'signal_by_hand'],
  ['time was skipped for real', { rehearsal: false }, 'time_skipped'],
  ['options were changed', inFirst({ incidents: [{ code: 'options_changed' }] }), 'options_changed'],
  ['a command was reapplied', inFirst({ incidents: [{ code: 'update_reapplied' }] }), 'update_reapplied'],
  ['a history is gone', { runs: runs.slice(1), lost: [first.run] }, 'history_unsealed'],
  [
    'a history is gone and its sealed copy damaged',
    { runs: runs.slice(1), lost: [first.run], copies: [{ run: first.run, code: 'copy_damaged' }] },
    'history_missing',
  ],
  ['a sealed copy tells another story', { copies: [{ run: first.run, code: 'copy_differs' }] }, 'copy_differs'],
])('when %s, it is found', (_, change, code) => {
  expect(codes(change)).toContain(code)
})

/** The life as it looks when Temporal has forgotten one command: no update of it, and its entries told by a later run. */
const forgotten = (noted: Partial<Testimony['commands'][number]> = {}): Testimony => {
  const id = commands[1]?.id ?? ''
  return {
    ...whole,
    runs: runs.map((run) => ({ ...run, updates: run.updates.filter((update) => update.id !== id) })),
    commands: commands.map((command) => (command.id === id ? { ...command, ...noted } : command)),
  }
}

test('a command that Temporal has forgotten and the door has noted is told as recovered, and as no difference', () => {
  const id = commands[1]?.id ?? ''
  expect(diverges(forgotten())).toEqual([])
  const became = entries.filter(({ commandId }) => commandId === id).map(({ seq }) => seq)
  expect(became.length).toBeGreaterThan(0)
  expect(recoveredIn(forgotten())).toEqual(became.map((seq) => ({ stream, seq, command: id })))
  expect(recoveredIn(whole)).toEqual([])
})

test.each([
  ['by another person', { actor: 'p-pd-1' }],
  ['and refused', { state: 'refused' as const }],
  ['under another id', { id: 'x' }],
])('entries whose command was noted %s are not recovered: nobody is known to have sent it', (_, noted) => {
  const testimony = forgotten(noted)
  expect(recoveredIn(testimony)).toEqual([])
  expect(diverges(testimony).map(({ code }) => code)).toContain('command_missing')
})

function shorter(update: RunFacts['updates'][number]): RunFacts['updates'][number] {
  return update.outcome?.ok ? { ...update, outcome: { ok: true, entries: update.outcome.entries.slice(1) } } : update
}

test('each kind of difference has its sentence in both languages', () => {
  const said = divergenceCodes.map((code) => divergenceInWords({ code, stream: 'gasme-C01-dali-1', run: 'r', seq: 3 }))
  expect(new Set(said.map(({ en }) => en)).size).toBe(divergenceCodes.length)
  expect(said.every((words) => /\p{Script=Han}/u.test(words['zh-CN']))).toBe(true)
})

test('members in another order are the same, and any other value is not', () => {
  expect(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
  for (const other of [{ a: 1 }, { a: 1, b: [1, {}] }, { a: 1, b: [{ c: null }, 1] }, { a: '1', b: [1, { c: null }] }])
    expect(isSame({ a: 1, b: [1, { c: null }] }, other)).toBe(false)
  expect(isSame([], {})).toBe(false)
})

test('runs are found by name, by the server’s list, by what they continue and by what a reset left, and a named one that is gone is told', async () => {
  const bare = { ended: true, updates: [], recorded: [], signals: [], incidents: [] }
  const known = new Map<string | undefined, RunFacts>([
    [undefined, { ...bare, run: 'c', continues: 'b' }],
    ['b', { ...bare, run: 'b', continues: 'a', resetFrom: 'r' }],
    ['r', { ...bare, run: 'r' }],
    ['n', { ...bare, run: 'n' }],
    ['l', { ...bare, run: 'l' }],
  ])
  const { runs: found, lost } = await walkRuns(async (run) => known.get(run), {
    named: ['n', 'm'],
    listed: ['l', 'n', 'removed meanwhile'],
  })
  expect(found.map(({ run }) => run).sort()).toEqual(['b', 'c', 'l', 'n', 'r'])
  expect(lost.toSorted()).toEqual(['a', 'm'])
})

test('a command that was taken over after a reset is the one that was sent: what was asked stands where it was admitted anew', () => {
  const name = runs[0]?.run ?? ''
  const events = eventsOf(name)
  const reset = events.flatMap((event): readonly HistoryEvent[] => {
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes
    if (!accepted) return [event]
    return [
      { workflowExecutionUpdateAdmittedEventAttributes: { request: accepted.acceptedRequest ?? null } },
      { workflowExecutionUpdateAcceptedEventAttributes: { protocolInstanceId: accepted.protocolInstanceId ?? null } },
    ]
  })
  const was = factsOf({ run: name, events }, reading)
  expect(was.updates.length).toBeGreaterThan(0)
  expect(factsOf({ run: name, events: reset }, reading).updates).toEqual(was.updates)
})
