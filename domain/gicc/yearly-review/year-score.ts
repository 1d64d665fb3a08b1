import { evidenceShare, type BaselineValue, type IndicatorValue } from '../../figures.js'
import type { ReadValues } from '../../form/read-values.js'
import { rowsIn } from '../../form/rows.js'
import { challengeOf, challenges, indicatorOf, typeOf, type IndicatorPart } from '../../indicators.js'
import type { ScoreSheet } from '../../values/score-sheet.js'
import type { ReportedGovernance } from '../../facts.js'
import { reviewSheet } from './review-sheet.js'

/** When the report came: in time, in a delay that was granted, or later (6.5). */
export interface GovernanceFacts extends ReportedGovernance {
  readonly report: 'on_time' | 'in_granted_delay' | 'late'
}

/** What a year is computed from: the values after the sample, the set with the targets of that year, and governance. */
export interface YearFigures {
  readonly values: readonly IndicatorValue[]
  readonly agreed: readonly BaselineValue[]
  readonly governance: GovernanceFacts
}

/** Points by part as the figures say them, each to the hundredth; a part of which nothing was agreed is absent. */
export interface YearScore {
  readonly points: Readonly<Record<string, number>>
  readonly total: number
}

/** The part that is counted and not judged (6.5). */
const counted = 'evidence'

/** The computed score of a year: a part is rounded to two decimals, half up, and the total adds the rounded parts (6.5). */
export const yearScore = (figures: YearFigures): YearScore => {
  const points = Object.fromEntries(
    reviewSheet.flatMap(({ key, weight }) => {
      const share = shareOfPart(key, figures)
      return share === undefined ? [] : [[key, hundredths(weight * share)] as const]
    }),
  )
  return { points, total: hundredths(Object.values(points).reduce((sum, part) => sum + part, 0)) }
}

const shareOfPart = (key: string, { values, agreed, governance }: YearFigures): number | undefined => {
  if (key === 'governance') return governanceShare(governance)
  if (agreed.length === 0) return undefined
  if (key === counted) return evidenceShare(values, agreed)
  return key === 'challenges' ? shareOfChallenges({ values, agreed }) : shareOfArea(key, { values, agreed })
}

type Agreed = Omit<YearFigures, 'governance'>

/** Half activity, half results, at most whole; where one of the two was not agreed, the other is all. */
const shareOfArea = (area: string, { values, agreed }: Agreed): number | undefined => {
  const sharesOf = (kind: 'output' | 'result') =>
    agreed
      .filter(({ indicator }) => indicatorOf(indicator).part === area && indicatorOf(indicator).kind === kind)
      .map((one) => shareOf(one, { values, most: mostOf(indicatorOf(one.indicator).part) }))
  const sides = [sharesOf('output'), sharesOf('result')].filter((side) => side.length > 0)
  return sides.length === 0 ? undefined : Math.min(1, mean(sides.map(mean)))
}

/** Each of the six challenges as much as any other, however many indicators it has (6.5). */
const shareOfChallenges = ({ values, agreed }: Agreed): number | undefined => {
  const each = challenges
    .map((challenge) => agreed.filter(({ indicator }) => challengeOf(indicator) === challenge))
    .filter((those) => those.length > 0)
    .map((those) => mean(those.map((one) => shareOf(one, { values, most: mostOf('challenges') }))))
  return each.length === 0 ? undefined : mean(each)
}

const mostOf = (part: IndicatorPart): number => (part === 'challenges' ? 1 : 1.2)

/** How far one value came, never under 0: a flow or a rate by its target, a level by the way from its baseline (6.5). */
export const shareOf = (
  agreed: BaselineValue,
  { values, most }: { readonly values: readonly IndicatorValue[]; readonly most: number },
): number => {
  const now = values.find(({ indicator }) => indicator === agreed.indicator)?.value
  if (now === undefined) return 0
  return Math.min(
    most,
    Math.max(0, typeOf(agreed.indicator) === 'level' ? wayGone(agreed, now) : ofTarget(agreed, now)),
  )
}

const ofTarget = ({ target }: BaselineValue, now: number): number => (target === 0 ? 1 : now / target)

const wayGone = ({ indicator, value: from, target, unproven }: BaselineValue, now: number): number => {
  if (unproven === true) return 0
  if (target !== from) return (now - from) / (target - from)
  return (indicatorOf(indicator).better === 'up' ? now >= target : now <= target) ? 1 : 0
}

/** Meetings, report, cash and signs, a quarter each. */
const governanceShare = (facts: GovernanceFacts): number => {
  const { meetingsHeld, meetingsPlanned, report, cashShare, signs } = facts
  const meetings = meetingsPlanned === 0 ? 0 : Math.min(1, meetingsHeld / meetingsPlanned)
  const punctual = { on_time: 1, in_granted_delay: 2 / 3, late: 0 }[report]
  const marks = { no_breach: 1, corrected_in_time: 1 / 2, breach: 0 }[signs]
  return mean([meetings, punctual, Math.min(1, cashShare), marks])
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** Half up at the hundredth, as whoever checks it by hand does: 7.125 is 7.13, though a machine has it a little below. */
const hundredths = (points: number): number => Math.round(Number((points * 100).toFixed(6))) / 100

/** A review sheet from what is read of its form: points there, shares of the part here. */
export const reviewSheetOf = (read: ReadValues): ScoreSheet =>
  Object.fromEntries(
    reviewSheet.flatMap(({ key, weight }) => {
      const points = read[key]
      return typeof points === 'number' ? [[key, points / weight] as const] : []
    }),
  )

/** Between which points each part of a sheet may lie (5.6); a part without a proposal is judged freely. */
export const limitsOfSheet = ({
  points,
}: YearScore): Readonly<Record<string, { readonly least: number; readonly most: number }>> =>
  Object.fromEntries(
    reviewSheet.map(({ key, weight }) => {
      const proposed = points[key]
      if (proposed === undefined) return [key, { least: 0, most: weight }] as const
      const off = key === counted ? 0 : weight / 5
      const limits = {
        least: hundredths(Math.max(0, proposed - off)),
        most: hundredths(Math.min(weight, proposed + off)),
      }
      return [key, limits] as const
    }),
  )

/** A part of a sheet that is not as 5.6 has it: too far from the proposal, or off it without a word why. */
export interface SheetFault {
  readonly part: string
  readonly given: number
  readonly least: number
  readonly most: number
  readonly because: 'too_far' | 'no_reason'
}

/** What is wrong with a sheet beside its proposal (5.6): all of it at once. */
export const sheetFaults = (read: ReadValues, proposal: YearScore): readonly SheetFault[] => {
  const explained = rowsIn(read, 'deviations').map(({ part }) => part)
  const limits = limitsOfSheet(proposal)
  return Object.entries(limits).flatMap(([part, { least, most }]): readonly SheetFault[] => {
    const given = read[part]
    if (typeof given !== 'number') return []
    if (given < least || given > most) return [{ part, given, least, most, because: 'too_far' }]
    const isOff = proposal.points[part] !== undefined && given !== proposal.points[part]
    return isOff && !explained.includes(part) ? [{ part, given, least, most, because: 'no_reason' }] : []
  })
}
