import type { Activities } from '../../activities/contract.js'
import { senderSeal } from '../../db/seals/sender-seal.js'
import { baseWorkflowId, programmeWorkflowId } from '../../domain/ids.js'

/** The activity as a workflow calls it for a command that came through the API: with the seal of its sender. */
export const sentByTheDoor =
  (record: Activities['record']): Activities['record'] =>
  (request) => {
    const { command, actor } = request
    if (command === undefined || actor === undefined) return record(request)
    const workflow = request.kind === 'base' ? baseWorkflowId(request.base) : programmeWorkflowId(request.programme)
    return record({ ...request, seal: senderSeal({ ...request, command, workflow }) })
  }
