import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import proto from '@temporalio/proto'
import { divergenceCodes, divergenceInWords, type DivergenceCode } from '../../domain/witness/divergence.js'
import { diverges, recoveredIn, type LedgerFact, type Testimony } from '../../domain/witness/diverges.js'
import { factsOf, textAt, at } from '../../domain/witness/facts-of.js'
import { isSame } from '../../domain/witness/is-same.js'
import type { RunFacts } from '../../domain/witness/run-facts.js'
import { walkRuns } from '../../domain/witness/walk-runs.js'
import { actorHeader } from '../../workflows/messages.js'

/** The runs of a rehearsed base through two reviews, as the server gave them out. */
const folder = new URL('../replay/histories/1/', import.meta.url)
const reading = { read: (data: Uint8Array): unknown => JSON.parse(Buffer.from(data).toString()), actorHeader }
const runs = readdirSync(folder)
  .filter((name) => name.startsWith('two-reviews-') && name.endsWith('.binpb'))
  .sort()
  .map((name) => {
    const { events } = proto.temporal.api.history.v1.History.decode(readFileSync(new URL(name, folder)))
    return factsOf({ run: name, events }, reading)
  })

/** The ledger as it must have been: every entry the histories were told of, under the name of the first who acted in it. */
const entries: readonly LedgerFact[] = runs.flatMap(({ run, recorded, updates }) =>
  recorded.map(({ seq, occurredAt, commandId, event }) => {
    const by = recorded.map((one) => (one.commandId === commandId ? at(one.event, 'by') : undefined)).find(Boolean)
    const update = updates.find(({ id }) => id === commandId)
    return {
      ...{ seq, type: textAt(event, 'type') ?? '', payload: event, occurredAt, commandId, run },
      ...{ actor: textAt(by, 'person') ?? null, onBehalfOf: textAt(by, 'onBehalfOf') ?? null },
      ...{ role: textAt(by, 'role') ?? null, channel: update?.channel ?? 'machine' },
    }
  }),
)

const commands = runs.flatMap(({ updates }) =>
  updates.map(({ id, person = '', command }) => ({ id, actor: person, command, state: 'accepted' as const })),
)
const stream = textAt(runs[0]?.updates[0]?.command, 'programme') + '-C09-yueqing-1'
const whole: Testimony = { stream, rehearsal: true, entries, commands, runs, lost: [] }
const [first] = runs
if (first === undefined) throw new Error('no history is kept')

const codes = (change: Partial<Testimony>): readonly DivergenceCode[] => [
  ...new Set(diverges({ ...whole, ...change }).map(({ code }) => code)),
]

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
const inFirst = (change: Partial<RunFacts>): Partial<Testimony> => ({
  runs: runs.map((run) => (run === first ? { ...run, ...change } : run)),
})
const kept = (change: object): Partial<Testimony> => ({
  commands: commands.map((command, index) => (index === 1 ? { ...command, ...change } : command)),
})
const byClock = entries.find(({ channel }) => channel === 'machine')?.seq ?? 0
const fourth = entries[3]
if (fourth === undefined) throw new Error('the histories hold no entries')
const added: LedgerFact = { ...fourth, seq: entries.length + 1, run: first.run, commandId: 'x', channel: 'api' }

test.each<[string, Partial<Testimony>, DivergenceCode]>([
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
  ['a history is gone', { runs: runs.slice(1), lost: [first.run] }, 'history_missing'],
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

test('runs are found by name, by what they continue and by what a reset left, and one that is gone is told', async () => {
  const bare = { ended: true, updates: [], recorded: [], signals: [], incidents: [] }
  const known = new Map<string | undefined, RunFacts>([
    [undefined, { ...bare, run: 'c', continues: 'b' }],
    ['b', { ...bare, run: 'b', continues: 'a', resetFrom: 'r' }],
    ['r', { ...bare, run: 'r' }],
    ['n', { ...bare, run: 'n' }],
  ])
  const { runs: found, lost } = await walkRuns(async (run) => known.get(run), ['n'])
  expect(found.map(({ run }) => run).sort()).toEqual(['b', 'c', 'n', 'r'])
  expect(lost).toEqual(['a'])
})
