import { z } from 'zod'
import { interestKinds } from '../../../domain/values/interest-kind.js'
import { dateOrInstant } from '../asking.js'
import { BaseParams } from '../base.js'
import { ProgrammeParams } from '../programme.js'
import { identifier, reason, reasonCode, role, words } from '../scalars.js'
import { StepParams } from '../step.js'
import { DelegationParams, stepKeys } from '../who.js'
import { codeOption, type CommandEntry, wordsNeeded } from './entry.js'

/** Who may act on a base: interests in it (SD5), and open steps given to one holder of their role. */
export const who = {
  declare_interest: {
    params: BaseParams,
    tag: 'bases',
    path: '/bases/:id/interests',
    body: z
      .strictObject({
        kind: z.enum(interestKinds),
        person: identifier.optional().describe('Left out: yourself. Compliance alone enters it of somebody else.'),
        reason,
      })
      .meta({
        id: 'InterestRequest',
        description: 'Declares an interest in this base (SD5): it takes access and vote, and nobody lifts it.',
      }),
    summary: 'Declare an interest in a base',
    verb: {
      usage: 'interest <base>',
      says: 'Declare an interest in a base (SD5): it takes access and vote, and nobody lifts it.',
      examples: [
        'interest gasme-C09-yueqing-1 --kind direct --reason "advised the cluster body in 2025" --as p-ex-2',
        'interest gasme-C09-yueqing-1 --kind indirect --of p-cm-4 --as p-co-1',
      ],
      needs: [['--kind <kind>', 'how near it is', { choices: interestKinds }]],
      options: [
        ['--of <person>', 'whose interest it is, entered by compliance; left out: your own'],
        ['--reason <text>', 'what it consists in'],
      ],
      body: ({ of: person, ...typed }) => ({ ...typed, person }),
    },
  } satisfies CommandEntry,
  reassign: {
    params: StepParams,
    tag: 'steps',
    path: '/bases/:id/steps/:step/reassignments',
    body: z
      .strictObject({ to: identifier, code: reasonCode, reason: words })
      .meta({ id: 'ReassignmentRequest', description: 'Gives an open step to one holder of its role.' }),
    summary: 'Give an open step to one holder of its role',
    verb: {
      usage: 'reassign <base> <step>',
      says: 'Give an open step to one holder of its role, as a director.',
      examples: ['reassign gasme-C09-yueqing-1 1.4a.1 --to p-so-3 --code LAT --reason "illness" --as p-pd-1'],
      needs: [['--to <person>', 'the holder of the role who is to act'], codeOption, wordsNeeded],
    },
  } satisfies CommandEntry,
}

/** Seats lent to another person until a date (SD7). */
export const lending = {
  delegate: {
    params: ProgrammeParams,
    tag: 'people',
    path: '/programmes/:programme/delegations',
    body: z
      .strictObject({
        role: role.describe('The own seat that is lent.'),
        base: identifier
          .optional()
          .describe(
            'One base; left out: as far as the own seat goes, for its base or each of the programme. Who holds it for several bases names one.',
          ),
        to: identifier.describe('The person who may then act in your place.'),
        steps: stepKeys.min(1).optional().describe('Keys of the only steps it is for; left out: all of the role.'),
        from: dateOrInstant
          .optional()
          .describe(
            'A date begins with its day, for a seat of a place as the place has it, else in New York (R4). Left out: from now on.',
          ),
        until: dateOrInstant.describe(
          'A date is lent to 24:00 of its day, for a seat of a place as the place has it, else in New York (R4); or to the end of the own seat on that day.',
        ),
      })
      .meta({ id: 'DelegationRequest', description: 'Lends an own seat to a named person until a date (SD7).' }),
    summary: 'Lend an own seat',
    verb: {
      usage: 'delegate <role>',
      says: 'Lend your own seat to a named person until a date (SD7). Both names stand in the record of each act.',
      examples: [
        'delegate SO --to p-so-3 --until 2027-03-31 --as p-so-1',
        'delegate LC --to p-lc-4 --until 2027-03-31T22:00:00Z --steps 3.2b 3.3a --base gasme-C09-yueqing-1 --as p-lc-1',
      ],
      needs: [
        ['--to <person>', 'who may then act in your place'],
        [
          '--until <moment>',
          'when it ends; a date at 24:00 of its day, for a seat of a place as the place has it, else in New York',
          { reads: 'moment' },
        ],
      ],
      options: [
        [
          '--from <moment>',
          'when it begins; a date with its day, for a seat of a place as the place has it, else in New York; left out: now',
          {
            reads: 'moment',
          },
        ],
        ['--base <base>', 'only for this base; left out: as far as your own seat goes'],
        ['--steps <key...>', 'only these steps of the role'],
        ['--programme <id>', 'the programme', { usually: 'gasme' }],
      ],
    },
  } satisfies CommandEntry,
  end_delegation: {
    params: DelegationParams,
    tag: 'people',
    path: '/delegations/:id/endings',
    body: z.strictObject({}).meta({ id: 'EndingRequest' }),
    summary: 'End a delegation',
    verb: {
      usage: 'end-delegation <delegation>',
      says: 'End a delegation before its date; from then on nobody acts under it.',
      examples: ['end-delegation 0b5f7c1e-8a44-8d0e-9f3b-3f6f0c2f7a11 --as p-so-1'],
    },
  } satisfies CommandEntry,
}
