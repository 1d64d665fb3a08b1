import type { BaseCommand } from '../../domain/command.js'
import { give } from '../commands/answer.js'
import { toBase, type Kept } from '../commands/to-base.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { StepParams } from '../contract/step.js'
import { ExtensionRequest } from '../contract/timing.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { commandResponses } from './responses.js'

const command = { headers: WriteHeaders, response: commandResponses(AcceptedResponse), tags: ['steps'] }

/** More time for an open step (8.5). */
export const addExtensions = (app: ApiApp, parts: ApiParts): void => {
  const schema = { ...command, params: StepParams, body: ExtensionRequest, summary: 'Give an open step more time' }
  app.post('/bases/:id/steps/:step/extensions', { schema }, async (request, reply) => {
    const { id: base, step } = request.params
    const { days, code, reason: text } = request.body
    const packed = (kept: Kept): BaseCommand => ({ type: 'extend', step, days, code, ...kept })
    return give(reply, await toBase(parts, { request, base, text, command: packed }))
  })
}
