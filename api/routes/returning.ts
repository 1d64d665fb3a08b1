import type { z } from 'zod'
import type { BaseCommand } from '../../domain/command.js'
import { give } from '../commands/answer.js'
import { toBase, type Kept } from '../commands/to-base.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import { MatterRequest, RevocationRequest, VoidRequest } from '../contract/returning.js'
import { StepParams } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { commandResponses } from './responses.js'

const command = { headers: WriteHeaders, response: commandResponses(AcceptedResponse), tags: ['steps'] }

/** What comes back: a decision taken back, or voided by two persons (R17). */
export const addReturning = (app: ApiApp, parts: ApiParts): void => {
  const onStep = { ...command, params: StepParams }
  const revocation = { ...onStep, body: RevocationRequest, summary: 'Take a decision back' }
  app.post('/bases/:id/steps/:step/revocations', { schema: revocation }, async (request, reply) => {
    const { id: base, step } = request.params
    const { code, reason: text } = request.body
    const packed = (kept: Kept): BaseCommand => ({ type: 'revoke', step, code, ...kept })
    return give(reply, await toBase(parts, { request, base, text, command: packed }))
  })
  const proposal = { ...onStep, body: VoidRequest, summary: 'Say that a decision was entered by mistake' }
  app.post('/bases/:id/steps/:step/voids', { schema: proposal }, async (request, reply) => {
    const { id: base, step } = request.params
    const { code, reason: text } = request.body
    const packed = (kept: Kept): BaseCommand => ({ type: 'propose_void', step, code, ...kept })
    return give(reply, await toBase(parts, { request, base, text, command: packed }))
  })
  const confirmation = { ...onStep, summary: 'Confirm, as the second person, that it was a mistake' }
  app.post('/bases/:id/steps/:step/voids/confirmations', { schema: confirmation }, async (request, reply) => {
    const { id: base, step } = request.params
    return give(reply, await toBase(parts, { request, base, command: () => ({ type: 'confirm_void', step }) }))
  })
}

/** What is raised beside the stage of a base. */
export const addMatters = (app: ApiApp, parts: ApiParts): void => {
  const raising = { ...command, params: BaseParams, body: MatterRequest, summary: 'Raise a matter beside the stage' }
  app.post('/bases/:id/matters', { schema: raising }, async (request, reply) => {
    const base = request.params.id
    const { matter, code, reason: text, facts } = request.body
    const brought = facts === undefined ? {} : { facts: factsOf(facts) }
    const packed = (kept: Kept): BaseCommand => ({ type: 'raise', matter, code, ...brought, ...kept })
    return give(reply, await toBase(parts, { request, base, text, command: packed }))
  })
}

const factsOf = ({ change, share }: NonNullable<z.output<typeof MatterRequest>['facts']>) => ({
  change,
  ...(share === undefined ? {} : { share }),
})
