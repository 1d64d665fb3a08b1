import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { apiProblemCodes } from '../../api/contract/problem.js'
import { groupedBy } from '../../db/reads/grouped.js'
import type { Fault, FaultKind } from './fault.js'
import { deedEntries } from './facts.js'
import type { Answer, CommandFacts, EntryFacts, Facts } from './facts.js'

/** Every command against the ledger, its note, and itself sent again. */
export const checkCommands = ({ commands, entries }: Pick<Facts, 'commands' | 'entries'>): readonly Fault[] => {
  const own = groupedBy(entries, ({ commandId }) => commandId)
  return commands.flatMap((command) => {
    const recorded = own.get(command.key) ?? []
    return [
      ...lost(command, recorded),
      ...doubled(command, recorded),
      ...otherwise(command, recorded),
      ...unnoted(command),
      ...untold(command),
    ].map(({ kind, says }) => ({
      kind,
      subject: `${command.does} ${command.key}`,
      says: `${command.path}, sent at ${(command.begun / 1000).toFixed(1)} s: ${says}`,
    }))
  })
}

interface Found {
  readonly kind: FaultKind
  readonly says: string
}

const Told = z.looseObject({ entries: z.array(z.looseObject({ seq: z.int(), type: z.string() })) })

const isAccepted = ({ status }: Answer): boolean => status === 200 || status === 201

/** What an accepted command was told it became must stand in the ledger under its id. */
const lost = ({ answers }: CommandFacts, recorded: readonly EntryFacts[]): readonly Found[] => {
  const found = answers.filter(isAccepted).flatMap(({ body }): readonly Found[] => {
    const told = Told.safeParse(parsed(body))
    if (!told.success) return [{ kind: 'lost', says: `accepted in words nobody knows: ${short(body)}` }]
    const missing = told.data.entries.filter(
      ({ seq, type }) => !recorded.some((entry) => entry.seq === seq && entry.type === type),
    )
    if (missing.length === 0) return []
    const named = missing.map(({ seq, type }) => `${seq} ${type}`).join(', ')
    return [{ kind: 'lost', says: `told of entries that are not in the ledger: ${named}` }]
  })
  return found.slice(0, 1)
}

/** One command leaves one row of entries without a gap, in one stream, and says once what was done. */
const doubled = ({ does }: CommandFacts, recorded: readonly EntryFacts[]): readonly Found[] => {
  const rows = [...recorded].sort((one, other) => one.stream.localeCompare(other.stream) || one.seq - other.seq)
  const gaps = rows.filter(
    (entry, at) => at > 0 && !(rows[at - 1]?.stream === entry.stream && rows[at - 1]?.seq === entry.seq - 1),
  )
  const deeds = rows.filter(({ type }) => type === deedEntries[does])
  if (gaps.length === 0 && deeds.length <= 1) return []
  const where = rows.map(({ stream, seq, type }) => `${stream} ${seq} ${type}`).join(', ')
  return [{ kind: 'doubled', says: `its entries are ${where}` }]
}

/** All answers are the same bytes, the note says the same, and the ledger does not say the opposite. */
const otherwise = (command: CommandFacts, recorded: readonly EntryFacts[]): readonly Found[] => {
  const { answers, kept, repeated } = command
  const [first] = answers
  if (first === undefined) return []
  const found: string[] = []
  const others = [...answers.slice(1), ...(repeated === undefined ? [] : [repeated])].filter(
    ({ status, body }) => status !== first.status || body !== first.body,
  )
  const same = isPassing(command) ? undefined : others.find((other) => isSameNo(first, other))
  const other = others.find((one) => !isSameNo(first, one))
  if (other !== undefined) found.push(`answered ${brief(first)}, and then ${brief(other)}`)
  if (kept !== undefined && !isKeptAs(first, kept.answer))
    found.push(`answered ${brief(first)}, and kept as ${kept.state} ${short(JSON.stringify(kept.answer))}`)
  if (!isAccepted(first) && recorded.length > 0)
    found.push(`answered ${brief(first)}, though entry ${recorded[0]?.seq} of ${recorded[0]?.stream} is its own`)
  return [
    ...found.map((says): Found => ({ kind: 'answered_otherwise', says })),
    ...(same === undefined ? [] : [{ kind: 'other_bytes' as const, says: `${brief(first)}, and ${brief(same)}` }]),
  ]
}

/** The same refusal, written once more for another request. */
const isSameNo = (one: Answer, other: Answer): boolean => {
  const [first, second] = [one, other].map(({ body }) => Problem.safeParse(parsed(body)).data?.code)
  return one.status === other.status && first !== undefined && first === second
}

/** A "no" of the edge before anything was noted: nobody is bound by it, and it is said anew to whoever asks again. */
const isPassing = ({ answers: [first], kept }: CommandFacts): boolean => {
  const code = first && Problem.safeParse(parsed(first.body)).data?.code
  return kept === undefined && apiProblemCodes.some((one) => one === code)
}

const isKeptAs = ({ status, body }: Answer, kept: { status: number; body: unknown } | null): boolean =>
  kept !== null && kept.status === status && isDeepStrictEqual(kept.body, parsed(body))

const unnoted = (command: CommandFacts): readonly Found[] => {
  const { answers, kept } = command
  if (answers.length === 0) return [{ kind: 'unanswered', says: 'nobody was told what became of it' }]
  if (isPassing(command)) return []
  return kept === undefined ? [{ kind: 'note_missing', says: `answered ${answers[0]?.status}, and has no note` }] : []
}

/** The same key with another text is another wish, and whoever sends it has to hear that, unless nothing was noted under the key. */
const untold = (command: CommandFacts): readonly Found[] =>
  (isPassing(command) ? [] : command.otherText)
    .filter(({ status, body }) => status !== 409 || !body.includes('"idempotency_conflict"'))
    .map((answer) => ({ kind: 'conflict_untold', says: `another text under its key was answered ${brief(answer)}` }))

/** A text as JSON; undefined where it is none. */
export const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const Problem = z.looseObject({ code: z.string(), requestId: z.string() })

/** The status, and what tells one refusal from another: its code and the request it was written for. */
const brief = ({ status, body }: Answer): string => {
  const problem = Problem.safeParse(parsed(body))
  return problem.success
    ? `${status} ${problem.data.code} (request ${problem.data.requestId})`
    : `${status} ${short(body)}`
}

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text)
