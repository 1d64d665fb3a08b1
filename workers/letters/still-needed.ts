import type { Kysely } from 'kysely'
import { machineClock } from '../../clock/machine-clock.js'
import { readActor } from '../../db/reads/actors.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase, type ReadBase } from '../../db/reads/bases.js'
import { readPinnedVersion } from '../../db/reads/procedures.js'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import { actingRoles } from '../../domain/judge/seat.js'
import { waitsFor } from '../../domain/judge/waits-for.js'
import { letters } from '../../domain/letters/letters.js'
import type { Procedure } from '../../domain/procedure.js'
import type { BaseState, StepState } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import type { StepId } from '../../domain/values/step-key.js'

type Db = Kysely<Database>

/**
 * Says for the letters of one look why one would say what is no longer so; undefined while it is needed. One that tells of what happened always is. One
 * about a step that waits is while the step does, and one that asks to act while the judge would take the reader's decision.
 */
export const whyNotNeeded = (db: Db): ((letter: OutgoingLetter) => Promise<string | undefined>) => {
  const bases = new Map<string, ReturnType<typeof readBase>>()
  // Many letters of a look are of one act, and so of one base.
  const baseOf = (id: string): ReturnType<typeof readBase> => {
    const found = bases.get(id) ?? readBase(db, { id })
    bases.set(id, found)
    return found
  }
  return async (letter) => {
    const { stillSo } = letters[letter.kind]
    // What was handed over and had no answer may have come: it is sent again as it was.
    if (stillSo === undefined || letter.step === null || letter.sentWith !== null) return undefined
    return await judged(db, { letter, base: await baseOf(letter.base), step: letter.step, stillSo })
  }
}

interface Looked {
  readonly letter: OutgoingLetter
  readonly base: ReadBase | undefined
  readonly step: StepId
  readonly stillSo: (step: StepState) => boolean
}

const judged = async (db: Db, { letter, base, step: id, stillSo }: Looked): Promise<string | undefined> => {
  const { asksToAct = false } = letters[letter.kind]
  const state = base === undefined ? undefined : await baseStateOf(db, base)
  if (base === undefined || state === undefined) return undefined
  const step = state.stage?.steps[id]
  if (step === undefined || state.closed || !stillSo(step)) return 'not sent: what it says of its step is no longer so'
  if (!asksToAct || step.outcome !== undefined) return undefined
  const actor = await readActor(db, { person: letter.recipient, programme: letter.programme, channel: 'api' })
  const procedure = await rulesOf(db, state)
  const definition = procedure?.steps[step.key]
  if (procedure === undefined || definition === undefined) return undefined
  // Others are told of a step so that they see to it, and may not act on it at all.
  const acting = actingRoles(step, definition)
  if (!actor.mandates.some(({ role }) => acting.includes(role))) return undefined
  return mayDecide(state, { step, actor, procedure, now: clockOf(base, machineClock()) })
    ? undefined
    : 'not sent: the rules keep its reader from acting on the step, or it was done already'
}

interface Asking {
  readonly step: StepState
  readonly actor: Actor
  readonly procedure: Procedure
  readonly now: string
}

/** While a base is held or its notice runs nobody decides, and yet the step waits for the same people. */
const mayDecide = (state: BaseState, { step, actor, procedure, now }: Asking): boolean => {
  const { heldAt: _, frozen: __, ...moving } = state
  const isNotice = procedure.steps[step.key]?.runsFull === true && now < step.dueAt
  return waitsFor(moving, { id: step.id, actor, procedure, now: isNotice ? step.dueAt : now })
}

/** Undefined where the rules are not there: then nobody is kept from a letter by them. */
const rulesOf = (db: Db, { procedure, rulesVersion: version }: BaseState): Promise<Procedure | undefined> =>
  readPinnedVersion(db, { id: procedure === 'light' ? 'light' : 'full', version })
