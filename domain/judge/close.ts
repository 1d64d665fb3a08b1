import { countedActs, verdictOf } from '../body.js'
import type { ReasonCode } from '../reason-code.js'
import type { StepDefinition } from '../procedure.js'
import type { Option } from '../values/step-key.js'
import { diligenceScore } from '../diligence.js'
import { resultOf } from '../score.js'
import type { StepState } from '../state.js'
import { fixConditions } from './conditions.js'
import { add, type Draft } from './draft.js'
import { orderAside } from './order.js'
import { noteScreening } from './screening.js'
import { codeUnchosen } from './own-code.js'
import { votingOn } from './otherwise.js'
import { reviewSheetsOf } from './review-ground.js'
import { defined } from '../values/defined.js'

interface Closing {
  readonly step: string
  readonly definition: StepDefinition
}

/** Closes the step when the act just added decides it: at once, by the last vote that matters, by the last sheet. */
export const closeWhenDecided = (draft: Draft, { step: id, definition }: Closing): Draft => {
  const step = draft.state.stage?.steps[id]
  const last = step?.acts.at(-1)
  if (step === undefined || last === undefined) return draft
  switch (definition.decides.by) {
    case 'one':
      return closed(draft, { step, option: last.option, code: last.code, how: 'act' })
    case 'votes': {
      const body = votingOn(draft.state, { step, body: definition.decides, procedure: draft.rules.procedure })
      const option = verdictOf(step, { body, over: false })
      return option === undefined ? draft : closeVote(draft, { step, definition, option })
    }
    case 'sheets': {
      const { count, recuses } = definition.decides
      const sheets = countedActs(step).filter((act) => act.option !== recuses)
      return sheets.length < count
        ? draft
        : closed(draft, { step, option: last.option, code: undefined, how: 'sheets' })
    }
    case 'clock':
      return draft
  }
}

/** A body's verdict; where the database has no place or slot left, the same vote puts the base on the waiting list (8.1, 8.2). */
export const closeVote = (
  draft: Draft,
  { step, definition, option }: { step: StepState; definition: StepDefinition; option: Option },
): Draft => {
  const refused = draft.rules.claimRefusal
  if (
    refused !== undefined &&
    refused.code !== 'reminder_bounced' &&
    refused.code !== 'nobody_from_outside' &&
    (option === 'advance' || option === 'approve') &&
    definition.options['waiting_list'] !== undefined
  )
    return minuted(
      definition,
      closed(draft, { step, option: 'waiting_list', code: capCode(refused.code), how: 'vote' }),
    )
  const voted = countedActs(step).find((act) => act.option === option && act.code !== undefined)?.code
  const unchosen = { definition, rule: definition.options[option], procedure: draft.rules.procedure }
  return minuted(
    definition,
    closed(draft, { step, option, code: voted ?? codeUnchosen(draft.state, unchosen), how: 'vote' }),
  )
}

/** What a body decided is minuted where the rules say so, and stays so where the decision is voided later. */
const minuted = ({ documents }: StepDefinition, draft: Draft): Draft =>
  documents.includes('session_minutes') ? orderAside(draft, 'session_minutes') : draft

const capCode = (refusal: string): ReasonCode =>
  refusal === 'quota_full' || refusal === 'no_free_slot' ? 'QUO' : 'CAP'

/** The closing event, with the score where the step makes one. */
export const closed = (
  draft: Draft,
  {
    step,
    option,
    code,
    how,
  }: {
    step: StepState
    option: Option
    code: ReasonCode | undefined
    how: 'act' | 'vote' | 'sheets' | 'silence' | 'clock' | 'file'
  },
): Draft => {
  const score = scoreOf(draft, step)
  const decided = add(draft, {
    type: 'step_closed',
    step: step.id,
    key: step.key,
    option,
    ...defined({ code }),
    how,
    ...defined({ score }),
  })
  const outcome = { step, definition: draft.rules.procedure.steps[step.key], option }
  return noteScreening(fixConditions(decided, outcome), outcome)
}

const scoreOf = ({ state, rules }: Draft, step: StepState): number | undefined => {
  const { steps, nominationSheet, reviewSheet, streams } = rules.procedure
  const sheets = countedActs(step).flatMap((act) => (act.facts?.sheet === undefined ? [] : [act.facts.sheet]))
  switch (steps[step.key]?.scores) {
    case 'nomination':
      return resultOf([...state.facts.sheets, ...sheets], nominationSheet).total
    case 'review':
      return resultOf(reviewSheetsOf(state, { step, procedure: rules.procedure }), reviewSheet).total
    case 'diligence':
      return diligenceScore(state.facts.ratings, streams)
    case undefined:
      return undefined
  }
}
