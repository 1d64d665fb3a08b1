import type { WhoEvent } from '../events/who.js'
import type { PersonId } from '../ids.js'
import type { Role } from '../role.js'
import { isBy, type BaseState, type StepState } from '../state.js'
import { changeStep, type Evolvers } from './changes.js'
import { defined } from '../values/defined.js'

/** Who may decide: declared interests, reassigned steps, vacancies. */
export const whoEvolvers: Evolvers<WhoEvent> = {
  interest_declared: (state, { person, kind, roles, at }) => ({
    ...state,
    interests: { ...state.interests, [person]: { kind, roles, at } },
  }),
  step_recused: (state, { step, person }) => changeStep(step, (one) => recused(one, person))(state),
  step_reassigned: (state, { step, to }) => changeStep(step, (one) => ({ ...one, holder: to }))(state),
  vacancy_found: (state, { step }) => changeStep(step, (one) => ({ ...one, vacant: true }))(state),
  vacancy_filled: (state, { step }) => changeStep(step, ({ vacant: _, ...one }) => one)(state),
}

/** A recused person's act no longer counts, and a step that was given to that person is anybody's of the role again. */
const recused = ({ holder, ...step }: StepState, person: PersonId): StepState => ({
  ...step,
  ...defined({ holder: holder === undefined || holder === person ? undefined : holder }),
  acts: step.acts.filter((act) => !isBy(act, person)),
  recused: [...new Set([...(step.recused ?? []), person])],
})

/** Who is recused from a step before it opens: everybody with a declared interest who holds one of the roles in it. */
export const recusedFrom = (state: BaseState, acting: readonly Role[]): readonly PersonId[] =>
  Object.entries(state.interests ?? {}).flatMap(([person, { roles }]) =>
    roles.some((role) => acting.includes(role)) ? [person] : [],
  )
