import type { BaseId, PersonId } from '../../domain/ids.js'
import { clockOf } from '../../db/reads/bases.js'
import { drafterOn } from '../../domain/judge/drafter.js'
import type { StepText } from '../../domain/negotiation/rules.js'
import { roles, type Side } from '../../domain/role.js'
import type { StepId } from '../../domain/values/step-key.js'
import { actorOf } from '../auth/actor.js'
import type { SightOfBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { textLookedAt, type TextLookedAt, type TextPlace } from './text-of-base.js'
import { sideOn } from './seen-items.js'

/** Who says something about a text, on which step. */
export interface OnTextStep {
  readonly person: PersonId
  readonly base: BaseId
  readonly step: StepId
}

/** An open step on which somebody drafts what is said about the text. */
export interface DraftingPlace {
  readonly place: TextPlace
  readonly side: Side
  readonly sight: SightOfBase
  /** What the step does with the text. */
  readonly text: StepText
}

/**
 * The step on which somebody drafts. Refuses one that is not open, not about the text or not of the own side; and, since what is
 * drafted on a step goes with its decision, whoever may not take that.
 */
export const onTextStep = async (parts: ApiParts, asked: OnTextStep): Promise<DraftingPlace> => {
  const found = textStepAt(await textLookedAt(parts, asked), asked.step)
  if (found === undefined) throw new ProblemError({ code: 'text_not_open', detail: { step: asked.step } })
  if (!(await mayWorkOn(parts, { ...asked, place: found.place })))
    throw new ProblemError({ code: 'draft_not_yours', detail: { step: asked.step } })
  return found
}

/** The same for a page, which shows no fields to whoever would be refused; undefined: nothing is drafted there by him or her. */
export const draftingPlace = async (
  parts: ApiParts,
  { at, ...asked }: OnTextStep & { readonly at: TextLookedAt },
): Promise<DraftingPlace | undefined> => {
  const found = textStepAt(at, asked.step)
  return found !== undefined && (await mayWorkOn(parts, { ...asked, place: found.place })) ? found : undefined
}

const textStepAt = ({ place, sight }: TextLookedAt, step: StepId): DraftingPlace | undefined => {
  const visit = place?.state.stage?.steps[step]
  const text = visit && place?.procedure.steps[visit.key]?.text
  const side = sideOn(sight)
  const isOpen = visit !== undefined && visit.outcome === undefined && visit.voided === undefined
  return place === undefined || !isOpen || text === undefined || roles[visit.role].side !== side
    ? undefined
    : { place, side, sight, text }
}

const mayWorkOn = async (
  parts: ApiParts,
  { person, step, place: { base, state, procedure } }: OnTextStep & { readonly place: TextPlace },
): Promise<boolean> => {
  const actor = await actorOf(parts, { person, programme: base.programme, channel: 'api' })
  return drafterOn(state, { id: step, actor, procedure, now: clockOf(base, parts.clock()) }) !== undefined
}
