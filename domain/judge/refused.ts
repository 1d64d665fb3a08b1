import type { Actor } from '../values/actor.js'
import type { StepId } from '../values/step-key.js'
import { aboutSignatory, type Refusal } from '../refusal.js'
import { openSteps, type BaseState } from '../state.js'

/** No seat for what is asked: what it needs, and each role the person holds, once. */
export const notYourRole = (
  { mandates }: Pick<Actor, 'mandates'>,
  { step, needs }: { readonly step: string; readonly needs: string },
): Refusal => ({
  code: 'not_your_role',
  detail: { step, needs, have: [...new Set(mandates.map(({ role }) => role))] },
})

/** A "no" to whoever acts; of a paper that is its signatory, while a clerk reads it, so it says whose act was judged (R16). */
export const saidOf = (
  { person, channel }: Pick<Actor, 'person' | 'channel'>,
  no: Refusal | undefined,
): Refusal | undefined => (no === undefined || channel !== 'paper' ? no : aboutSignatory(no, person))

/** No to the reason code of an option or an act: none came, or one came that is another's; those that fit are named (8.14). */
export const codeAmiss = ({
  code,
  ...asked
}: {
  readonly step: string
  readonly option: string
  readonly code: string | undefined
  readonly allowed: readonly string[]
}): Refusal | undefined => {
  if (code === undefined) return { code: 'code_required', detail: asked }
  return asked.allowed.includes(code) ? undefined : { code: 'code_not_fitting', detail: { ...asked, code } }
}

/** The base has no such step to act on now; those that are open are named. */
export const unknownStep = (state: BaseState, step: StepId): Refusal => ({
  code: 'unknown_step',
  detail: { step, open: openSteps(state).map(({ id }) => id) },
})
