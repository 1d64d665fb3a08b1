import type { ForbiddenPair, ForbiddenSeat } from '../separation.js'

/** Kinds of work that exclude each other whole, whichever steps are of them. */
export type Duty =
  | 'nomination_scoring'
  | 'review_scoring'
  | 'review_judging'
  | 'diligence'
  | 'management'
  | 'vote'
  | 'signature'
  | 'authority'
  | 'screening'
  | 'settlement'
  | 'taking_down'

export type PairRule = ForbiddenPair['rule']

interface DutyPair {
  readonly rule: PairRule
  readonly first: Duty
  readonly second: readonly Duty[]
}

/** Who decides about a base, or prepares it by what he or she finds. */
const judging: readonly Duty[] = ['vote', 'nomination_scoring', 'review_scoring', 'screening']

export const dutyPairs: readonly DutyPair[] = [
  // Experts of stage 1 stay out of the due-diligence team, and that team out of scoring and panel of the review.
  { rule: 'SD3', first: 'nomination_scoring', second: ['diligence'] },
  { rule: 'SD3', first: 'diligence', second: ['review_judging'] },
  // Whoever manages the base neither votes nor scores, nor screens it.
  { rule: 'SD4', first: 'management', second: judging },
]

/** Work a seat closes to whoever holds it, in whichever other role he or she acts (4, SD8). */
export interface DutySeat extends Omit<ForbiddenSeat, 'steps'> {
  readonly duties: readonly Duty[] | 'every'
}

const scoring: readonly Duty[] = ['nomination_scoring', 'review_scoring']

export const dutySeats: readonly DutySeat[] = [
  { rule: 'SD9', holds: 'AU', where: 'anywhere', duties: 'every' },
  { rule: 'SD10', holds: 'AD', where: 'anywhere', duties: 'every' },
  { rule: 'SD4', holds: 'PM', where: 'this_base', duties: judging },
  // Over the desk that negotiated stands its head of government, as another person (3.7d).
  { rule: 'SD2', holds: 'LG', where: 'this_base', duties: ['settlement'] },
  // That the name is used no more is shown by somebody else than the body that used it (5.12b), whichever seats a person holds.
  { rule: 'SD2', holds: 'CLO', where: 'this_base', duties: ['taking_down'] },
  { rule: 'SD5', holds: 'EX', where: 'own_country', duties: scoring },
  // What one office must not do, its holder does not do by another one either.
  { rule: 'SD8', holds: 'PD', where: 'anywhere', duties: scoring, handlesPaper: true },
  { rule: 'SD8', holds: 'LC', where: 'anywhere', duties: ['signature'], handlesPaper: true },
  { rule: 'SD8', holds: 'CS', where: 'anywhere', duties: ['vote'], handlesPaper: true },
]
