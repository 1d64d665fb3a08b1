import type { ProgrammeCommand } from '../../domain/command.js'
import { programmeWorkflowId } from '../../domain/ids.js'
import { workflowTypes } from '../../workflows/messages.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import type { Answer } from './answer.js'
import type { Ask } from './ask.js'
import { submit } from './submit.js'

interface ToProgramme {
  readonly ask: Ask
  readonly programme: string
  readonly command: () => Promise<ProgrammeCommand | No>
}

/** Sends a command to the workflow of a programme, which begins with its first command. */
export const toProgramme = async (parts: ApiParts, { ask, programme, command }: ToProgramme): Promise<Answer> => {
  const { namespace, procedure } = await programmePlace(parts, programme)
  return await submit(parts, {
    ask,
    stream: programme,
    programme,
    channel: 'api',
    pack: async () => {
      const packed = await command()
      if ('code' in packed && !('type' in packed)) return packed
      return {
        namespace,
        workflow: programmeWorkflowId(programme),
        update: packed.type,
        command: packed,
        start: { type: workflowTypes.programme, input: { programme, procedure }, summary: programme },
      }
    },
    absent: async () => ({ code: 'not_found', detail: { what: `programme ${programme}` } }),
  })
}
