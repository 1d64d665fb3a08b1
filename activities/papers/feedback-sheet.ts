import type { PaperFacts, StreamRating } from '../../documents/paper.js'
import { resultOf, type SheetResult } from '../../domain/score.js'
import { criterionLabel, streamLabel } from '../../domain/words/criteria.js'
import { inEveryLanguage } from '../wording.js'
import { broughtOn, broughtWith, quoted } from './brought.js'
import { failedGatesOf } from './failed-gates.js'
import { ratingOf } from './conditions.js'
import { decisionLetter } from './decision-letter.js'
import { countedOn, lastClosed, ofType, type StorySoFar } from './story-so-far.js'
import { defined } from '../../domain/values/defined.js'

type Scored = NonNullable<PaperFacts['feedback_sheet']['scored']>

/**
 * What scorers and team found, as far as the matter came: criterion by criterion (1.8, 6.2), work-stream by work-stream
 * (2.3, 6.3), and what a better nomination would need (8.15).
 */
export const feedbackSheet = (story: StorySoFar): PaperFacts['feedback_sheet'] => {
  const sheets = sheetsOf(story)
  const result = resultOf(sheets, story.procedure.nominationSheet)
  const rated = Object.keys(story.procedure.streams).filter((key) => lastClosed(story, [key]) !== undefined)
  const streams = rated.map((key) => ({ key, rating: ratingOf(story, key) }))
  const gates = failedGatesOf(story)
  const code = ofType(story.events, 'status_changed').at(-1)?.code
  return {
    ...defined({
      gates: sheets.length > 0 || gates.length === 0 ? undefined : gates,
      scored: sheets.length === 0 ? undefined : scoredBy(result, story.procedure),
      streams: streams.length === 0 ? undefined : streams.map(({ key, rating }) => ({ name: streamOf(key), rating })),
      reasonCode: code,
      reasons: decisionLetter(story).reasons,
    }),
    ...saidBySheets(story),
    advice: [
      ...[quoted(broughtOn(story, { key: '1.11' }), 'advice') ?? []].flat(),
      ...(sheets.length === 0 ? [] : result.failing.map(({ key, minimum }) => toRaise(key, minimum))),
      ...streams.filter(({ rating }) => rating === 'C' || rating === 'D').map(toChange),
    ],
  }
}

const scoredBy = (result: SheetResult, { nominationSheet, settings }: StorySoFar['procedure']): Scored => ({
  criteria: nominationSheet.map(({ key, weight, minimum }) => ({
    name: nameOf(key),
    weight,
    points: hundredths(weight * (result.shares[key] ?? 0)),
    minimum: hundredths(minimum * 100),
  })),
  total: result.total,
  pass: settings.passMark,
})

const sheetActs = (story: StorySoFar) =>
  countedOn(
    story,
    ({ key, facts }) => story.procedure.steps[key]?.scores === 'nomination' && facts?.sheet !== undefined,
  )

const sheetsOf = (story: StorySoFar) =>
  sheetActs(story).flatMap(({ facts }) => (facts?.sheet === undefined ? [] : [facts.sheet]))

/** What each sheet found strong and missed, for the nominee and without a name; nothing where no sheet said it (8.15). */
const saidBySheets = (story: StorySoFar) => {
  const acts = sheetActs(story)
  const sheets = acts.map((act) => broughtWith(story, { act, also: ['strengths', 'gaps'] }))
  const said = (code: 'strengths' | 'gaps') => {
    const all = sheets.flatMap((sheet) => quoted(sheet, code) ?? [])
    return all.length === 0 ? undefined : all
  }
  return defined({ strengths: said('strengths'), gaps: said('gaps') })
}

const nameOf = (key: string) => inEveryLanguage((locale) => criterionLabel(key, locale))

const toRaise = (key: string, minimum: number) => {
  const [name, percent] = [nameOf(key), Math.round(minimum * 100)]
  return {
    en: `“${name.en}” lies below its own minimum of ${percent} per cent; a new nomination should show more here.`,
    'zh-CN': `“${name['zh-CN']}”低于${percent}%的单项最低要求，再次申报时应予加强。`,
  }
}

const streamOf = (key: string) => inEveryLanguage((locale) => streamLabel(key, locale))

const toChange = ({ key, rating }: { key: string; rating: StreamRating }) => {
  const name = streamOf(key)
  return {
    en: `“${name.en}” was rated ${rating} in due diligence; a new nomination should show what has changed.`,
    'zh-CN': `“${name['zh-CN']}”尽职调查评级为${rating}，再次申报时应说明改进情况。`,
  }
}

const hundredths = (number: number): number => Math.round(number * 100) / 100
