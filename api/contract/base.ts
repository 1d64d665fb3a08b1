import { z } from 'zod'
import { interestKinds } from '../../domain/values/interest-kind.js'
import { basesSorts } from '../../domain/values/bases-sort.js'
import { colours } from '../../domain/values/colour.js'
import { pageFields } from './page.js'
import {
  count,
  day,
  identifier,
  instant,
  localText,
  personName,
  programmeId,
  role,
  sha256,
  stage,
  status,
  text,
} from './scalars.js'
import { procedureIds } from '../../domain/procedure-id.js'

export const BaseParams = z.strictObject({ id: identifier })
/** A yes or no in an address. */
export const flag = z.enum(['true', 'false']).transform((said) => said === 'true')
const word = text({ max: 60 })

/** Which bases are asked for, wherever they are listed or counted. */
export const basesFilters = {
  programme: programmeId.optional().describe('Only of this one. Left out: every programme that is no rehearsal.'),
  rehearsal: flag.optional().describe('Those of rehearsals alone, where no programme is named.'),
  q: text({ max: 100 }).optional().describe('Part of a name in any language, of a place or of an id.'),
  stage: stage.optional(),
  status: status.optional(),
  colour: z.enum(colours).optional(),
  category: word.optional().describe('The word of the record, such as `textile`.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as VN')
    .optional(),
  province: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9.-]{0,12}$/, 'must be an ISO 3166-2 code such as CN-ZJ')
    .optional(),
  slot: z.enum(['held', 'none']).optional().describe('Whether it holds one of the ten.'),
  closed: flag.optional().describe('Whether the matter has ended.'),
  late: flag.optional().describe('Whether an open step is past its day.'),
  role: role.optional().describe('It waits for somebody in this role.'),
  holder: identifier.optional().describe('It waits for this person, to whom a step was given.'),
  dueBefore: instant.optional().describe('An open step is due before.'),
  reviewBefore: instant.optional().describe('Its next yearly review opens before, or is under way.'),
  reviewWithin: z.coerce
    .number()
    .int()
    .min(0)
    .max(3660)
    .optional()
    .describe('Its next yearly review opens within so many days of its own clock, or is under way.'),
}

export const BasesQuery = z.strictObject({
  ...basesFilters,
  sort: z
    .enum(basesSorts)
    .optional()
    .describe('By what it is put in order; what has none of it comes last. Left out: by id.'),
  ...pageFields,
})
/** The same whole, as a table: it has no pages. */
export const BasesTableQuery = BasesQuery.omit({ after: true, limit: true })
export const BaseCountsQuery = z.strictObject(basesFilters)

/** Names of a base, each in every language. */
export const Names = z.object({
  name: localText,
  place: localText,
  government: localText,
  industry: localText,
})

export const WaitsFor = z
  .object({
    step: identifier,
    key: z.string(),
    role,
    title: localText,
    since: instant,
    dueAt: instant,
    late: z.boolean(),
    holder: identifier.optional().describe('The one holder of the role a director gave it to.'),
    holderName: personName.optional().describe('Of the holder, in lists; null: erased.'),
    roleLabel: localText,
    vacant: z.boolean().describe('Fewer people may act than the step needs: a task for the programme manager.'),
  })
  .meta({ id: 'WaitsFor', description: 'An open step: who must act, since when, until when.' })

/** Where the place of a base is, by the clock: by it and by New York people are told the hour (R4). */
export const placeZone = z.string().nullable().describe('IANA name of the time of its place (R4).')

