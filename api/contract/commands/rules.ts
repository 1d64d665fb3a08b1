import { z } from 'zod'
import { BaseParams } from '../base.js'
import { rulesVersion } from '../scalars.js'
import { type CommandEntry } from './entry.js'

/** One side agrees to a later version of the rules for a base (8.8). */
export const rules = {
  adopt_procedure: {
    params: BaseParams,
    tag: 'bases',
    path: '/bases/:id/adoptions',
    body: z.strictObject({ version: rulesVersion }).meta({
      id: 'AdoptionRequest',
      description: 'One side agrees to a later version of the rules for a base (8.8).',
    }),
    summary: 'Agree to a later version of the rules',
    verb: {
      usage: 'adopt <base> <version>',
      says: 'Agree to a later version of the rules for the stage that runs; adopted when director and local signatory both have (8.8).',
      examples: [
        'adopt gasme-C09-yueqing-1 2027-03-01 --as p-pd-1',
        'adopt gasme-C09-yueqing-1 2027-03-01 --as p-C09-yueqing-al --json   # the second side adopts it',
      ],
    },
  } satisfies CommandEntry,
}
