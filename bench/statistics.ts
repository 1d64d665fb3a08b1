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

/** What two programs took in the same round, in milliseconds. */
export interface PairedRound {
  readonly former: readonly number[]
  readonly latter: readonly number[]
}

/**
 * The ratio of the median of the latter to that of the former, with its 95 % interval: the bootstrap over whole rounds, since
 * what the machine does meanwhile is common to a round. The same seed gives the same interval.
 */
export const pairedRatio = (
  rounds: readonly PairedRound[],
  { seed, resamples = 2000 }: { readonly seed: number; readonly resamples?: number },
): { readonly ratio: number; readonly low: number; readonly high: number } => {
  const random = seeded(seed)
  const drawn = Array.from({ length: resamples }, () =>
    ratioOfMedians(rounds.map(() => rounds[Math.floor(random() * rounds.length)] ?? { former: [], latter: [] })),
  ).toSorted((a, b) => a - b)
  return { ratio: ratioOfMedians(rounds), low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) }
}

const ratioOfMedians = (rounds: readonly PairedRound[]): number =>
  ratio(
    middleOf(rounds.flatMap(({ latter }) => latter)).median,
    middleOf(rounds.flatMap(({ former }) => former)).median,
  )

/** Numbers from 0 up to 1, the same for the same seed (the multiplier of Lehmer's MINSTD). */
const seeded = (seed: number): (() => number) => {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
