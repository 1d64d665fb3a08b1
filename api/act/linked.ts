import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { linkOfToken, type Link } from '../../db/reads/links.js'
import { programmeOfBase, type BaseId, type PersonId } from '../../domain/ids.js'
import { seatOn } from '../../domain/judge/seat.js'
import { textsSeen } from '../../domain/seen-texts.js'
import { isInForce } from '../../domain/state.js'
import { actorOf } from '../auth/actor.js'
import { mustSeeBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { readPinned } from '../views/pinned-procedure.js'

/** What a token stands for at this moment. Whoever brings a dead one learns nothing else, and not why (0051). */
export type Linked = { readonly is: 'dead' } | { readonly is: 'used' | 'decided' | 'live'; readonly link: Link }

const dead: Linked = { is: 'dead' }

/** Looks up a token: its link must be ours, not revoked, and its person must still act by the seat it was made for, on the same text. */
export const linkedBy = async (parts: ApiParts, token: string): Promise<Linked> => {
  const { db } = parts
  const link = token === '' ? undefined : await linkOfToken(db, token)
  if (link === undefined || link.isRevoked) return dead
  const { person, base: id, step: stepId } = link
  const base = await readBase(db, { id })
  const state = base === undefined ? undefined : await baseStateOf(db, base)
  if (base === undefined || state === undefined || !(await isSeen(parts, { person, base: id }))) return dead
  const now = clockOf(base, parts.clock())
  const actor = await actorOf(parts, { person, programme: programmeOfBase(id), channel: 'link' })
  if (!actor.mandates.some((one) => one.id === link.seat && isInForce(one, now))) return dead
  if (link.usedBy !== undefined) return { is: 'used', link }
  const step = state.stage?.steps[stepId]
  const definition = step === undefined ? undefined : (await readPinned(parts, base)).steps[step.key]
  if (step === undefined || definition === undefined || step.outcome !== undefined) return { is: 'decided', link }
  if (seatOn(state, { step, definition, actor, now })?.id !== link.seat) return dead
  const texts = textsSeen(state, { step, definition })
  return isSame(texts, link.documents) ? { is: 'live', link } : dead
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((hash) => other.includes(hash))

/** Whether the base is for the person's eyes at all; one in which he or she has an interest is not (SD5). */
const isSeen = (parts: ApiParts, asked: { readonly person: PersonId; readonly base: BaseId }): Promise<boolean> =>
  mustSeeBase(parts, asked).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ProblemError) return false
      throw error
    },
  )
