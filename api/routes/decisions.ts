import type { Decide } from '../../domain/command.js'
import { give } from '../commands/answer.js'
import { toBase } from '../commands/to-base.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { DecisionRequest, StepParams } from '../contract/step.js'
import type { DecisionBody } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { commandResponses } from './responses.js'
import { defined } from '../../domain/values/defined.js'

/** What people decide: of all commands the most frequent and the largest, so that its body is read once. */
export const addDecisions = (app: ApiApp, parts: ApiParts): void => {
  const response = commandResponses(AcceptedResponse)
  const decision = { headers: WriteHeaders, response, tags: ['steps'], params: StepParams, body: DecisionRequest }
  const schema = { ...decision, summary: 'Decide, vote, score or sign' }
  app.post('/bases/:id/steps/:step/decisions', { schema }, async (request, reply) => {
    const { id: base, step } = request.params
    const { option, reason, form, ...rest } = request.body
    const answer = await toBase(parts, {
      request,
      base,
      reason,
      filled: form && { step, option, answers: form },
      deciding: { step, option },
      command: (kept) => ({ type: 'decide', step, option, ...kept, ...brought(rest) }),
    })
    return give(reply, answer)
  })
}

/** The parts of a decision that were sent: absent ones stay absent, since the core tells the two apart. */
export const brought = ({
  code,
  seen,
  noInterest,
}: Omit<DecisionBody, 'option' | 'reason' | 'form'>): Omit<Decide, 'type' | 'step' | 'option'> => ({
  ...defined({ code, seen, noInterest }),
})
