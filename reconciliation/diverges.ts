import { at, textAt } from './facts-of.js'
import type { Divergence } from '../domain/divergence.js'
import { isSame } from './is-same.js'
import { rowsDiverge } from './rows-diverge.js'
import type { ToldEntry, ToldUpdate } from './run-facts.js'
import { runsDiverge } from './runs-diverge.js'
import type { KeptCommand, LedgerFact, Testimony } from './testimony.js'

/**
 * Where the two witnesses are at odds; empty when they agree. An entry is held against what the `record` activity of its
 * run answered, which holds for commands of people and of machines alike: the clock, a paper, a session have no update,
 * and are found by run and command id. What a person sent is held against the update of the same id besides: its command,
 * its actor and its answer. A command the validator refused leaves no trace in a history and must have none in the ledger.
 */
export const diverges = (testimony: Testimony): readonly Divergence[] => {
  const found = [
    ...runsDiverge(testimony),
    ...entriesDiverge(testimony),
    ...rowsDiverge(testimony),
    ...updatesDiverge(testimony),
    ...commandsDiverge(testimony),
  ]
  const once = new Map(found.map((one) => [JSON.stringify(one), one]))
  return [...once.values()]
}

const entriesDiverge = (testimony: Testimony): readonly Divergence[] => {
  const { stream, entries, runs, lost } = testimony
  const held = new Map(entries.map((entry) => [entry.seq, entry]))
  const told = new Map<number, ToldEntry>()
  const missing = runs.flatMap(({ run, recorded }) =>
    recorded.flatMap((entry): readonly Divergence[] => {
      told.set(entry.seq, entry)
      const kept = held.get(entry.seq)
      if (kept === undefined) return [{ code: 'entry_missing', stream, run, seq: entry.seq }]
      return againstTold(kept, entry).map((code) => ({ code, stream, run: kept.run, seq: entry.seq }))
    }),
  )
  const by = actors(told)
  const recovered = new Set(recoveredIn(testimony).map(({ seq }) => seq))
  const settled = settledIn(testimony)
  const doors = new Map(runs.flatMap((run) => run.updates.map(({ id, channel }) => [id, channel ?? 'machine'])))
  const isExplained = ({ seq, commandId, channel }: LedgerFact): boolean =>
    doors.has(commandId) || settled.commands.has(commandId) || channel === 'machine' || recovered.has(seq)
  const unsaid = entries.flatMap((entry): readonly Divergence[] => {
    const place = { stream, run: entry.run, seq: entry.seq }
    if (lost.includes(entry.run) || settled.entries.has(entry.seq)) return []
    const known = told.get(entry.seq)
    if (known === undefined) return [{ code: 'entry_extra', ...place }]
    const door = doors.get(entry.commandId)
    const unsent = lost.length === 0 && !isExplained(entry)
    const other =
      !isBy(entry, signatoryOf(known) ?? by.get(known.commandId)) || (door !== undefined && door !== entry.channel)
    return [
      ...(other ? [{ code: 'actor_differs' as const, ...place }] : []),
      ...(unsent ? [{ code: 'command_missing' as const, ...place, subject: entry.commandId }] : []),
    ]
  })
  return [...missing, ...unsaid]
}

/** What the runs that are not read again spoke for. */
const settledIn = ({ settled }: Testimony) => ({
  entries: new Set(settled.flatMap(({ entries }) => entries)),
  commands: new Set(settled.flatMap(({ commands }) => commands)),
})

const againstTold = (kept: LedgerFact, told: ToldEntry): readonly Divergence['code'][] => {
  const { row } = told
  const isRow = row === undefined || (kept.channel === row.channel && kept.run === row.run)
  const isDated = row === undefined || (kept.recordedAt === row.recordedAt && kept.effectiveOn === row.effectiveOn)
  return [
    ...(isAsTold(kept, told) && isRow ? [] : ['entry_differs' as const]),
    ...(isDated ? [] : ['dates_differ' as const]),
    ...(row === undefined || kept.rulesVersion === row.rulesVersion ? [] : ['rules_differ' as const]),
    ...(row === undefined || kept.hash === row.hash ? [] : ['chain_broken' as const]),
  ]
}

const isAsTold = (kept: LedgerFact, { occurredAt, commandId, event }: ToldEntry): boolean =>
  kept.occurredAt === occurredAt &&
  kept.commandId === commandId &&
  kept.type === textAt(event, 'type') &&
  isSame(kept.payload, event)

/** Who acted in each command, by the first of its events that says so: all entries of a command bear that name. */
const actors = (told: ReadonlyMap<number, ToldEntry>): ReadonlyMap<string, unknown> => {
  const by = new Map<string, unknown>()
  for (const { commandId, event } of [...told.values()].toSorted((a, b) => a.seq - b.seq)) {
    const said = at(event, 'by')
    if (said !== undefined && !by.has(commandId)) by.set(commandId, said)
  }
  return by
}

