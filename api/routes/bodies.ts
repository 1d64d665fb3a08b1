import { readBase } from '../../db/reads/bases.js'
import { seatsInRole } from '../../db/reads/people.js'
import type { BaseCommand } from '../../domain/command.js'
import type { Standby } from '../../domain/commands/bodies.js'
import { give } from '../commands/answer.js'
import { toBase } from '../commands/to-base.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { DrawRequest } from '../contract/bodies.js'
import { StepParams } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { readPinned } from '../views/pinned-procedure.js'
import { commandResponses } from './responses.js'

/** What makes a body whole again: substitutes for those who stepped aside (8.4). */
export const addBodies = (app: ApiApp, parts: ApiParts): void => {
  const drawing = {
    ...{ headers: WriteHeaders, response: commandResponses(AcceptedResponse), tags: ['steps'] },
    ...{ params: StepParams, body: DrawRequest, summary: 'Draw substitutes for a body that lost its quorum' },
  }
  app.post('/bases/:id/steps/:step/substitutes', { schema: drawing }, async (request, reply) => {
    const { id: base, step } = request.params
    const pool = await standbysFor(parts, { id: base, step })
    const command = (): BaseCommand => ({ type: 'draw_substitutes', step, pool })
    return give(reply, await toBase(parts, { request, base, command }))
  })
}

/** Everybody who may stand in on a step by mandate; whom of them the rules keep away, the core judges. */
const standbysFor = async (
  parts: ApiParts,
  { id, step }: { id: string; step: string },
): Promise<readonly Standby[]> => {
  const base = await readBase(parts.db, { id })
  if (base === undefined) return []
  const procedure = await readPinned(parts, base)
  const body = procedure.steps[step.slice(0, step.lastIndexOf('.'))]?.decides
  if (body?.by !== 'votes' || body.substitutes === undefined) return []
  return await seatsInRole(parts.db, { programme: base.programme, role: body.substitutes, base: id })
}
