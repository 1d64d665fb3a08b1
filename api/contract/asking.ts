import { z } from 'zod'
import { timeAxes } from '../../domain/as-of.js'
import { ExhibitThen } from './exhibits.js'
import { Names } from './base.js'
import { did } from './did.js'
import { pageFields } from './page.js'
import {
  day,
  identifier,
  instant,
  localText,
  programmeId,
  reasonCode,
  role,
  sha256,
  stage,
  status,
  personName,
} from './scalars.js'

/** A date of the programme, its whole day included, or an instant in universal time. */
export const dateOrInstant = z
  .union([day, instant])
  .describe('A date of the programme, to the end of its day (New York), or an instant such as 2027-06-01T08:00:00Z.')

/** The bounds of a period, both within: what every list that can be asked by time takes. */
export const periodFields = {
  from: dateOrInstant.optional().describe('From this instant on, or from the first moment of this day (New York).'),
  to: dateOrInstant.optional().describe('To this instant, or to the last moment of this day (New York).'),
}

const by = z
  .enum(timeAxes)
  .default('happened')
  .describe('By which time entries count: when they happened, were recorded, or are effective (papers: their date).')

export const AsOfQuery = z.strictObject({ on: dateOrInstant, by })
export const PortfolioQuery = z.strictObject({ on: dateOrInstant, by, ...pageFields })
export const DiffQuery = z.strictObject({ from: dateOrInstant, to: dateOrInstant, by })

const Moment = z.object({ at: instant, on: day, by: z.enum(timeAxes) })

const StepThen = z.object({
  step: identifier,
  key: z.string(),
  role,
  title: localText,
  since: instant,
  dueAt: instant,
  holder: identifier.optional(),
  acted: z.int(),
  seats: z.int(),
})

const then = {
  stage,
  year: z.int().optional(),
  status,
  code: reasonCode.optional(),
  colour: z.string().optional(),
  score: z.number().optional(),
  slot: z.int().optional(),
  plaque: z.string().optional(),
  heldSince: instant.optional(),
  openSteps: z.array(StepThen),
  closed: z.boolean(),
}

export const BaseThen = z
  .object({
    ...then,
    procedure: z.string(),
    signedOn: instant.optional(),
    endsOn: day.optional(),
    activatedOn: instant.optional(),
    reviews: z.array(z.object({ year: z.int(), colour: z.string(), total: z.number() })),
    extraordinary: z
      .array(
        z.object({
          on: instant,
          before: z.int().describe('The review year whose panel comes next and looks at it again (R10).'),
          colour: z.string(),
          total: z.number(),
          setAside: z
            .literal(true)
            .optional()
            .describe('Redress was upheld, or asked for and never decided: it counts for nothing.'),
        }),
      )
      .optional()
      .describe('Extraordinary reviews, beside the yearly ones (5.13).'),
    stages: z.array(
      z.object({ stage, no: z.int(), enteredAt: instant, leftAt: instant.nullable(), outcome: status.nullable() }),
    ),
  })
  .meta({ id: 'BaseThen', description: 'Where a base stood at a moment, folded from its ledger.' })

/** As of which ledger an answer about the past was given: the same question later has the same answer up to here. */
const ledger = z.object({ entries: z.int().min(0), head: sha256 })

export const AsOfResponse = z
  .object({
    base: identifier,
    moment: Moment,
    entries: z.int().min(0).describe('Entries of the base within the moment.'),
    state: BaseThen.nullable().describe('Null: nothing of the base was there yet.'),
    exhibits: z.array(ExhibitThen).describe('What had been brought to prove facts, as far as you may see it now.'),
    ledger,
  })
  .meta({ id: 'AsOf' })

export const PortfolioItem = z
  .object({ base: identifier, programme: programmeId, names: Names, entries: z.int(), ...then })
  .meta({ id: 'PortfolioItem', description: 'One base of a programme as it stood at a moment.' })
export const PortfolioResponse = z
  .object({ moment: Moment, items: z.array(PortfolioItem), next: z.string().nullable() })
  .meta({ id: 'Portfolio', description: 'One page of a portfolio, in the order of the ids of its bases.' })

const made = z.object({
  seq: z.int().describe('The entry that made the change.'),
  occurredAt: instant,
  recordedAt: instant,
  effectiveOn: z.string().nullable(),
  ...did,
  person: z.string().nullable().describe('Null: the engine, or not for your eyes.'),
  name: personName,
  role: role.nullable(),
  onBehalfOf: z.string().nullable().describe('The organisation of the seat, or the person in whose place.'),
  channel: z.string(),
})

export const ChangeResponse = z
  .object({
    facet: z.string(),
    subject: z.string().optional(),
    before: localText.nullable(),
    after: localText.nullable(),
    sentence: localText,
    by: made,
  })
  .meta({ id: 'Change', description: 'One difference of a base, in words, and whose act made it.' })

export const DiffResponse = z
  .object({
    base: identifier,
    from: Moment,
    to: Moment,
    before: BaseThen.nullable(),
    after: BaseThen.nullable(),
    changes: z.array(ChangeResponse),
    withheld: z.int().min(0).describe('How many changes more there are that are not for your eyes (8.12).'),
    ledger,
  })
  .meta({ id: 'Diff', description: 'What changed between two moments, the earlier one first.' })

const days = z.number().min(0)

export const TimesResponse = z
  .object({
    base: identifier,
    now: instant,
    stages: z.array(
      z.object({
        stage,
        no: z.int(),
        year: z.int().optional(),
        enteredAt: instant,
        leftAt: instant.nullable(),
        days: days.describe('Days of 24 hours.'),
        waited: z
          .object({ programme: days, partner: days, both: days, standing: days, rest: days })
          .describe('Whom it waited for: one side alone, both, a hold or stop, or papers, sessions and dates.'),
      }),
    ),
    openSteps: z.array(
      z.object({
        step: identifier,
        key: z.string(),
        role,
        title: localText,
        side: z.enum(['programme', 'partner']),
        since: instant,
        days,
        workingDays: z.int().nullable().describe('Of the side that must act; null where its calendar is not kept.'),
      }),
    ),
    ledger,
  })
  .meta({ id: 'Times', description: 'How long each stage took and whom it waited for.' })
