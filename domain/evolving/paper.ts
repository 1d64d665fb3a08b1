import type { PaperEvent } from '../events/paper.js'
import type { PersonId } from '../ids.js'
import type { StepState } from '../state.js'
import { changeStep, type Evolvers } from './changes.js'

/** Acts on paper wait beside their step until a second person has looked at them (R16). */
export const paperEvolvers: Evolvers<PaperEvent> = {
  paper_entered: (state, { type: _, step, key: __, by, at, ...says }) => {
    const paper = { ...says, enteredBy: by.person, seq: state.seq, enteredAt: at }
    return changeStep(step, (one) => ({ ...one, papers: [...(one.papers ?? []), paper] }))(state)
  },
  paper_confirmed: (state, { step, signatory }) => changeStep(step, (one) => without(one, signatory))(state),
  paper_refused: (state, { step, signatory }) => changeStep(step, (one) => without(one, signatory))(state),
}

const without = ({ papers = [], ...step }: StepState, signatory: PersonId): StepState => {
  const left = papers.filter((paper) => paper.signatory !== signatory)
  return left.length === 0 ? step : { ...step, papers: left }
}
