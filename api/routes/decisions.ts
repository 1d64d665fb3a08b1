import type { Decide } from '../../domain/command.js'
import { give } from '../commands/answer.js'
import { toBase } from '../commands/to-base.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { BaseParams, CommentRequest, HoldRequest, ResumptionRequest, WithdrawalRequest } from '../contract/base.js'
import { DecisionRequest, StepParams } from '../contract/step.js'
import type { DecisionBody } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { commandResponses } from './responses.js'

const command = { headers: WriteHeaders, response: commandResponses(AcceptedResponse), tags: ['steps'] }
const onBase = { ...command, params: BaseParams }

/** What people do to a base: decide a step, comment, put on hold, resume, withdraw. */
export const addDecisions = (app: ApiApp, parts: ApiParts): void => {
  const decision = { ...command, params: StepParams, body: DecisionRequest, summary: 'Decide, vote, score or sign' }
  app.post('/bases/:id/steps/:step/decisions', { schema: decision }, async (request, reply) => {
    const { id: base, step } = request.params
    const { option, reason, ...rest } = request.body
    const answer = await toBase(parts, {
      request,
      base,
      text: reason,
      command: (kept) => ({ type: 'decide', step, option, ...kept, ...brought(rest) }),
    })
    return give(reply, answer)
  })
  const comment = { ...onBase, body: CommentRequest, summary: 'Comment' }
  app.post('/bases/:id/comments', { schema: comment }, async (request, reply) => {
    const { text, step } = request.body
    const answer = await toBase(parts, {
      request,
      base: request.params.id,
      text,
      command: ({ reason }) => {
        if (reason === undefined) throw new Error('A comment has a text: the contract asks for one.')
        return { type: 'comment', text: reason, ...(step === undefined ? {} : { step }) }
      },
    })
    return give(reply, answer)
  })
}

/** What stops and starts the clocks of a base. */
export const addStandstill = (app: ApiApp, parts: ApiParts): void => {
  const hold = { ...onBase, body: HoldRequest, summary: 'Put on hold' }
  app.post('/bases/:id/holds', { schema: hold }, async (request, reply) => {
    const { code, reason } = request.body
    const base = request.params.id
    return give(
      reply,
      await toBase(parts, {
        request,
        base,
        text: reason,
        command: (kept) => ({ type: 'hold', code, ...kept }),
      }),
    )
  })
  const resumption = { ...onBase, body: ResumptionRequest, summary: 'Resume' }
  app.post('/bases/:id/resumptions', { schema: resumption }, async (request, reply) => {
    const { reason } = request.body
    const base = request.params.id
    return give(
      reply,
      await toBase(parts, { request, base, text: reason, command: (kept) => ({ type: 'resume', ...kept }) }),
    )
  })
  const withdrawal = { ...onBase, body: WithdrawalRequest, summary: 'Withdraw the nomination' }
  app.post('/bases/:id/withdrawals', { schema: withdrawal }, async (request, reply) => {
    const { code, reason } = request.body
    const base = request.params.id
    return give(
      reply,
      await toBase(parts, {
        request,
        base,
        text: reason,
        command: (kept) => ({ type: 'withdraw', code, ...kept }),
      }),
    )
  })
}

/** The parts of a decision that were sent: absent ones stay absent, since the core tells the two apart. */
export const brought = ({
  code,
  seen,
  facts,
  noInterest,
}: Omit<DecisionBody, 'option' | 'reason'>): Omit<Decide, 'type' | 'step' | 'option'> => ({
  ...(code === undefined ? {} : { code }),
  ...(seen === undefined ? {} : { seen }),
  ...(facts === undefined ? {} : { facts: givenOf(facts) }),
  ...(noInterest === undefined ? {} : { noInterest }),
})

const givenOf = ({
  dossier,
  sheet,
  report,
  team,
  baseline,
}: NonNullable<DecisionBody['facts']>): NonNullable<Decide['facts']> => ({
  ...(dossier === undefined ? {} : { dossier }),
  ...(sheet === undefined ? {} : { sheet }),
  ...(report === undefined ? {} : { report: reportOf(report) }),
  ...(baseline === undefined ? {} : { baseline }),
  ...(team === undefined ? {} : { team }),
})

const reportOf = ({
  values,
  ...report
}: NonNullable<NonNullable<DecisionBody['facts']>['report']>): NonNullable<NonNullable<Decide['facts']>['report']> => ({
  ...report,
  ...(values === undefined ? {} : { values }),
})
