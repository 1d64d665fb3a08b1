import { z } from 'zod'
import { exhibitReaders, personalGrounds, rejectionCodes, sealForms } from '../../../domain/exhibits/exhibit.js'
import { exhibitKindCodes } from '../../../domain/exhibits/kinds.js'
import { plainDate } from '../../../domain/calendar-date.js'
import { defined } from '../../../domain/values/defined.js'
import { BaseParams } from '../base.js'
import { evidenceClass, ExhibitParams, languageTag, period, territory } from '../exhibits.js'
import { day, saying, uuid } from '../scalars.js'
import { onBase, type CommandEntry } from './entry.js'

const line = (max: number) => saying({ max }).optional()
const anExhibit = { params: ExhibitParams, tag: 'exhibits' } as const
const read = { periods: z.array(period).max(50).optional(), territories: z.array(territory).max(50).optional() }

/** A title in one language at least; the other one before it is quoted. */
const title = z
  .strictObject({ en: line(160), 'zh-CN': line(80) })
  .refine(
    (one) => one.en !== undefined || one['zh-CN'] !== undefined,
    'must hold a letter, a digit or another sign that can be read',
  )

/** What people bring to prove a fact, and what the receiving officer makes of it. */
export const exhibits = {
  // Its verb sends a file first, so that it is written out.
  bring_exhibit: {
    params: BaseParams,
    tag: 'exhibits',
    path: '/bases/:id/exhibits',
    body: z
      .strictObject({
        upload: uuid.describe('The file, as it was handed in and taken.'),
        title,
        kind: z.enum(exhibitKindCodes),
        class: evidenceClass.optional().describe('As proposed; left out: the best its kind can have.'),
        readers: z.enum(exhibitReaders),
        seal: z.enum(sealForms),
        languages: z.array(languageTag).min(1).max(10),
        issuer: line(200),
        docNo: line(100),
        definition: line(200),
        sourceUrl: z
          .url({ protocol: /^https?$/ })
          .max(1_000)
          .optional(),
        issuedOn: day.optional(),
        validUntil: day.optional().describe('Where a day is printed on it.'),
        capturedOn: day.optional(),
        ...read,
        personal: z.enum(personalGrounds).optional().describe('It holds personal data, on this ground.'),
        supersedes: uuid.optional(),
        translationOf: uuid.optional(),
        holdsNothingForbidden: z
          .literal(true)
          .describe('It holds no state secret, unpublished statistics, identity number or unapproved map.'),
      })
      .meta({ id: 'ExhibitRequest', description: 'A file that was taken, brought as proof of a fact.' }),
    summary: 'Bring an exhibit',
  } satisfies CommandEntry,
  check_exhibit: onBase(
    {
      ...anExhibit,
      path: '/bases/:id/exhibits/:exhibit/checks',
      body: z.strictObject({ class: evidenceClass, ...read }).meta({ id: 'ExhibitCheckRequest' }),
      summary: 'Check an exhibit',
      verb: {
        usage: 'check-exhibit <base> <exhibit>',
        says: 'Say, as the receiving officer, of which evidence class an exhibit is (8.6).',
        examples: ['check-exhibit gasme-C09-yueqing-1 0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a --class 2 --as p-lc-1'],
        needs: [['--class <class>', 'the evidence class, 1 to 5', { reads: 'number' }]],
      },
    },
    ({ params: { exhibit }, body: { class: set, periods, territories } }) => ({
      type: 'check_exhibit',
      exhibit,
      class: set,
      ...defined({
        periods: periods?.map(({ from, to }) => ({ from: plainDate(from), to: plainDate(to) })),
        territories,
      }),
    }),
  ),
  accept_exhibit: onBase(
    {
      ...anExhibit,
      path: '/bases/:id/exhibits/:exhibit/acceptances',
      body: z.strictObject({}).meta({ id: 'ExhibitAcceptanceRequest' }),
      summary: 'Accept an exhibit',
      verb: {
        usage: 'accept-exhibit <base> <exhibit>',
        says: 'Accept a checked exhibit: from now on its class counts.',
        examples: ['accept-exhibit gasme-C09-yueqing-1 0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a --as p-lc-1'],
      },
    },
    ({ params: { exhibit } }) => ({ type: 'accept_exhibit', exhibit }),
  ),
  return_exhibit: onBase(
    {
      ...anExhibit,
      path: '/bases/:id/exhibits/:exhibit/rejections',
      body: z
        .strictObject({
          code: z.enum(rejectionCodes),
          reason: saying({ max: 1_200 }).describe(
            'Why, in words for whoever brought it; in both languages where both are read.',
          ),
        })
        .meta({ id: 'ExhibitRejectionRequest' }),
      summary: 'Reject an exhibit',
      verb: {
        usage: 'reject-exhibit <base> <exhibit>',
        says: 'Send an exhibit back to whoever brought it, with the reason.',
        examples: [
          'reject-exhibit gasme-C09-yueqing-1 0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a --code unsigned --reason "no seal" --as p-lc-1',
        ],
        needs: [
          ['--code <code>', 'why', { choices: rejectionCodes }],
          ['--reason <text>', 'why, in words for whoever brought it'],
        ],
      },
    },
    ({ params: { exhibit }, body: { code }, kept }) => ({ type: 'return_exhibit', exhibit, code, ...kept }),
  ),
}
