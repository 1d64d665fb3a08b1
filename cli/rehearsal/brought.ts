import { steps } from '../../domain/gicc/steps.js'
import type { Played } from './filled/filled-in.js'
import { rehearsedBaseline, rehearsedValues } from './rehearsed-figures.js'
import type { ScriptedAnswer, Play } from './story.js'

interface Bringing {
  readonly brings: string
  readonly key: string
  /** How many people have acted on this visit before: the next sheet is the next one of the play. */
  readonly place: number
  /** The yearly review that runs: its number from 1, and its year. */
  readonly review: { readonly no: number; readonly year: number }
  readonly team: () => readonly string[]
  /** The number of the base in the play, and whether it has made a plan. */
  readonly turn: number
  readonly hasPlan: boolean
  readonly answer: ScriptedAnswer
}

/** What a decision brings besides its option, taken from the play of the base; nothing where the step asks for nothing. */
export const broughtBy = (play: Play, bringing: Bringing): Played | undefined => {
  switch (bringing.brings) {
    case 'dossier':
      return dossierOf(play, bringing.answer)
    case 'sheet':
      return { sheet: sheetOf(play, bringing) }
    case 'report':
      return { report: reportOf(play, bringing.review), noted: notedOf(bringing) }
    case 'programme_record':
      return { programmeRecord: reviewOf(play.reviews, bringing.review.no).programmeRecord }
    case 'baseline':
      return { baseline: { values: [...rehearsedBaseline] } }
    case 'team':
      return { team: { members: [...bringing.team()] } }
    default:
      return ['5.14a', '5.14b'].includes(bringing.key) ? { noted: notedOf(bringing) } : undefined
  }
}

const notedOf = ({ key, turn, hasPlan, review }: Bringing): NonNullable<Played['noted']> => ({
  key,
  turn,
  hasPlan,
  reviews: review.no - 1,
})

const dossierOf = ({ dossier }: Play, { lacks = [] }: ScriptedAnswer): Played => {
  if (dossier === undefined) throw new TypeError('the play holds no dossier, so its nominee cannot hand one in')
  return { dossier: { ...dossier, parts: dossier.parts.filter((part) => !lacks.includes(part)) } }
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

const reportOf = ({ reviews }: Play, { no, year }: Bringing['review']): NonNullable<Played['report']> => ({
  values: rehearsedValues(reviewOf(reviews, no).sheets, year),
})

const reviewOf = (reviews: Play['reviews'], no: number): Play['reviews'][number] => {
  const review = reviews[no - 1] ?? reviews.at(-1)
  if (review === undefined) throw new TypeError('the play holds no yearly review')
  return review
}
