import { z } from 'zod'
import { reasonCode, words } from '../scalars.js'
import { StepParams } from '../step.js'
import { codeOption, onBase, wordsNeeded } from './entry.js'

/** More time for an open step (8.5). */
export const timing = {
  extend: onBase(
    {
      params: StepParams,
      tag: 'steps',
      path: '/bases/:id/steps/:step/extensions',
      body: z
        .strictObject({
          days: z.int().min(1).max(365).describe('Working days of the side that acts, added to the date that stands.'),
          code: reasonCode,
          reason: words,
        })
        .meta({
          id: 'ExtensionRequest',
          description: 'Gives an open step more time: the director once, the chair twice, never who acts on it (8.5).',
        }),
      summary: 'Give an open step more time',
      verb: {
        usage: 'extend <base> <step>',
        says: 'Give an open step more time: the director once, the chair twice, never who acts on it (8.5).',
        examples: [
          'extend gasme-C09-yueqing-1 2.2b.1 --days 10 --code DAT --reason "the register is closed for the count" --as p-pd-1',
          'extend gasme-C09-yueqing-1 3.5.1 --days 5 --code FMJ --reason "typhoon" --as p-ch-1 --json',
        ],
        needs: [['--days <number>', 'working days to add', { reads: 'number' }], codeOption, wordsNeeded],
      },
    },
    ({ params: { step }, body: { days, code }, kept }) => ({ type: 'extend', step, days, code, ...kept }),
  ),
}
