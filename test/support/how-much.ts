import process from 'node:process'
import { now } from '../../clock/machine-clock.js'
import { chanceOf } from '../chaos/chance.js'

/**
 * Whether a long check does all of it (`npm run test:long`) or its short form (`npm test`). Both draw from the same seed,
 * and the number stands in the title, so that a report says what was done.
 */
export const isLong = process.env['CORNERSTONE_TEST_LONG'] === 'true'

/** How often, or on how many, in the form that runs. */
export const howMuch = ({ short, long }: { readonly short: number; readonly long: number }): number =>
  isLong ? long : short

/**
 * What short forms draw by: the day, so that each comes to all of its list in time. It stands in the titles; with it as
 * `CORNERSTONE_TEST_SEED` another day draws the same.
 */
export const drawnBy = process.env['CORNERSTONE_TEST_SEED'] ?? now().slice(0, 10)

/** All of a list in the long form; in the short one as many as are asked for, drawn for whoever names himself, in the order of the list. */
export const drawn = <T>(
  all: readonly T[],
  { short, of }: { readonly short: number; readonly of: string },
): readonly T[] => {
  if (isLong) return all
  const places = chanceOf(`${drawnBy} ${of}`).shuffled([...all.keys()])
  const taken = new Set(places.slice(0, short))
  return all.filter((_, place) => taken.has(place))
}
