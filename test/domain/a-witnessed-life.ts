import { readFileSync, readdirSync } from 'node:fs'
import proto from '@temporalio/proto'
import type { DivergenceCode } from '../../domain/divergence.js'
import { defined } from '../../domain/values/defined.js'
import { diverges } from '../../reconciliation/diverges.js'
import { at, factsOf, numberAt, textAt } from '../../reconciliation/facts-of.js'
import { baseAt } from '../../reconciliation/folded.js'
import { newsTo } from '../../reconciliation/news.js'
import type { RunFacts } from '../../reconciliation/run-facts.js'
import type { LedgerFact, Testimony } from '../../reconciliation/testimony.js'
import { toldIn } from '../../reconciliation/told-rows.js'
import { actorHeader } from '../../workflows/messages.js'

/** The runs of a rehearsed base through two reviews, as the server gave them out. */
const folder = new URL('../replay/histories/2/', import.meta.url)
export const reading = { read: (data: Uint8Array): unknown => JSON.parse(Buffer.from(data).toString()), actorHeader }
export const names = readdirSync(folder)
  .filter((name) => name.startsWith('two-reviews-') && name.endsWith('.binpb'))
  .sort()
export const eventsOf = (name: string) =>
  proto.temporal.api.history.v1.History.decode(readFileSync(new URL(name, folder))).events
/** Their entries with all they are made of, to follow what state they lead to. */
export const rows = names.flatMap((run) => toldIn({ run, events: eventsOf(run) }, reading).rows)
export const runs = names.map((name, index) => {
  const events = eventsOf(name)
  const facts = factsOf({ run: name, events }, reading)
  // A history is called by its file here.
  return {
    ...facts,
    ...defined({ continues: names[index - 1] }),
    recorded: facts.recorded.map(({ row, ...told }) => ({
      ...told,
      ...defined({ row: row ? { ...row, run: name } : undefined }),
    })),
  }
})

const bareRow = { recordedAt: '', effectiveOn: null, rulesVersion: '', channel: 'machine', run: '', hash: '' }
const hashes = new Map(runs.flatMap(({ recorded }) => recorded.map(({ seq, row }) => [seq, row?.hash ?? ''] as const)))

/** The ledger as it must have been: every entry the histories were told of, under the name of the first who acted in it. */
export const entries: readonly LedgerFact[] = runs.flatMap(({ run, recorded }) =>
  recorded.map(({ seq, occurredAt, commandId, event, row }) => {
    const by = recorded.map((one) => (one.commandId === commandId ? at(one.event, 'by') : undefined)).find(Boolean)
    return {
      seq,
      type: textAt(event, 'type') ?? '',
      payload: event,
      occurredAt,
      commandId,
      actor: textAt(by, 'person') ?? null,
      onBehalfOf: textAt(by, 'onBehalfOf') ?? null,
      role: textAt(by, 'role') ?? null,
      ...(row ?? bareRow),
      run,
      prevHash: hashes.get(seq - 1) ?? '0'.repeat(64),
      isSound: true,
      isSealed: true,
    }
  }),
)

export const commands = runs.flatMap(({ updates }) =>
  updates.map(({ id, person = '', command }) => ({
    id,
    actor: person,
    command,
    state: 'accepted' as const,
    isVouchedFor: true,
  })),
)
export const programme = textAt(runs[0]?.updates[0]?.command, 'programme') ?? ''
export const stream = `${programme}-C09-yueqing-1`
export const programmeRun = { run: 'programme-01.binpb', events: eventsOf('programme-01.binpb') }
const ofProgramme = toldIn(programmeRun, reading).rows
export const followedAt = (numbers: readonly number[]) => baseAt(stream, { entries: rows, numbers })
export const whole: Testimony = {
  stream,
  rehearsal: true,
  entries,
  commands,
  runs,
  lost: [],
  settled: [],
  copies: [],
  healedFrom: new Set(),
  folded: followedAt(runs.map(({ begunWith }) => numberAt(begunWith, 'seq') ?? 0)),
  news: newsTo(stream, { programme, entries: ofProgramme.map(({ event }) => ({ type: event.type, payload: event })) }),
}
const [one, two] = runs
if (one === undefined || two === undefined) throw new Error('no history is kept')
export const [first, second] = [one, two]

export const codes = (change: Partial<Testimony>): readonly DivergenceCode[] => [
  ...new Set(diverges({ ...whole, ...change }).map(({ code }) => code)),
]

export const membersOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

export const inFirst = (change: Partial<RunFacts>): Partial<Testimony> => ({
  runs: runs.map((run) => (run === first ? { ...run, ...change } : run)),
})
export const inSecond = (change: Partial<RunFacts>): Partial<Testimony> => ({
  runs: runs.map((run) => (run === second ? { ...run, ...change } : run)),
})
export const forgedState = { seq: 3, status: 'activated' }
/** What the ledger leads to after its third entry, where the forged state is the true one. */
export const honest = new Map<number, unknown>([...whole.folded, [3, { status: 'activated', seq: 3 }]])
