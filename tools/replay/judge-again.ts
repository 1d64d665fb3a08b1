import type { CommandOutcome, Prepared, PrepareRequest } from '../../activities/contract.js'
import type { DecideParts } from '../../activities/decide.js'
import type { AnyEvent } from '../../domain/event.js'
import type { RecordRequest, RecordResult, Stored } from '../../domain/record.js'
import type { Holders } from '../../domain/values/holders.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import type { Judging } from './judging.js'
import type { AskedActivity } from './outcomes.js'

/** What a command becomes when it is judged again, and what would be written down of it. */
export interface Again {
  readonly writes: readonly RecordRequest[]
  readonly course: CommandOutcome['course']
  readonly answer?: CommandOutcome['answer']
  readonly rules?: string
}

/** What a history does not keep of a command and judging it again needs: a claim that was refused, whom nobody was found for. */
export interface Help {
  readonly refused?: ClaimRefusal
  /** Who held its steps is not known any more: whether somebody is missing is taken over, not judged. */
  readonly holdersUnknown?: true
}

export interface Known {
  readonly asked: AskedActivity
  /** What its run has prepared up to then, last first. */
  readonly prepared: readonly Prepared[]
  readonly ledger: ReadonlyMap<string, readonly Stored<AnyEvent>[]>
  readonly help: Help
}

/**
 * Judges by the rules at hand what a run asked of `record` or `prepare`, in a world that answers as the real one did: the
 * entries are those its history keeps. A mistake in judging is what it threw.
 */
export const judgeAgain = async ({ decide, cores }: Judging, known: Known): Promise<Again> => {
  const { asked } = known
  if (asked.name === 'prepare') {
    const { request, outcome } = asked
    return request.kind === 'base'
      ? { writes: [], course: cores.base(request).course(request.state, outcome.prepared) }
      : { writes: [], course: cores.programme(request).course(request.state, outcome.prepared) }
  }
  const writes: RecordRequest[] = []
  const parts = worldAsItWas(known, { ...asked, heard: (request) => void writes.push(request) })
  const { request } = asked
  const { answer, course, rules } =
    request.kind === 'base'
      ? await decide({ ...parts, request, core: cores.base(request) })
      : await decide({ ...parts, request, core: cores.programme(request) })
  return { writes, answer, course, rules }
}

interface Was {
  readonly request: { readonly id: string; readonly isRepeat: boolean }
  readonly outcome: CommandOutcome
  readonly heard: (request: RecordRequest) => void
}

const worldAsItWas = (known: Known, was: Was): DecideParts => {
  let refusals = known.help.refused === undefined ? [] : [known.help.refused]
  const behind = (head: number) => was.outcome.entries.filter(({ seq }) => seq > head)
  return {
    rulesOf: async (asked) => rulesAsked(known, asked),
    missing: async ({ expectedHead }) => behind(expectedHead),
    // What a look at the holders of vacant steps came to is among the entries of its outcome.
    holders: async () => ({}),
    write: async (request) => {
      was.heard(request)
      const [refusal, ...later] = refusals
      refusals = later
      return refusal === undefined ? written(request, { known, was }) : { kind: 'refused', refusal }
    },
  }
}

const written = (
  { commandId, expectedHead }: RecordRequest,
  { known, was: { request, outcome } }: { known: Known; was: Was },
): RecordResult => {
  const news = outcome.entries.filter(({ seq }) => seq > expectedHead)
  const own = news.filter((entry) => entry.commandId === commandId)
  if (request.isRepeat && commandId === request.id)
    return { kind: 'recorded', entries: known.ledger.get(commandId) ?? [], head: expectedHead, news }
  const [first] = own
  if (first === undefined) return { kind: 'answered' }
  const ahead = news.filter(({ seq }) => seq < first.seq)
  const head = outcome.entries.at(-1)?.seq ?? expectedHead
  if (ahead.length > 0) return { kind: 'behind', entries: ahead, head }
  const found = news.filter(({ seq, commandId: id }) => seq > first.seq && id !== commandId)
  if (found.length === 0) return { kind: 'recorded', entries: own, head }
  if (known.help.holdersUnknown === true) return { kind: 'recorded', entries: own, news, head }
  return { kind: 'recorded', entries: own, head, holders: nobodyFor(found) }
}

/** A vacancy that was told says for which step nobody was found. */
const nobodyFor = (entries: readonly Stored<AnyEvent>[]): Holders =>
  Object.fromEntries(
    entries.flatMap(({ event }) => ('step' in event && event.step !== undefined ? [[event.step, []]] : [])),
  )

const rulesAsked = ({ prepared }: Known, { version }: PrepareRequest): Prepared => {
  const found = version === undefined ? prepared[0] : prepared.find(({ procedure }) => procedure.version === version)
  if (found === undefined) throw new RangeError(`the run never prepared version ${version ?? 'in force'} of its rules`)
  return found
}
