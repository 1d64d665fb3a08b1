import { z } from 'zod'
import { capacities, screeningVerdicts } from '../../domain/screening.js'
import { subjectStatuses } from '../../domain/subjects.js'
import { identifier, instant, localText } from './scalars.js'

const words = z.array(z.object({ label: localText, says: localText }))
const source = z.object({ step: identifier, title: localText, at: instant })

const SubjectView = z
  .object({
    capacity: z.enum(capacities),
    capacityLabel: localText,
    who: localText.describe('The person or organisation, as the form names it.'),
    aliases: z.string().nullable(),
    sources: z.array(source).describe('The visits on whose forms it is named.'),
    status: z.enum(subjectStatuses),
    statusLabel: localText,
    screened: source
      .extend({ person: identifier.nullable().describe('Null: erased.') })
      .nullable()
      .describe('The last screening that looked for it, and by whom. Null: none did.'),
    hits: z.array(z.object({ words })).describe('What was found of it, with what became of that.'),
  })
  .meta({ id: 'Subject', description: 'A person or organisation that is screened for a base.' })

const ScreeningView = z
  .object({
    step: identifier,
    title: localText,
    at: instant,
    person: identifier.nullable().describe('Who screened. Null: erased.'),
    lists: z.array(z.object({ words })).describe('The lists that were asked, each with its version and day.'),
  })
  .meta({ id: 'ScreeningRun', description: 'A screening: who, when, and in which lists.' })

export const SubjectsResponse = z
  .object({
    verdict: z.enum(screeningVerdicts).nullable().describe('Null: nobody was screened yet.'),
    verdictLabel: localText.nullable(),
    screenedAt: instant.nullable(),
    nextOn: instant
      .nullable()
      .describe('When the clock asks for the next screening. Null: it is asked for now, or not.'),
    known: z.int().describe('How many are screened, or are to be.'),
    due: z.int().describe('How many of them the last screening did not look for.'),
    items: z.array(SubjectView).nullable().describe('Null: lists, hits and names are for compliance alone.'),
    runs: z.array(ScreeningView).nullable(),
  })
  .meta({ id: 'Subjects', description: 'Who is screened for a base, and what came of it.' })
