import { addDays, type PlainDate } from '../../../domain/calendar-date.js'
import type { BroughtFacts, ReportFacts } from '../../../domain/facts.js'
import { exampleAnswers } from '../../../domain/form/example.js'
import type { Form, FormAnswers } from '../../../domain/form/form.js'
import { isKeyed } from '../../../domain/form/kinds/kind.js'
import { exhibitsIn } from '../../../domain/form/read.js'
import { dossierGiven, type InventedDossier } from './dossier.js'
import { asDeclared } from './gates.js'
import { instrumentGiven } from './instrument.js'
import { notedGiven, type NotedPlay } from './noted.js'
import { nominationMarks, reviewPoints } from './sheets.js'
import { teamGiven } from './team.js'
import { baselineAccepted, baselineGiven, recordGiven, valuesGiven } from './year.js'

/** What a play says of a step, by what the step brings: figures, and no more. The hash of a form is made of its answers. */
export interface Played extends Omit<BroughtFacts, 'dossier' | 'report'> {
  readonly dossier?: InventedDossier
  readonly report?: Pick<ReportFacts, 'values'>
  /** What a sheet of the year is made of (5.14). */
  readonly noted?: NotedPlay
}

interface Filling {
  readonly option: string
  /** Makes one example differ from the next. */
  readonly number?: number
  readonly played?: Played | undefined
  readonly today: PlainDate
  /** The year that is reviewed, where one is. */
  readonly year?: number
  /** What stands in the form already. */
  readonly given?: FormAnswers
  /** What the figures propose for each part of a yearly sheet. */
  readonly proposed?: Readonly<Record<string, number>>
}

/** Answers that fit the form of a step and bear the option: what the play says of it, and examples for the rest. */
export const filledIn = (
  form: Form,
  { option, number = 1, played = {}, today, year = 0, given: standing = {}, proposed }: Filling,
): FormAnswers => {
  const { dossier, sheet, report, programmeRecord, team, baseline, noted } = played
  const given: FormAnswers = {
    ...asDeclared(form),
    ...(option === 'accepted' && baselineAccepted(form)),
    ...(dossier && dossierGiven(dossier, { today })),
    ...(sheet && (isReview(form) ? reviewPoints(sheet, proposed) : nominationMarks(sheet))),
    ...(report?.values && valuesGiven(report.values)),
    ...(programmeRecord && recordGiven(programmeRecord, { reviewed: year })),
    ...(noted && notedGiven(noted, { today })),
    ...(team && teamGiven(team.members)),
    ...(option === 'mou' && instrumentGiven(form)),
    ...daysToCome(form, today),
    ...adopted(form),
    ...uncorrected(form),
    ...(baseline && baselineGiven(baseline.values)),
    ...standing,
  }
  return exampleAnswers(form, { option, number, given })
}

/** A day that may not be over is one soon after today. */
const daysToCome = ({ fields }: Form, today: PlainDate): FormAnswers =>
  Object.fromEntries(
    fields.flatMap((field) =>
      field.kind === 'date' && field.ahead !== undefined && field.optional !== true
        ? [[field.code, addDays(today, 3)]]
        : [],
    ),
  )

/** A panel of a play adopts what the base was heard about (5.8). */
const adopted = ({ fields }: Form): FormAnswers =>
  fields.some((field) => field.kind === 'table' && field.columns.some(({ code }) => code === 'recommendation'))
    ? {
        recommendations: [
          { id: 'r1', recommendation: [{ kind: 'recommendation', id: 'recommendation-1' }], view: 'adopt' },
        ],
      }
    : {}

/** Nothing of an invented report is put right: what is corrected is held to what it says (5.7). */
const uncorrected = ({ fields }: Form): FormAnswers =>
  Object.fromEntries(
    fields.flatMap((field) =>
      field.kind === 'table' && field.enters?.kind === 'correction' ? [[field.code, []]] : [],
    ),
  )

const isReview = ({ fields }: Form): boolean => fields.some(({ code }) => code === 'challenges')

/** The same answers with what was brought in the place of the exhibits that an example cites; each is brought once. */
export const proven = async (
  answers: FormAnswers,
  bring: (example: string) => Promise<string>,
): Promise<FormAnswers> => {
  const ids = new Map<string, string>()
  for (const example of exhibitsIn(answers)) ids.set(example, await bring(example))
  return Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, cited(answer, ids)]))
}

const cited = (value: unknown, ids: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((one) => cited(one, ids))
  if (!isKeyed(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      key === 'exhibit' && typeof one === 'string' ? [key, ids.get(one)] : [key, cited(one, ids)],
    ),
  )
}
