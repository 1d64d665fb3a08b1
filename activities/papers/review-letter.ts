import type { PaperFacts } from '../../documents/paper.js'
import { criterionLabel } from '../../domain/words/criteria.js'
import type { LocalText } from '../../domain/locale.js'
import { inEveryLanguage } from '../wording.js'
import { dueOfRow } from '../../domain/gicc/due-of-row.js'
import { dayEndAtPlace, programmeDay } from '../../domain/words/hours.js'
import { numberInWords } from '../../domain/form/answer-in-words.js'
import { broughtWith, quoted, rowsOf } from './brought.js'
import { redressOf } from './redress.js'
import { daysFor } from './times-of.js'
import { followedIn } from './followed-in.js'
import { actsOn, closedInYear, ofType, type StorySoFar } from './story-so-far.js'
import { defined } from '../../domain/values/defined.js'

/** The colour of a year, or of an extraordinary review, the points it rests on, and what is to be raised (5.6 to 5.9, 5.13, 6.5). */
export const reviewLetter = (story: StorySoFar): PaperFacts['review_letter'] => {
  const { year, colour, total, code, beside, shares } = concludedLast(story)
  const parts = story.procedure.reviewSheet.map(({ key, weight }) => ({
    key,
    name: inEveryLanguage((locale) => criterionLabel(key, locale)),
    of: weight,
    share: shares?.[key] ?? 0,
  }))
  // Without a report there are no points to advise on, and a red base has no plan of a next year.
  const { lowArea } = story.procedure.settings.colours
  const mayImprove = shares !== undefined && colour !== 'red'
  const within = daysFor(story.procedure, beside === undefined ? '5.11a' : '5.13h')
  const nextReviewOn = `${year + 1}-01-01`
  const endsOn = endOfTerm(story)
  const checkedAfter = beside === undefined ? daysFor(story.procedure, '5.11c') : undefined
  return {
    year,
    ...defined({ extraordinaryOn: beside }),
    colour,
    total,
    parts: parts.map(({ name, of, share }) => ({ name, of, points: Math.round(of * share * 100) / 100 })),
    ...defined(beside === undefined ? { ...correctedIn(story, year), ...recommendedIn(story, year) } : {}),
    advice: mayImprove ? parts.filter(({ share }) => share < lowArea).map(({ name }) => toRaise(name, lowArea)) : [],
    plan: defined({ within, checkedAfter }),
    titleYears: story.procedure.settings.colours.titleYears,
    nextReviewOn,
    ...defined({
      termEnds: endsOn !== undefined && endsOn < nextReviewOn ? dayEndAtPlace(endsOn, story.zone) : undefined,
      reasonCode: code,
      redress: redressOf(story),
      decidedAgain: code !== undefined && beside === undefined && isDecidedAgain(story, year) ? true : undefined,
    }),
  }
}

/** The last day of the memorandum, as it was signed or renewed last. */
export const endOfTerm = (story: StorySoFar): string | undefined =>
  (ofType(story.events, 'memorandum_renewed').at(-1) ?? ofType(story.events, 'memorandum_signed').at(-1))?.endsOn

/** What was corrected after the draft was sent to the base, as it was told there (5.7). */
const correctedIn = (story: StorySoFar, year: number): Pick<PaperFacts['review_letter'], 'corrections'> => {
  const step = closedInYear(story, { key: '5.7a', year })?.step
  const draft = step === undefined ? undefined : broughtWith(story, { act: actsOn(story, step).at(-1) })
  const corrections = rowsOf(draft, 'corrections').map((row) => ({
    name: quoted(row, 'indicator') ?? '',
    before: numberInWords(Number(row.answers['before'])),
    after: numberInWords(Number(row.answers['after'])),
    reason: quoted(row, 'why') ?? '',
  }))
  return defined({ corrections: corrections.length === 0 ? undefined : corrections })
}

/** What the panel adopted of the draft that the base was heard on (5.8). */
const recommendedIn = (story: StorySoFar, year: number): Pick<PaperFacts['review_letter'], 'recommendations'> => {
  const closed = closedInYear(story, { key: '5.7a', year })
  const adopted = followedIn(story, { kind: 'recommendation' }).filter(
    ({ item }) => item.status === 'open' && item.filed.step === closed?.step,
  )
  const recommendations = adopted.map(({ row }) => ({
    text: quoted(row, 'text') ?? '',
    addressee: quoted(row, 'addressee') ?? '',
    ...defined({ due: dueOfRow(row?.answers ?? {}, story.zone) }),
  }))
  return defined({ recommendations: recommendations.length === 0 ? undefined : recommendations })
}

/** The review that the letter is of: whichever was concluded last, and not again after redress. */
const concludedLast = (story: StorySoFar) => {
  const yearly = ofType(story.events, 'review_concluded').at(-1)
  const other = ofType(story.events, 'extraordinary_concluded').findLast(
    (one) => one.setAside !== true && one.inForce !== true,
  )
  if (other !== undefined && other.seq > (yearly?.seq ?? 0)) {
    const { before: year, colour, total, code, shares, at } = other
    return { year, colour, total, code, shares, beside: programmeDay(at) }
  }
  if (yearly === undefined) throw new Error(`No review of ${story.base.id} has been concluded.`)
  const { year, colour, total, code, shares } = yearly
  return { year, colour, total, code, shares, beside: undefined }
}

/** The colour of the year was concluded a second time: by other people, after redress (R14). */
const isDecidedAgain = ({ events }: StorySoFar, year: number): boolean =>
  ofType(events, 'review_concluded').filter((one) => one.year === year).length > 1

/** A part below the line under which an area stops a plain green (6.5). */
const toRaise = (name: LocalText, lowArea: number) => ({
  en: `“${name.en}” reached less than ${Math.round(lowArea * 100)} per cent of its points; the plan of the next year should begin here.`,
  'zh-CN': `“${name['zh-CN']}”得分不足${Math.round(lowArea * 100)}%，下一年度计划应优先加强。`,
})
