import { addCalendarDays, addWorkingDays } from '../calendar.js'
import { verdictOf, type Voting } from '../body.js'
import type { Days, StepDefinition } from '../procedure.js'
import { roles } from '../role.js'
import type { StepState } from '../state.js'
import { closeVote, closeWhenDecided } from './close.js'
import { calendarOf, definitionOf, type Draft } from './draft.js'
import { moveDeadline } from './clock-stop.js'
import { isUsedUp } from './offers.js'
import { votingOn } from './otherwise.js'

/**
 * A meeting or a written procedure is over (E4, 8.4): the votes cast decide where there is a quorum. A first meeting
 * without one is followed by a second, that by a written procedure, and that by a meeting again: a body that may decide in
 * writing never decides without a quorum.
 */
export const reconvene = (draft: Draft, step: StepState): Draft => {
  const definition = definitionOf(draft, step.key)
  const { decides } = definition
  if (decides.by !== 'votes') return draft
  const body = votingOn(draft.state, { step, body: decides, procedure: draft.rules.procedure })
  const verdict = verdictOf(step, { body, over: true })
  if (verdict !== undefined) return closeVote(draft, { step, definition, option: verdict })
  if (body.written === undefined) return meetAgain(draft, { step, definition, body })
  if (step.form === 'written' || step.reconvened === 0)
    return convene(draft, { step, cause: 'reconvene', within: nextMeeting(draft) })
  const inWriting = convene(draft, { step, cause: 'written', within: body.written.within })
  // Votes cast stand, so those of the meetings may already be as many as the written procedure asks for.
  return closeWhenDecided(inWriting, { step: step.id, definition })
}

/** A second meeting follows within this time (E4). */
const nextMeeting = ({ rules }: Draft): Days => ({ unit: 'wd', n: rules.procedure.settings.pace.nextMeeting })

const meetAgain = (
  draft: Draft,
  { step, definition, body }: { step: StepState; definition: StepDefinition; body: Voting },
): Draft => {
  const { otherwise } = body
  const rule = definition.options[otherwise]
  // What is used up is not decided by default either (R1): the body is convened until it has a quorum.
  const open = rule !== undefined && !isUsedUp(draft.state, { step, option: otherwise, rule })
  return step.reconvened >= draft.rules.procedure.settings.pace.meetings && open
    ? closeVote(draft, { step, definition, option: otherwise })
    : convene(draft, { step, cause: 'reconvene', within: nextMeeting(draft) })
}

const convene = (
  draft: Draft,
  { step, cause, within }: { step: StepState; cause: 'reconvene' | 'written'; within: Days },
): Draft => {
  const calendar = calendarOf(draft, roles[step.role].side)
  const from = draft.moment.now
  const dueAt =
    within.unit === 'wd'
      ? addWorkingDays(calendar, { from, days: within.n })
      : addCalendarDays(calendar, { from, days: within.n })
  return moveDeadline(draft, { step, dueAt, calendar, cause })
}
