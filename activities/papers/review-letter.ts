import type { PaperFacts } from '../../documents/paper.js'
import { resultOf } from '../../domain/score.js'
import { criterionLabel } from '../../domain/words/criteria.js'
import { inEveryLanguage } from '../wording.js'
import { ofType, type StorySoFar } from './story-so-far.js'

/** The colour of a year, the points it rests on, and what is to be raised (5.6 to 5.9, 6.5). */
export const reviewLetter = (story: StorySoFar): PaperFacts['review_letter'] => {
  const concluded = ofType(story.events, 'review_concluded').at(-1)
  if (concluded === undefined) throw new Error(`No review of ${story.base.id} has been concluded.`)
  const sheets = sheetsOfYear(story)
  const { shares } = resultOf(sheets, story.procedure.reviewSheet)
  const parts = story.procedure.reviewSheet.map(({ key, weight }) => ({
    ...{ key, name: inEveryLanguage((locale) => criterionLabel(key, locale)), of: weight },
    share: shares[key] ?? 0,
  }))
  // Without a report there are no points to advise on, and a red base has no plan of a next year.
  const mayImprove = sheets.length > 0 && concluded.colour !== 'red'
  return {
    ...{ year: concluded.year, colour: concluded.colour, total: concluded.total },
    parts: parts.map(({ name, of, share }) => ({ name, of, points: Math.round(of * share * 100) / 100 })),
    advice: mayImprove ? parts.filter(({ share }) => share < weak).map(({ name }) => toRaise(name)) : [],
    nextReviewOn: `${concluded.year + 1}-01-01`,
  }
}

/** Below this share a part is named in the advice: the line under which an area stops a plain green (6.5). */
const weak = 0.4

/** The sheets of the review that runs now: those after its stage was entered. */
const sheetsOfYear = ({ events }: StorySoFar) => {
  const begun = ofType(events, 'stage_entered').at(-1)?.seq ?? 0
  return ofType(events, 'step_acted').flatMap(({ key, seq, facts }) =>
    key === '5.6' && seq > begun && facts?.sheet !== undefined ? [facts.sheet] : [],
  )
}

const toRaise = (name: { readonly en: string; readonly 'zh-CN': string }) => ({
  en: `“${name.en}” reached less than 40 per cent of its points; the plan of the next year should begin here.`,
  'zh-CN': `“${name['zh-CN']}”得分不足40%，下一年度计划应优先加强。`,
})
