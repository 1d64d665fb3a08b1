import type { ActedText, NegotiationEvent } from '../events/negotiation.js'
import type { PersonId } from '../ids.js'
import type { StepId } from '../values/step-key.js'
import { roles, type Side } from '../role.js'
import type { BaseState } from '../state.js'
import {
  clausesOf,
  currentVersion,
  noNegotiation,
  withoutVisit,
  type BroughtProposal,
  type HandedVersion,
  type NegotiationState,
  type RaisedIssue,
} from '../negotiation/version.js'
import { defined } from '../values/defined.js'
import type { Evolvers, Of } from './changes.js'

/** Versions in their order. */
export const negotiationEvolvers: Evolvers<NegotiationEvent> = {
  text_handed_over: (state, { no, side, step, hash, changed, gone, carries, editors, fell }) => {
    const { negotiation = noNegotiation } = state
    const others = editors.length === 0 ? undefined : editors
    const version: HandedVersion = {
      no,
      side,
      step,
      hash,
      changed,
      gone,
      ...defined({ carries, editors: others, fell: fell?.map((one) => one.step) }),
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
  const told = { text, step, side: roles[by.role].side }
  return {
    ...state,
    negotiation: {
      ...negotiation,
      proposals: proposalsAfter(negotiation, told),
      issues: issuesAfter(negotiation, told),
    },
  }
}

interface ToldText {
  readonly text: ActedText
  readonly step: StepId
  readonly side: Side
}

const proposalsAfter = (
  { proposals }: NegotiationState,
  { text: { proposals: brought = [], answers = [] }, step, side }: ToldText,
): NegotiationState['proposals'] => {
  const all: Record<string, BroughtProposal> = { ...proposals }
  for (const { no, clause, reads } of brought) all[no] = { clause, side, state: 'open', step, ...defined({ reads }) }
  for (const { no, state } of answers) {
    const one = all[no]
    if (one !== undefined) all[no] = { ...one, state, answeredOn: step }
  }
  return all
}

const issuesAfter = (
  { issues }: NegotiationState,
  { text: { issues: raised = [], moves = [] }, step, side }: ToldText,
): NegotiationState['issues'] => {
  const all: Record<string, RaisedIssue> = { ...issues }
  for (const { no, clauses } of raised) all[no] = { clauses, side, state: 'open', step }
  for (const { no, state } of moves) {
    const one = all[no]
    if (one !== undefined)
      all[no] = { ...one, state, ...defined({ wordedBy: state === 'proposed' ? side : undefined }) }
  }
  return all
}

/** The state without what came with a visit that counts no longer: its version, its proposals, its issues, its answers. */
export const unhanded = (state: BaseState, step: StepId): BaseState => {
  const { negotiation } = state
  if (negotiation === undefined) return state
  const { versions, proposals, issues } = negotiation
  return {
    ...state,
    negotiation: {
      ...negotiation,
      versions: withoutVisit(versions, step),
      proposals: Object.fromEntries(
        Object.entries(proposals).flatMap(([no, one]) => (one.step === step ? [] : [[no, unanswered(one, step)]])),
      ),
      issues: Object.fromEntries(Object.entries(issues).filter(([, one]) => one.step !== step)),
    },
  }
}

const unanswered = ({ answeredOn, ...one }: BroughtProposal, step: StepId): BroughtProposal =>
  answeredOn === step ? { ...one, state: 'open' } : { ...one, ...defined({ answeredOn }) }

/** A stage is over: of what led to the text only the text itself goes on. */
export const withTextAlone = (state: BaseState): BaseState => {
  const { negotiation } = state
  const current = currentVersion(negotiation)
  if (negotiation === undefined || current === undefined) return state
  const { no, side, step, hash } = current
  const whole = { no, side, step, hash, changed: clausesOf(negotiation, no), gone: [] }
  return { ...state, negotiation: { ...noNegotiation, versions: [whole], last: negotiation.last } }
}
