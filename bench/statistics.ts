/** What one arm of a measurement took, in milliseconds. */
export interface Spread {
  readonly n: number
  readonly p50: number
  readonly p90: number
  readonly p99: number
  readonly min: number
  readonly max: number
}

/** The spread of durations in milliseconds, each figure to a hundredth. Refuses an arm without a sample. */
export const spreadOf = (samples: readonly number[]): Spread => {
  if (samples.length === 0) throw new RangeError('an arm without a sample has no spread')
  const sorted = [...samples].sort((first, second) => first - second)
  const at = (share: number): number => rounded(quantile(sorted, share))
  return { n: sorted.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), min: at(0), max: at(1) }
}

/** A quantile of sorted samples by nearest rank: always a value that was measured. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN

/** One figure as a multiple of another, to a thousandth. */
export const ratio = (figure: number, of: number): number => Math.round((figure / of) * 1000) / 1000

/** To a hundredth. */
export const rounded = (figure: number): number => Math.round(figure * 100) / 100

/** The middle of some figures, and the lowest and highest, as a ratio over several rounds is told. */
export const middleOf = (
  figures: readonly number[],
): { readonly median: number; readonly min: number; readonly max: number } => {
  const sorted = [...figures].sort((first, second) => first - second)
  return {
    median: quantile(sorted, 0.5),
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  }
}
