import { exampleAnswers } from '../../domain/form/example.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { steps } from '../../domain/gicc/steps.js'
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { DecisionBody } from '../../api/contract/step.js'
import { rehearsedBaseline, rehearsedValues } from './rehearsed-figures.js'
import type { ScriptedAnswer, Play } from './story.js'

type Facts = NonNullable<DecisionBody['facts']>

interface Bringing {
  readonly brings: string
  readonly key: string
  /** How many people have acted on this visit before: the next sheet is the next one of the play. */
  readonly place: number
  /** The yearly review that runs: its number from 1, and its year. */
  readonly review: { readonly no: number; readonly year: number }
  readonly team: () => readonly string[]
  readonly answer: ScriptedAnswer
}

/** What a decision brings besides its option, taken from the play of the base; nothing where the step asks for nothing. */
export const broughtBy = (play: Play, bringing: Bringing): Facts | undefined => {
  switch (bringing.brings) {
    case 'dossier':
      return dossierOf(play, bringing.answer)
    case 'sheet':
      return { sheet: sheetOf(play, bringing) }
    case 'report':
      return { report: reportOf(play, bringing.review) }
    case 'programme_record':
      return { programmeRecord: reviewOf(play.reviews, bringing.review.no).programmeRecord }
    case 'baseline':
      return { baseline: { values: [...rehearsedBaseline] } }
    case 'team':
      return { team: { members: [...bringing.team()] } }
    default:
      return undefined
  }
}

/** What is filled in with a decision: answers that fit the form of the step and bear the option; nothing where it has none. */
export const filledIn = (
  key: string,
  { option, number }: { option: string; number: number },
): FormAnswers | undefined => {
  const form = steps[key]?.form
  return form === undefined ? undefined : exampleAnswers(form, { option, number })
}

const dossierOf = ({ dossier }: Play, { lacks = [] }: ScriptedAnswer): Facts => {
  if (dossier === undefined) throw new TypeError('the play holds no dossier, so its nominee cannot hand one in')
  const handedIn = { ...dossier, parts: dossier.parts.filter((part) => !lacks.includes(part)) }
  return { dossier: { ...handedIn, dossierHash: hashOf(handedIn) } }
}

const sheetOf = ({ sheets, reviews }: Play, { key, place, review }: Bringing): Record<string, number> => {
  const { decides } = steps[key] ?? {}
  const sheet =
    decides?.by === 'sheets' && decides.sheet === 'review'
      ? reviewOf(reviews, review.no).sheets.at(place)
      : sheets.at(key === '1.8b' ? 3 : place)
  if (sheet === undefined) throw new TypeError(`the play holds no sheet number ${place + 1} for step ${key}`)
  return sheet
}

const reportOf = ({ reviews }: Play, { no, year }: Bringing['review']): NonNullable<Facts['report']> => {
  const { programmeRecord, sheets } = reviewOf(reviews, no)
  const values = rehearsedValues(sheets, year)
  return { year, values, reportHash: hashOf({ year, programmeRecord, values, sheets }) }
}

const reviewOf = (reviews: Play['reviews'], no: number): Play['reviews'][number] => {
  const review = reviews[no - 1] ?? reviews.at(-1)
  if (review === undefined) throw new TypeError('the play holds no yearly review')
  return review
}

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
