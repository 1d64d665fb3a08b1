import type { PaperFacts, StreamRating } from '../../documents/paper.js'
import type { Wording } from '../../documents/facts/parts.js'
import { recommendable } from '../../domain/diligence.js'
import { keysScoring } from '../../domain/score.js'
import type { LocalText } from '../../domain/locale.js'
import { streamLabel } from '../../domain/words/criteria.js'
import { say } from '../../documents/wording.js'
import { inEveryLanguage } from '../wording.js'
import { defined } from '../../domain/values/defined.js'
import { broughtOn, broughtWith, chosen, quoted, rowsOf, type Quotable } from './brought.js'
import { followedIn, type FollowedInStory } from './followed-in.js'
import { proposedConditions, ratingOf } from './conditions.js'
import { actsOn, lastClosed, saidWith, type StorySoFar } from './story-so-far.js'

/** The seven work-streams with their ratings and remarks, and what they allow to propose (2.3, 2.7, 6.3). */
export const dueDiligenceReport = (story: StorySoFar): PaperFacts['due_diligence_report'] => {
  const keys = Object.keys(story.procedure.streams)
  const total = lastClosed(story, keysScoring(story.procedure, 'diligence'))?.score ?? 0
  const ratings = Object.fromEntries(keys.map((key) => [key, ratingOf(story, key)]))
  const report = broughtOn(story, { key: '2.7' })
  const allowed = recommendable(ratings, { score: total, limits: story.procedure.settings.recommends })
  return {
    streams: keys.map((key) => streamOf(story, key)),
    total,
    ...defined({ summary: quoted(report, 'summary') }),
    recommendation: proposed(report) ?? proposal(allowed),
    limits: limitsOf(story),
    conditions: proposedConditions(report, story.zone),
    risks: rowsOf(report, 'risks').map(riskOf),
    findings: followedIn(story, { kind: 'finding' }).map(findingOf),
  }
}

type Report = PaperFacts['due_diligence_report']

/** What the lead proposes; where the form does not say, what ratings and score allow. */
const proposed = (report: Quotable | undefined): Report['recommendation'] | undefined =>
  recommendations.find((one) => one === chosen(report, 'proposal'))
const recommendations = ['recommend', 'recommend_with_conditions', 'defer', 'not_recommend'] as const

const findingOf = ({ row, said }: FollowedInStory): Report['findings'][number] => {
  const [reply] = said.filter(({ answers }) => 'reply' in answers)
  const resolved = said.findLast(({ answers }) => 'resolution' in answers)
  return {
    about: quoted(row, 'item') ?? quoted(row, 'stream') ?? '',
    text: quoted(row, 'partner_text') ?? '',
    resolution: beside(quoted(resolved, 'resolution'), quoted(resolved, 'reason')) ?? '',
    ...defined({ reply: beside(quoted(reply, 'reply'), quoted(reply, 'grounds')) }),
  }
}

/** What was chosen, with the words beside it. */
const beside = (chose: Wording | undefined, words: Wording | undefined): Wording | undefined =>
  chose === undefined || words === undefined
    ? chose
    : inEveryLanguage((locale) => `${say(chose, locale)}${locale === 'en' ? ': ' : '：'}${say(words, locale)}`)

const riskOf = (row: Quotable): Report['risks'][number] => ({
  text: quoted(row, 'text') ?? '',
  likelihood: Number(row.answers['likelihood']),
  impact: Number(row.answers['impact']),
  owner: quoted(row, 'owner') ?? '',
  measure: quoted(row, 'measure') ?? '',
  reviewOn: quoted(row, 'review_on') ?? '',
})

const limitsOf = ({ procedure }: StorySoFar): PaperFacts['due_diligence_report']['limits'] => {
  const { plain, conditions, sensitive } = procedure.settings.recommends
  return {
    plain,
    conditions,
    sensitive: sensitive.map((key) => inEveryLanguage((locale) => streamLabel(key, locale))),
  }
}

const streamOf = (story: StorySoFar, key: string): PaperFacts['due_diligence_report']['streams'][number] => {
  const closed = lastClosed(story, [key])
  const rating = ratingOf(story, key)
  const act = closed === undefined ? undefined : actsOn(story, closed.step).at(-1)
  return {
    name: inEveryLanguage((locale) => streamLabel(key, locale)),
    weight: story.procedure.streams[key] ?? 0,
    rating,
    note: quoted(broughtWith(story, { act }), 'summary') ?? saidWith(story, act) ?? notes[rating],
  }
}

/** What a rating means, where the team wrote nothing of its own. */
const notes: Readonly<Record<StreamRating, LocalText>> = {
  A: { en: 'Sound.', 'zh-CN': '良好。' },
  B: { en: 'Minor points.', 'zh-CN': '基本良好，存在个别问题。' },
  C: { en: 'Weaknesses.', 'zh-CN': '存在不足。' },
  D: { en: 'Not acceptable.', 'zh-CN': '不合格。' },
}

/** Any D is "not recommended" (R12), and so is a score below the lower limit. */
const proposal = (allowed: readonly string[]): PaperFacts['due_diligence_report']['recommendation'] => {
  if (allowed.includes('recommend')) return 'recommend'
  return allowed.includes('recommend_with_conditions') ? 'recommend_with_conditions' : 'not_recommend'
}
