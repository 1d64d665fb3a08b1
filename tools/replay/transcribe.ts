import { isDeepStrictEqual } from 'node:util'
import type { CommandOutcome, Prepared } from '../../activities/contract.js'
import type { AnyEvent } from '../../domain/event.js'
import type { RecordRequest, Stored } from '../../domain/record.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import { judgeAgain, type Again, type Help, type Known } from './judge-again.js'
import type { Judging } from './judging.js'
import { askedIn, type AskedActivity } from './outcomes.js'
import type { Replayed } from './replay.js'
import { lineOf, reduced, short, type Line } from './transcript.js'
import { defined } from '../../domain/values/defined.js'

type Ledger = Known['ledger']
type Replay = Pick<Replayed, 'of' | 'calls'>

/** The calls of a replay, line by line, without what their commands became. */
export const linesOf = ({ calls }: Pick<Replayed, 'calls'>): readonly Line[] => calls.map(lineOf)

/** What the commands of a replay become by the rules at hand, by the number of the call, with the help each was kept with. */
export async function* becomings(
  judging: Judging,
  {
    replay,
    ledger,
    helpFor,
  }: { readonly replay: Replay; readonly ledger: Ledger; readonly helpFor: (call: number) => Help },
): AsyncGenerator<readonly [call: number, became: Line]> {
  for (const [call, known] of knownIn(replay, ledger))
    yield [call, await becoming(judging, { ...known, help: helpFor(call) })]
}

interface Transcribing {
  readonly replay: Replay
  readonly ledger: Ledger
  /** The help each command was kept with, where it is known; then what it becomes now is taken as it comes. */
  readonly helpFor?: ((call: number) => Help) | undefined
}

/**
 * The whole transcript of a replay, as it is kept: beside each command what it becomes, and what help judging it again
 * needs. Of a new history it refuses a command that does not become what was stored, whatever the help.
 */
export const transcribed = async (
  judging: Judging,
  { replay, ledger, helpFor }: Transcribing,
): Promise<readonly Line[]> => {
  const lines = [...linesOf(replay)]
  for (const [call, known] of knownIn(replay, ledger)) {
    const help = helpFor === undefined ? await helpNeeded(judging, known) : helpFor(call)
    if (help === undefined)
      throw new Error(`${replay.of.name}, call ${call}: ${describe(known.asked)} does not become again what it was.`)
    const needed = Object.keys(help).length === 0 ? {} : { help }
    lines[call] = { ...lines[call], ...needed, became: await becoming(judging, { ...known, help }) }
  }
  return lines
}

const describe = (asked: AskedActivity): string =>
  asked.name === 'record' ? `${asked.request.command?.type ?? 'a look'} ${asked.request.id}` : 'a preparation'

/** What is known of each command when it is judged again. */
function* knownIn(replay: Replay, ledger: Ledger): Generator<readonly [number, Omit<Known, 'help'>]> {
  let prepared: readonly Prepared[] = []
  for (const [call, asked] of askedIn(replay)) {
    if (asked.name === 'prepare') prepared = [asked.outcome.prepared, ...prepared]
    yield [call, { asked, prepared, ledger }]
  }
}

const becoming = async (judging: Judging, known: Known): Promise<Line> => {
  const again = await judgeAgain(judging, known).catch((error: unknown) => ({ threw: String(error) }))
  if ('threw' in again) return again
  const { writes, course, answer, rules } = again
  return {
    ...defined({ writes: writes.length === 0 ? undefined : writes.map(writeInShort) }),
    course: short(course),
    ...defined({ answer: answer === undefined ? undefined : short(answer), rules }),
  }
}

/** What is written, with the kinds of events and claims in clear. */
const writeInShort = ({ events, claims, ...rest }: RecordRequest): unknown => ({
  events: events.map(({ type }) => type).join(' '),
  claims: claims.map(({ claim }) => claim).join(' '),
  all: short({ events, claims }),
  rest: reduced(rest),
})

const helpNeeded = async (judging: Judging, known: Omit<Known, 'help'>): Promise<Help | undefined> => {
  for (const help of [{}, { holdersUnknown: true as const }, ...refusals.map((refused) => ({ refused }))]) {
    const again = await judgeAgain(judging, { ...known, help })
    if (isAsItWas(again, known.asked)) return help
  }
  return undefined
}

/** What the database may have said no with; the numbers are those of the shipped procedures. */
const refusals: readonly ClaimRefusal[] = [
  { code: 'no_free_slot', have: 10, allowed: 10 },
  { code: 'category_full', have: 2, allowed: 2 },
  { code: 'province_full', have: 3, allowed: 3 },
]

/** An answer as it was judged; the worker that recorded it sealed it on its way out. */
const unsealed = (answer: CommandOutcome['answer']): CommandOutcome['answer'] => {
  if (!answer.ok) return answer
  const { seal: _, ...judged } = answer
  return judged
}

const isAsItWas = ({ writes, course, answer, rules }: Again, asked: AskedActivity): boolean => {
  if (!isDeepStrictEqual(course, asked.outcome.course)) return false
  if (asked.name === 'prepare') return true
  const { outcome } = asked
  return (
    rules === outcome.rules &&
    isDeepStrictEqual(answer, unsealed(outcome.answer)) &&
    lastOfEach(writes).every(({ commandId, events }) =>
      isStored(
        events,
        outcome.entries.filter((entry) => entry.commandId === commandId),
      ),
    )
  )
}

/** What was written after a claim had been refused is what stands. */
const lastOfEach = (writes: readonly RecordRequest[]): readonly RecordRequest[] => [
  ...new Map(writes.map((write) => [write.commandId, write])).values(),
]

/** The number of a slot is the database's to give. */
const isStored = (events: readonly AnyEvent[], stored: readonly Stored<AnyEvent>[]): boolean =>
  stored.length === 0 ||
  isDeepStrictEqual(
    events.map((event) => ({ ...event, slot: undefined })),
    stored.map(({ event }) => ({ ...event, slot: undefined })),
  )
