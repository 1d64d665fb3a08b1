import type { PaperFacts } from '../../documents/paper.js'
import { resultOf } from '../../domain/score.js'
import { criterionLabel } from '../../domain/words/criteria.js'
import type { LocalText } from '../../domain/locale.js'
import { inEveryLanguage } from '../wording.js'
import { redressOf } from './redress.js'
import { daysFor } from './times-of.js'
import { ofType, type StorySoFar } from './story-so-far.js'
import { defined } from '../../domain/values/defined.js'

/** The colour of a year, the points it rests on, and what is to be raised (5.6 to 5.9, 6.5). */
export const reviewLetter = (story: StorySoFar): PaperFacts['review_letter'] => {
  const concluded = ofType(story.events, 'review_concluded').at(-1)
  if (concluded === undefined) throw new Error(`No review of ${story.base.id} has been concluded.`)
  const sheets = sheetsOfYear(story, concluded.year)
  const { shares } = resultOf(sheets, story.procedure.reviewSheet)
  const parts = story.procedure.reviewSheet.map(({ key, weight }) => ({
    key,
    name: inEveryLanguage((locale) => criterionLabel(key, locale)),
    of: weight,
    share: shares[key] ?? 0,
  }))
  // Without a report there are no points to advise on, and a red base has no plan of a next year.
  const { lowArea } = story.procedure.settings.colours
  const mayImprove = sheets.length > 0 && concluded.colour !== 'red'
  return {
    year: concluded.year,
    colour: concluded.colour,
    total: concluded.total,
    parts: parts.map(({ name, of, share }) => ({ name, of, points: Math.round(of * share * 100) / 100 })),
    advice: mayImprove ? parts.filter(({ share }) => share < lowArea).map(({ name }) => toRaise(name, lowArea)) : [],
    plan: defined({ within: daysFor(story.procedure, '5.11a'), checkedAfter: daysFor(story.procedure, '5.11c') }),
    titleYears: story.procedure.settings.colours.titleYears,
    nextReviewOn: `${concluded.year + 1}-01-01`,
    ...defined({ reasonCode: concluded.code, redress: redressOf(story) }),
  }
}

/** The sheets of a year's review: its letter may be ordered when the next one has begun already. */
const sheetsOfYear = ({ events, procedure }: StorySoFar, year: number) => {
  const entered = ofType(events, 'stage_entered')
  const at = entered.findLastIndex((one) => one.year === year)
  const [begun = 0, over = Infinity] = [entered[at]?.seq, entered[at + 1]?.seq]
  return ofType(events, 'step_acted').flatMap(({ key, seq, facts }) =>
    procedure.steps[key]?.scores === 'review' && seq > begun && seq < over && facts?.sheet !== undefined
      ? [facts.sheet]
      : [],
  )
}

/** A part below the line under which an area stops a plain green (6.5). */
const toRaise = (name: LocalText, lowArea: number) => ({
  en: `“${name.en}” reached less than ${Math.round(lowArea * 100)} per cent of its points; the plan of the next year should begin here.`,
  'zh-CN': `“${name['zh-CN']}”得分不足${Math.round(lowArea * 100)}%，下一年度计划应优先加强。`,
})
