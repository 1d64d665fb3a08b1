import { holds, type Condition } from '../../form/condition.js'
import type { ChecklistField } from '../../form/field.js'
import type { ReadValues } from '../../form/read-values.js'
import { counts } from '../form-fields.js'

/** Ratings of a work-stream, best first (6.3). */
const ratings = ['A', 'B', 'C', 'D'] as const
type Rating = (typeof ratings)[number]

/** Where the rows of a rating end (6.3): A has no more minor findings than this, D this many serious ones. */
const mostMinor = 2
const tooManySerious = 4
/** More than this share of items that cannot be assessed is no rating but a D. */
const mostUnclear = 0.4

/** What the results of one checklist come to, each a condition on how often a result was given. */
const boundsOf = ({ code, items, results }: ChecklistField) => {
  const unclear = Math.floor(items.length * mostUnclear)
  const named = (result: string): string => `${code}.${result}`
  const canEnd = results.some((result) => result.code === 'knock_out')
  const ends = canEnd ? [counts(named('knock_out'), { least: 1 })] : []
  const noEnd = canEnd ? [counts(named('knock_out'), { most: 0 })] : []
  return {
    ends,
    isD: [
      ...ends,
      counts(named('serious'), { least: tooManySerious }),
      counts(named('unclear'), { least: unclear + 1 }),
    ],
    noD: [
      ...noEnd,
      counts(named('serious'), { most: tooManySerious - 1 }),
      counts(named('unclear'), { most: unclear }),
    ],
    someSerious: counts(named('serious'), { least: 1 }),
    noSerious: counts(named('serious'), { most: 0 }),
    moreMinor: counts(named('minor'), { least: mostMinor + 1 }),
    fewMinor: counts(named('minor'), { most: mostMinor }),
  }
}

/**
 * When the rows of checklists propose each rating (6.3). Of several checklists that are rated together the worst decides,
 * as in the committee a D in one work-stream decides for all (R12).
 */
export const proposals = (checklists: readonly ChecklistField[]): Readonly<Record<Rating, Condition>> => {
  const bounds = checklists.map(boundsOf)
  const noD = bounds.flatMap((one) => one.noD)
  const noSerious = bounds.map((one) => one.noSerious)
  return {
    A: { all: [...noD, ...noSerious, ...bounds.map(({ fewMinor }) => fewMinor)] },
    B: { all: [...noD, ...noSerious, { any: bounds.map(({ moreMinor }) => moreMinor) }] },
    C: { all: [...noD, { any: bounds.map(({ someSerious }) => someSerious) }] },
    D: { any: bounds.flatMap((one) => one.isD) },
  }
}

/** The rating that what was read of checklists proposes (6.3). */
export const proposedRating = (checklists: readonly ChecklistField[], read: ReadValues): Rating => {
  const proposed = proposals(checklists)
  return ratings.find((rating) => holds(proposed[rating], { option: rating, read })) ?? 'D'
}

/**
 * Which ratings the rows bear: the one they propose, or with a reason the next better or worse; but whatever else is said, a
 * knock-out that is proven is a D (6.3).
 */
export const borneRatings = (
  checklists: readonly ChecklistField[],
  { deviates }: { readonly deviates: string },
): Readonly<Record<Rating, Condition>> => {
  const proposed = proposals(checklists)
  const ended: Condition = { any: checklists.flatMap((one) => boundsOf(one).ends) }
  const borne = (rating: Rating): Condition => {
    const place = ratings.indexOf(rating)
    const beside = ratings.filter((_, other) => Math.abs(other - place) === 1).map((one) => proposed[one])
    return {
      any: [
        { all: [proposed[rating], { field: deviates, is: [false] }] },
        { all: [{ any: beside }, { not: ended }, { field: deviates, is: [true] }] },
      ],
    }
  }
  return { A: borne('A'), B: borne('B'), C: borne('C'), D: borne('D') }
}
