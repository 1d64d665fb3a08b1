import type { ProgrammeCommand } from '../../domain/command.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { programmeWorkflowId, type ProgrammeId } from '../../domain/ids.js'
import { workflowTypes } from '../../domain/workflow-names.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import type { HttpAnswer } from './answer.js'
import type { WriteRequest } from './ask.js'
import { submit } from './submit.js'

interface ToProgramme {
  readonly ask: WriteRequest
  readonly programme: ProgrammeId
  readonly command: () => Promise<ProgrammeCommand | No>
}

/**
 * Sends a command to the workflow of a programme, which begins with its first command. Where the ledger has entries and
 * the workflow is missing it is not begun anew, with nothing known of them: it has to be revived.
 */
export const toProgramme = async (parts: ApiParts, { ask, programme, command }: ToProgramme): Promise<HttpAnswer> => {
  const { namespace, procedure } = await programmePlace(parts, programme)
  return await submit(parts, {
    ask,
    stream: programme,
    programme,
    channel: 'api',
    pack: async () => {
      const packed = await command()
      if ('code' in packed && !('type' in packed)) return packed
      const parcel = { namespace, workflow: programmeWorkflowId(programme), update: packed.type, command: packed }
      const known = await readProgramme(parts.db, { id: programme })
      return known !== undefined && known.ledger.entries > 0
        ? parcel
        : { ...parcel, start: { type: workflowTypes.programme, input: { programme, procedure }, summary: programme } }
    },
  })
}