const summary = {
  id: identifier,
  programme: programmeId,
  cluster: identifier,
  names: Names,
  zone: placeZone,
  call: z.string(),
  category: z.string().describe('The word of its record.'),
  province: z.string().describe('ISO 3166-2.'),
  country: z.string().describe('ISO 3166-1.'),
  at: z
    .object({ lat: z.number(), lon: z.number() })
    .nullable()
    .describe('A point that stands for the place, WGS 84, as its record says; null: it says none.'),
  stage,
  stageEnteredAt: instant.nullable().describe('Of the stage it is in; null: the matter is closed.'),
  signedAt: instant.nullable().describe('When the memorandum was signed.'),
  endsOn: day.nullable().describe('The last day of its term.'),
  activatedAt: instant.nullable(),
  review: z
    .object({
      year: z.int().nullable(),
      at: instant.describe('When it opens; once it is under way, when it was opened.'),
      underWay: z.boolean(),
    })
    .nullable()
    .describe('The yearly review that comes next or is under way.'),
  status,
  code: z.string().optional().describe('The reason code of a status that ended or stopped the matter.'),
  colour: z.string().optional(),
  score: z.number().optional(),
  slot: z.int().optional(),
  plaque: z.string().optional(),
  nextDueAt: instant.nullable(),
  waitsFor: z.array(WaitsFor),
  awaitsSession: z.boolean(),
  today: day.describe('What day it is for it, by UTC: a rehearsal has a clock of its own.'),
  closed: z.boolean(),
  rehearsal: z.boolean(),
}

/** What stands beside a count that has an end. */
const isMore = z.boolean().describe('There are more; nobody counted further.')

export const BaseSummary = z.object(summary).meta({ id: 'BaseSummary' })
export const BasesResponse = z
  .object({
    items: z.array(BaseSummary),
    total: z
      .object({ count, isMore })
      .nullable()
      .describe('How many there are on all pages, counted to a thousand; told with the first page alone.'),
    next: z.string().nullable(),
  })
  .meta({ id: 'Bases', description: 'One page of a list.' })

export const BaseCountsResponse = z
  .object({
    stages: z.array(
      z.object({
        stage,
        label: localText,
        bases: count,
        isMore,
        late: count.describe('In which an open step is past its day.'),
        moreLate: isMore,
        ages: z
          .array(z.object({ upToDays: z.int().nullable().describe('Null: longer.'), bases: count, isMore }))
          .describe('For how long they have been in it.'),
        longest: z
          .object({ base: identifier, since: instant, days: count.describe('Whole days by its own clock.') })
          .nullable(),
      }),
    ),
    closed: count.describe('Matters that have ended; they stand in no stage.'),
    moreClosed: isMore,
  })
  .meta({
    id: 'BaseCounts',
    description: 'How many bases stand in which stage, and for how long, each counted to a thousand.',
  })

export const BaseSpansResponse = z
  .object({
    now: instant,
    items: z.array(
      z.object({
        id: identifier,
        names: Names,
        status,
        openedAt: instant,
        closedAt: instant.nullable(),
        signedAt: instant.nullable(),
        endsOn: day.nullable(),
        now: instant.describe('What time it is for this base: one that is rehearsed may keep a time of its own.'),
        stages: z.array(z.object({ stage, year: z.int().optional(), enteredAt: instant, leftAt: instant.nullable() })),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'BaseSpans', description: 'One page of bases with the times of their stages, to be drawn in time.' })

export const BaseResponse = z
  .object({
    ...summary,
    procedure: z.string(),
    stages: z.array(
      z.object({
        stage,
        no: z.int(),
        year: z.int().optional(),
        enteredAt: instant,
        leftAt: instant.nullable(),
        outcome: status.nullable(),
        code: z.string().optional(),
      }),
    ),
    titleReview: z
      .object({ at: instant.describe('When the review opens whose result ends it.'), says: localText })
      .nullable()
      .describe('The end of the title of role model (11); null: the base does not have it.'),
    counts: z.object({
      steps: count.describe('Step instances closed.'),
      decisions: count.describe('Human commands accepted: each vote, score and signature is one.'),
      letters: count.describe('Letters taken by the mail server, reminders included.'),
    }),
    ledger: z.object({ entries: count, head: sha256 }),
    openedAt: instant,
    lastEntryAt: instant,
    missingParts: z.array(z.int()),
    undated: z.array(z.string()),
    interests: z
      .array(z.object({ person: identifier, kind: z.enum(interestKinds), since: instant }))
      .describe('Declared interests: these people have neither access nor vote (SD5).'),
  })
  .meta({ id: 'Base' })

export const NominationRequest = z
  .strictObject({
    cluster: identifier,
    call: identifier.optional().describe('Left out: the call that is open.'),
    invited: z.boolean().default(false).describe('The place was invited already: the dossier is awaited at once.'),
    procedure: z.enum(procedureIds).optional().describe('Left out: the procedure of the programme.'),
  })
  .meta({ id: 'NominationRequest' })
