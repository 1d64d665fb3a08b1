import { z } from 'zod'
import { changesOfPlace, raisedByPeople, recordKinds, takenBack } from '../../../domain/matters.js'
import { defined } from '../../../domain/values/defined.js'
import { BaseParams } from '../base.js'
import { conditionId } from '../conditions.js'
import { seqRead } from '../publishing.js'
import { day, reasonCode, words } from '../scalars.js'
import { StepParams } from '../step.js'
import { alsoAsJson, codeOption, onBase, reasoned, seqOption, wordsNeeded } from './entry.js'

const aStep = { params: StepParams, tag: 'steps' }

/** What comes back, a decision taken back or voided by two persons (R17), and what is raised beside the stage. */
export const returning = {
  revoke: onBase(
    {
      ...aStep,
      path: '/bases/:id/steps/:step/revocations',
      body: reasoned.meta({
        id: 'RevocationRequest',
        description: 'Takes a decision back because its ground has gone.',
      }),
      summary: 'Take a decision back',
      verb: {
        usage: 'revoke <base> <step>',
        says: 'Take back a decision whose ground has gone; what rests on it is asked again.',
        examples: alsoAsJson(
          'revoke gasme-C09-yueqing-1 2.3c.1 --code DAT --reason "the source withdrew its figures" --as p-sp-3',
        ),
        needs: [codeOption, wordsNeeded],
      },
    },
    ({ params: { step }, body: { code }, kept }) => ({ type: 'revoke', step, code, ...kept }),
  ),
  propose_void: onBase(
    {
      ...aStep,
      path: '/bases/:id/steps/:step/voids',
      body: reasoned.meta({
        id: 'VoidRequest',
        description: 'Says that a decision was entered by mistake; a second person confirms (R17).',
      }),
      summary: 'Say that a decision was entered by mistake',
      verb: {
        usage: 'void <base> <step>',
        says: 'Say that a decision was entered by mistake; a director or chair confirms it (R17).',
        examples: alsoAsJson('void gasme-C09-yueqing-1 1.2b.1 --code DAT --reason "wrong line of the minutes"'),
        needs: [codeOption, wordsNeeded],
      },
    },
    ({ params: { step }, body: { code }, kept }) => ({ type: 'propose_void', step, code, ...kept }),
  ),
  confirm_void: onBase(
    {
      ...aStep,
      path: '/bases/:id/steps/:step/voids/confirmations',
      body: z.strictObject({ seq: seqRead }).meta({ id: 'VoidConfirmation' }),
      summary: 'Confirm, as the second person, that it was a mistake',
      verb: {
        usage: 'confirm-void <base> <step>',
        says: 'Confirm, as the second person, that a decision was entered by mistake (R17).',
        examples: alsoAsJson('confirm-void gasme-C09-yueqing-1 1.2b.1 --seq 12 --as p-pd-1'),
        needs: [seqOption],
      },
    },
    ({ params: { step }, body: { seq } }) => ({ type: 'confirm_void', step, seq }),
  ),
  raise: onBase(
    {
      params: BaseParams,
      tag: 'steps',
      path: '/bases/:id/matters',
      body: z
        .strictObject({
          matter: z.enum(raisedByPeople),
          code: reasonCode,
          reason: words,
          facts: z
            .strictObject({
              change: z.enum(changesOfPlace).optional(),
              share: z.number().min(0).max(1).optional().describe('Share of the area by which a boundary moved, 0–1.'),
              until: day.optional().describe('The last day of a hold for force majeure (8.5).'),
              condition: conditionId.optional().describe('The condition that is to be lifted (8.16).'),
            })
            .optional()
            .describe(
              'What changed, asked of a change of circumstances (8.10), until when it is to be held (8.5), or which condition is to be lifted (8.16).',
            ),
        })
        .meta({
          id: 'MatterRequest',
          description: 'Raises a matter beside the stage: E6, 3.13, 5.13, 8.5, 8.10, 8.16.',
        }),
      summary: 'Raise a matter beside the stage',
      verb: {
        usage: 'raise <base>',
        says: 'Raise a matter beside the stage: an integrity stop, a review, a change, an amendment, an ending, a hold for force majeure, the lifting of a condition.',
        examples: [
          'raise gasme-C09-yueqing-1 --matter integrity_stop --code INT --reason "on a sanctions list since Monday" --as p-co-1',
          'raise gasme-C09-yueqing-1 --matter change --change boundary --share 0.12 --code GOV --reason "two towns joined the district"',
          'raise gasme-C09-yueqing-1 --matter force_majeure --until 2027-03-31 --code FMJ --reason "flood" --as p-pm-1',
          'raise gasme-C09-yueqing-1 --matter condition_lifting --condition 2.7.1:r1 --code LEG --reason "the law was repealed" --as p-pm-1',
        ],
        needs: [['--matter <matter>', 'what is raised', { choices: raisedByPeople }], codeOption, wordsNeeded],
        options: [
          ['--change <what>', 'what changed at the place', { choices: changesOfPlace }],
          ['--share <number>', 'share of the area by which the boundary moved, 0 to 1', { reads: 'number' }],
          ['--until <date>', 'the last day of a hold for force majeure', { reads: 'date' }],
          ['--condition <condition>', 'the condition that is to be lifted'],
        ],
        body: ({ change, share, until, condition, ...typed }) => ({
          ...typed,
          facts: [change, until, condition].every((one) => one === undefined)
            ? undefined
            : { change, share, until, condition },
        }),
      },
    },
    ({ body: { matter, code, facts }, kept }) => ({
      type: 'raise',
      matter,
      code,
      ...defined({ facts: facts && defined(facts) }),
      ...kept,
    }),
  ),
  open_record: onBase(
    {
      params: BaseParams,
      tag: 'steps',
      path: '/bases/:id/year-records',
      body: z.strictObject({ record: z.enum(recordKinds) }).meta({
        id: 'OpenRecordRequest',
        description:
          'Opens a sheet of an active base: work and money of the year (5.14), or the request of a firm (5.15).',
      }),
      summary: 'Open a sheet for what is noted during the year',
      verb: {
        usage: 'open-record <base>',
        says: 'Open a sheet for work and money of the year, or for the request of a firm; fill it in with `decide`.',
        examples: [
          'open-record gasme-C09-yueqing-1 --record year_record --as p-C09-yueqing-clo',
          'open-record gasme-C09-yueqing-1 --record service_request --as p-C09-yueqing-en',
        ],
        needs: [['--record <kind>', 'what is noted on it', { choices: recordKinds }]],
      },
    },
    ({ body: { record } }) => ({ type: 'open_record', record }),
  ),
  take_back: onBase(
    {
      params: BaseParams,
      tag: 'steps',
      path: '/bases/:id/matters/taken-back',
      body: z.strictObject({ matter: z.enum(takenBack), code: reasonCode, reason: words }).meta({
        id: 'TakeBackRequest',
        description: 'Takes back what the own side raised, until it is settled (3.13).',
      }),
      summary: 'Take back what was raised',
      verb: {
        usage: 'take-back <base>',
        says: 'Take back an ending that your side raised, as long as it is not settled.',
        examples: alsoAsJson(
          'take-back gasme-C09-yueqing-1 --matter ending --code GOV --reason "the council decided to stay" --as p-C09-yueqing-lg',
        ),
        needs: [['--matter <matter>', 'what is taken back', { choices: takenBack }], codeOption, wordsNeeded],
      },
    },
    ({ body: { matter, code }, kept }) => ({ type: 'take_back', matter, code, ...kept }),
  ),
}
