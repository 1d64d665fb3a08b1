import { z } from 'zod'
import { StepParams } from '../step.js'
import { alsoAsJson, type CommandEntry } from './entry.js'

/** What makes a body whole again: substitutes for those who stepped aside (8.4). */
export const bodies = {
  draw_substitutes: {
    params: StepParams,
    tag: 'steps',
    path: '/bases/:id/steps/:step/substitutes',
    body: z.strictObject({}).meta({
      id: 'DrawRequest',
      description: 'Has substitutes drawn by lot where recusals leave a body fewer members than its quorum (8.4).',
    }),
    summary: 'Draw substitutes for a body that lost its quorum',
    verb: {
      usage: 'draw-substitutes <base> <step>',
      says: 'Draw substitutes by lot where recusals leave a body without its quorum (8.4).',
      examples: alsoAsJson('draw-substitutes gasme-C09-yueqing-1 1.10.1 --as p-cs-1'),
    },
  } satisfies CommandEntry,
}
