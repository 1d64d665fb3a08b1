import type { BaseNews } from '../command.js'
import { openSteps, type BaseState } from '../state.js'
import { accept, add, draftOf, type Judgement, type JudgementMoment, type Rules } from './draft.js'
import { turnIn } from './turn.js'

interface Heard {
  readonly command: Extract<BaseNews, { type: 'meeting_moved' }>
  readonly rules: Rules
  readonly moment: JudgementMoment
}

/** The day of its session was moved: whoever votes on the base hears of it, while that session decides on it still (1.10). */
export const judgeMeetingMoved = (state: BaseState, { command, rules, moment }: Heard): Judgement => {
  const draft = draftOf(state, { rules, moment })
  const { procedure } = rules
  const waits = openSteps(state).some(({ key }) => {
    const definition = procedure.steps[key]
    return definition !== undefined && turnIn(state, { definition, procedure })?.session === command.session
  })
  if (state.closed || !waits) return accept(draft)
  const { session, meets, code } = command
  return accept(add(draft, { type: 'meeting_moved', session, meets, code }))
}
