import process from 'node:process'

/**
 * Whether a long check does all of it (`npm run test:long`) or its short form (`npm test`). Both draw from the same seed,
 * and the number stands in the title, so that a report says what was done.
 */
export const isLong = process.env['CORNERSTONE_TEST_LONG'] === 'true'

/** How often, or on how many, in the form that runs. */
export const howMuch = ({ short, long }: { readonly short: number; readonly long: number }): number =>
  isLong ? long : short
