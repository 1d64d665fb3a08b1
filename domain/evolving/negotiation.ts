import type { NegotiationEvent } from '../events/negotiation.js'
import type { PersonId } from '../ids.js'
import type { StepId } from '../values/step-key.js'
import { roles } from '../role.js'
import type { BaseState } from '../state.js'
import { saidAfter, saidWithout } from '../negotiation/said.js'
import { clausesOf, currentVersion, noNegotiation, withoutVisit, type HandedVersion } from '../negotiation/version.js'
import { defined } from '../values/defined.js'
import type { Evolvers, Of } from './changes.js'

/** Versions in their order. */
export const negotiationEvolvers: Evolvers<NegotiationEvent> = {
  text_handed_over: (state, { no, side, step, hash, changed, gone, carries, editors, fell, told }) => {
    const { negotiation = noNegotiation } = state
    const others = editors.length === 0 ? undefined : editors
    const version: HandedVersion = {
      no,
      side,
      step,
      hash,
      changed,
      gone,
      ...defined({
        carries,
        editors: others,
        fell: fell?.map((one) => one.step),
        told: told?.map(({ step: of, until }) => ({ step: of, until })),
      }),
    }
    return { ...state, negotiation: { ...negotiation, versions: [...negotiation.versions, version], last: no } }
  },
}

/** Whose hands were on an act beside the actor's: those of a paper (R16), and whose words are handed over (SD1). */
export const handsBeside = (
  { negotiation }: BaseState,
  { paper, step }: Of<'step_acted'>,
): readonly PersonId[] | undefined => {
  const clerks = paper === undefined ? [] : [paper.enteredBy, paper.confirmedBy]
  const hands = [...clerks, ...(negotiation?.versions.findLast((version) => version.step === step)?.editors ?? [])]
  return hands.length === 0 ? undefined : hands
}

/** What an act brought of proposals, answers and issues. */
export const withActedText = (state: BaseState, { text, step, by }: Of<'step_acted'>): BaseState => {
  if (text === undefined) return state
  const { negotiation = noNegotiation } = state
  const side = roles[by.role].side
  return { ...state, negotiation: { ...negotiation, ...saidAfter(negotiation, { text, step, side }) } }
}

/** The state without what came with a visit that counts no longer: its version, its proposals, its issues, its answers and moves. */
export const unhanded = (state: BaseState, step: StepId): BaseState => {
  const { negotiation } = state
  if (negotiation === undefined) return state
  const versions = withoutVisit(negotiation.versions, step)
  return { ...state, negotiation: { ...negotiation, versions, ...saidWithout(negotiation, step) } }
}

/** A stage is over: of what led to the text only the text itself goes on. */
export const withTextAlone = (state: BaseState): BaseState => {
  const { negotiation } = state
  const current = currentVersion(negotiation)
  if (negotiation === undefined || current === undefined) return state
  const { no, side, step, hash } = current
  const whole = { no, side, step, hash, changed: clausesOf(negotiation, no), gone: [] }
  return { ...state, negotiation: { ...noNegotiation, versions: [whole], last: negotiation.last } }
}
