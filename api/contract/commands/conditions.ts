import { z } from 'zod'
import { defined } from '../../../domain/values/defined.js'
import { ConditionParams } from '../conditions.js'
import { reason, uuid } from '../scalars.js'
import { onBase } from './entry.js'

const aCondition = { params: ConditionParams, tag: 'conditions' } as const

/** What becomes of a condition once it is fixed: its owner shows that it is met, and an officer checks it. */
export const conditions = {
  show_condition: onBase(
    {
      ...aCondition,
      path: '/bases/:id/conditions/:condition/showings',
      body: z.strictObject({ exhibits: z.array(uuid).min(1).max(20), reason }).meta({ id: 'ConditionShowingRequest' }),
      summary: 'Show that a condition is met',
      verb: {
        usage: 'show-condition <base> <condition>',
        says: 'Say, as whoever has to meet a condition, that it is met, and name the exhibit that shows it.',
        examples: [
          'show-condition gasme-C09-yueqing-1 2.7.1:r1 --exhibit 0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a --as p-C09-yueqing-lg',
        ],
        needs: [['--exhibit <id>', 'what shows it, of class 3 or better']],
        options: [['--reason <text>', 'what there is to say about it']],
        body: ({ exhibit, reason: why }) => ({ exhibits: [exhibit], ...defined({ reason: why }) }),
      },
    },
    ({ params: { condition }, body: { exhibits }, kept }) => ({ type: 'show_condition', condition, exhibits, ...kept }),
  ),
  check_condition: onBase(
    {
      ...aCondition,
      path: '/bases/:id/conditions/:condition/checks',
      body: z.strictObject({ result: z.enum(['met', 'not_met']), reason }).meta({ id: 'ConditionCheckRequest' }),
      summary: 'Check a condition',
      verb: {
        usage: 'check-condition <base> <condition>',
        says: 'Find, as an officer who did not show it, that a condition is met, or say why not.',
        examples: ['check-condition gasme-C09-yueqing-1 2.7.1:r1 --result met --as p-lc-1'],
        needs: [['--result <result>', 'what was found', { choices: ['met', 'not_met'] }]],
        options: [['--reason <text>', 'why it is not met, in words for its owner']],
      },
    },
    ({ params: { condition }, body: { result }, kept }) => ({ type: 'check_condition', condition, result, ...kept }),
  ),
}
