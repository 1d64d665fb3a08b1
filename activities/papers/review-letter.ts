import type { PaperFacts } from '../../documents/paper.js'
import { resultOf } from '../../domain/score.js'
import { criterionLabel } from '../../domain/words/criteria.js'
import type { LocalText } from '../../domain/locale.js'
import { inEveryLanguage } from '../wording.js'
import type { MatterKind } from '../../domain/matters.js'
import type { StepDefinition } from '../../domain/procedure.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { dayOf } from './dates.js'
import { redressOf } from './redress.js'
import { daysFor } from './times-of.js'
import { ofType, type StorySoFar } from './story-so-far.js'
import { defined } from '../../domain/values/defined.js'

/** The colour of a year, or of an extraordinary review, the points it rests on, and what is to be raised (5.6 to 5.9, 5.13, 6.5). */
export const reviewLetter = (story: StorySoFar): PaperFacts['review_letter'] => {
  const { year, colour, total, code, beside, sheets } = concludedLast(story)
  const { shares } = resultOf(sheets, story.procedure.reviewSheet)
  const parts = story.procedure.reviewSheet.map(({ key, weight }) => ({
    key,
    name: inEveryLanguage((locale) => criterionLabel(key, locale)),
    of: weight,
    share: shares[key] ?? 0,
  }))
  // Without a report there are no points to advise on, and a red base has no plan of a next year.
  const { lowArea } = story.procedure.settings.colours
  const mayImprove = sheets.length > 0 && colour !== 'red'
  const within = daysFor(story.procedure, beside === undefined ? '5.11a' : '5.13h')
  const checkedAfter = beside === undefined ? daysFor(story.procedure, '5.11c') : undefined
  return {
    year,
    ...defined({ extraordinaryOn: beside }),
    colour,
    total,
    parts: parts.map(({ name, of, share }) => ({ name, of, points: Math.round(of * share * 100) / 100 })),
    advice: mayImprove ? parts.filter(({ share }) => share < lowArea).map(({ name }) => toRaise(name, lowArea)) : [],
    plan: defined({ within, checkedAfter }),
    titleYears: story.procedure.settings.colours.titleYears,
    nextReviewOn: `${year + 1}-01-01`,
    ...defined({ reasonCode: code, redress: redressOf(story) }),
  }
}

/** The review that the letter is of: whichever was concluded last, with its sheets. */
const concludedLast = (story: StorySoFar) => {
  const yearly = ofType(story.events, 'review_concluded').at(-1)
  const other = ofType(story.events, 'extraordinary_concluded').findLast(({ setAside }) => setAside !== true)
  if (other !== undefined && other.seq > (yearly?.seq ?? 0)) {
    const { before, colour, total, code, at } = other
    return { year: before, colour, total, code, beside: dayOf(at, programmeCalendar.zone), sheets: sheetsBeside(story) }
  }
  if (yearly === undefined) throw new Error(`No review of ${story.base.id} has been concluded.`)
  const { year, colour, total, code } = yearly
  return { year, colour, total, code, beside: undefined, sheets: sheetsOfYear(story, year) }
}

/** The sheets of a year's review: its letter may be ordered when the next one has begun already. */
const sheetsOfYear = ({ events, procedure }: StorySoFar, year: number) => {
  const entered = ofType(events, 'stage_entered')
  const at = entered.findLastIndex((one) => one.year === year)
  const [begun = 0, over = Infinity] = [entered[at]?.seq, entered[at + 1]?.seq]
  return ofType(events, 'step_acted').flatMap(({ key, seq, facts }) =>
    scoresReview(procedure.steps[key], undefined) && seq > begun && seq < over && facts?.sheet !== undefined
      ? [facts.sheet]
      : [],
  )
}

/** The sheets of the extraordinary review that was raised last (5.13). */
const sheetsBeside = ({ events, procedure }: StorySoFar) => {
  const raised = ofType(events, 'matter_raised').findLast(({ matter }) => matter === 'extraordinary_review')?.seq ?? 0
  return ofType(events, 'step_acted').flatMap(({ key, seq, facts }) =>
    scoresReview(procedure.steps[key], 'extraordinary_review') && seq > raised && facts?.sheet !== undefined
      ? [facts.sheet]
      : [],
  )
}

const scoresReview = (step: StepDefinition | undefined, matter: MatterKind | undefined): boolean =>
  step?.scores === 'review' && step.matter === matter

/** A part below the line under which an area stops a plain green (6.5). */
const toRaise = (name: LocalText, lowArea: number) => ({
  en: `“${name.en}” reached less than ${Math.round(lowArea * 100)} per cent of its points; the plan of the next year should begin here.`,
  'zh-CN': `“${name['zh-CN']}”得分不足${Math.round(lowArea * 100)}%，下一年度计划应优先加强。`,
})
