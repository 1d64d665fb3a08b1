import type { Instant } from '../ids.js'
import { at, textAt } from './facts-of.js'
import type { Divergence } from './divergence.js'
import { isSame } from './is-same.js'
import type { RunFacts, ToldEntry, ToldUpdate } from './run-facts.js'
import { runsDiverge } from './runs-diverge.js'

/** An entry as the ledger has it. */
export interface LedgerFact {
  readonly seq: number
  readonly type: string
  readonly payload: unknown
  readonly actor: string | null
  readonly onBehalfOf: string | null
  readonly role: string | null
  readonly channel: string
  readonly occurredAt: Instant
  readonly commandId: string
  readonly run: string
}

/** A person's command as the door noted it before it was sent. */
export interface KeptCommand {
  readonly id: string
  readonly actor: string
  readonly command: unknown
  readonly state: 'unsent' | 'sent' | 'accepted' | 'refused' | 'failed'
}

/** Both witnesses of one stream: what PostgreSQL has and what the histories of its runs say. */
export interface Testimony {
  readonly stream: string
  /** In a rehearsal time may be skipped (design 4). */
  readonly rehearsal: boolean
  readonly entries: readonly LedgerFact[]
  readonly commands: readonly KeptCommand[]
  readonly runs: readonly RunFacts[]
  /** Runs that are named and whose history neither the server nor a sealed copy has. */
  readonly lost: readonly string[]
}

/**
 * Where the two witnesses are at odds; empty when they agree. An entry is held against what the `record` activity of its
 * run answered, which holds for commands of people and of machines alike: the clock, a paper, a session have no update,
 * and are found by run and command id. What a person sent is held against the update of the same id besides: its command,
 * its actor and its answer. A command the validator refused leaves no trace in a history and must have none in the ledger.
 */
export const diverges = (testimony: Testimony): readonly Divergence[] => {
  const found = [...runsDiverge(testimony), ...entriesDiverge(testimony), ...updatesDiverge(testimony)]
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
      return isAsTold(kept, entry) ? [] : [{ code: 'entry_differs', stream, run: kept.run, seq: entry.seq }]
    }),
  )
  const by = actors(told)
  const recovered = new Set(recoveredIn(testimony).map(({ seq }) => seq))
  const doors = new Map(runs.flatMap((run) => run.updates.map(({ id, channel }) => [id, channel ?? 'machine'])))
  const unsaid = entries.flatMap((entry): readonly Divergence[] => {
    const place = { stream, run: entry.run, seq: entry.seq }
    if (lost.includes(entry.run)) return []
    const known = told.get(entry.seq)
    if (known === undefined) return [{ code: 'entry_extra', ...place }]
    const door = doors.get(entry.commandId)
    const unsent = door === undefined && entry.channel !== 'machine' && lost.length === 0 && !recovered.has(entry.seq)
    const other =
      !isBy(entry, signatoryOf(known) ?? by.get(known.commandId)) || (door !== undefined && door !== entry.channel)
    return [
      ...(other ? [{ code: 'actor_differs' as const, ...place }] : []),
      ...(unsent ? [{ code: 'command_missing' as const, ...place, subject: entry.commandId }] : []),
    ]
  })
  return [...missing, ...unsaid]
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
export const recoveredIn = ({ stream, entries, commands, runs, lost }: Testimony): readonly RecoveredEntry[] => {
  if (lost.length > 0) return []
  const sent = new Set(runs.flatMap(({ updates }) => updates.map(({ id }) => id)))
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
        ...{ code, stream: testimony.stream, run, subject: update.id },
      })),
    ),
  )
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