/** What came on paper is the act of whoever signed it, in the same command in which a clerk confirms it (R16). */
const signatoryOf = ({ event }: ToldEntry): unknown =>
  textAt(event, 'type') === 'step_acted' ? at(event, 'by') : undefined

/** An entry of a command that Temporal has forgotten and the ledger has not. */
export interface RecoveredEntry {
  readonly stream: string
  readonly seq: number
  readonly command: string
}

/**
 * Entries that were recovered after a crash: Temporal forgot the command after it was recorded, and a later run took its
 * entries over from the ledger. No history has the command, but the door noted it, from the same person, and keeps it as
 * accepted; so it is told apart from what somebody put into the ledger.
 */
export const recoveredIn = (testimony: Testimony): readonly RecoveredEntry[] => {
  const { stream, entries, commands, runs, lost } = testimony
  if (lost.length > 0) return []
  const sent = sentIn(testimony)
  const told = new Map(runs.flatMap(({ recorded }) => recorded.map((entry) => [entry.seq, entry] as const)))
  const by = actors(told)
  const noted = new Map(commands.map((command) => [command.id, command]))
  return entries.flatMap(({ seq, channel, commandId: command }) => {
    const note = noted.get(command)
    const isForgotten = channel !== 'machine' && !sent.has(command) && told.get(seq)?.commandId === command
    const isNoted = note?.state === 'accepted' && note.actor === textAt(by.get(command), 'person')
    return isForgotten && isNoted ? [{ stream, seq, command }] : []
  })
}

/** Every command that some run accepted. */
const sentIn = (testimony: Testimony): ReadonlySet<string> =>
  new Set([...testimony.runs.flatMap(({ updates }) => updates.map(({ id }) => id)), ...settledIn(testimony).commands])

const isBy = ({ actor, onBehalfOf, role }: LedgerFact, by: unknown): boolean =>
  actor === (textAt(by, 'person') ?? null) &&
  onBehalfOf === (textAt(by, 'onBehalfOf') ?? null) &&
  role === (textAt(by, 'role') ?? null)

const updatesDiverge = (testimony: Testimony): readonly Divergence[] => {
  const commands = new Map(testimony.commands.map((command) => [command.id, command]))
  const became = new Map<string, LedgerFact[]>(testimony.entries.map(({ commandId }) => [commandId, []]))
  for (const entry of testimony.entries) became.get(entry.commandId)?.push(entry)
  return testimony.runs.flatMap(({ run, updates }) =>
    updates.flatMap((update) =>
      codesOf(update, { kept: commands.get(update.id), became: became.get(update.id) ?? [] }).map((code) => ({
        code,
        stream: testimony.stream,
        run,
        subject: update.id,
      })),
    ),
  )
}

/** What the database keeps as accepted was accepted by some run; what is no command of a workflow has none to ask. */
const commandsDiverge = (testimony: Testimony): readonly Divergence[] => {
  const { stream, lost, commands, entries } = testimony
  const invented = commands.filter(({ isVouchedFor }) => !isVouchedFor)
  const told = invented.map(({ id: subject }): Divergence => ({ code: 'outcome_differs', stream, subject }))
  if (lost.length > 0) return told
  const sent = sentIn(testimony)
  const recorded = new Set(entries.map(({ commandId }) => commandId))
  const unknown = commands
    .filter(({ id, state, command }) => state === 'accepted' && command !== undefined && !sent.has(id))
    .filter(({ id }) => !recorded.has(id))
    .map(({ id: subject }): Divergence => ({ code: 'command_unknown', stream, subject }))
  return [...told, ...unknown]
}

interface Kept {
  readonly kept: KeptCommand | undefined
  readonly became: readonly LedgerFact[]
}

const codesOf = (update: ToldUpdate, { kept, became }: Kept): readonly Divergence['code'][] => {
  const { command, person } = update
  return [
    ...(kept === undefined ? (['command_by_hand'] as const) : []),
    ...(kept !== undefined && !isSame(kept.command, command) ? (['command_differs'] as const) : []),
    ...(kept !== undefined && kept.actor !== person ? (['actor_differs'] as const) : []),
    ...(isAnswered(update, { kept, became }) ? [] : (['outcome_differs'] as const)),
  ]
}

/** Whether what the sender was told is what the database keeps: the entries, and that the command was taken or refused. */
const isAnswered = ({ outcome }: ToldUpdate, { kept, became }: Kept): boolean => {
  if (outcome === undefined) return true
  const other = outcome.ok ? ['refused', 'failed'] : ['accepted']
  if (kept !== undefined && other.includes(kept.state)) return false
  const told = outcome.ok ? outcome.entries : []
  const brief = became.map(({ seq, type, occurredAt }) => ({ seq, type, occurredAt }))
  return isSame(told, brief)
}
