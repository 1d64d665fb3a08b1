import { formOnly } from './form-only.js'
import { tokensOf } from './tokens.js'

/** A stretch of two wordings: it stands in both, only in the old one, or only in the new one. */
export interface DifferenceRun {
  readonly how: 'same' | 'taken_out' | 'put_in'
  readonly text: string
}

export interface WordingDifference {
  readonly runs: readonly DifferenceRun[]
  /** Nothing but white space and width of punctuation differs. */
  readonly formOnly: boolean
  /** More than that share differs, so old and new stand one under the other. */
  readonly whole: boolean
}

/**
 * How one wording became another, by words in a script of letters and by the words of a fixed list in Chinese. Two changes
 * that only a stray character or a mark parts are one; where most differs the whole is replaced and not shown as a mosaic.
 */
export const differenceOf = (
  { before, after }: { readonly before: string; readonly after: string },
  names: readonly string[] = [],
): WordingDifference => {
  const runs = joined(compared(tokensOf(before, names), tokensOf(after, names)))
  const whole = differs(runs) > wholeAbove * (before.length + after.length)
  return {
    runs: whole ? replaced(before, after) : runs,
    formOnly: before !== after && formOnly(before, after),
    whole,
  }
}

/** What the old wording becomes when a difference is applied to it. Throws where it is the difference of another wording. */
export const applied = (before: string, { runs }: Pick<WordingDifference, 'runs'>): string => {
  const old = runs.flatMap(({ how, text }) => (how === 'put_in' ? [] : [text])).join('')
  if (old !== before) throw new RangeError('the difference was made from another wording')
  return runs.flatMap(({ how, text }) => (how === 'taken_out' ? [] : [text])).join('')
}

/** For readers without colours: `[-what was taken out-]{+what was put in+}`. */
export const inMarks = (runs: readonly DifferenceRun[]): string =>
  runs.map(({ how, text }) => (how === 'same' ? text : how === 'taken_out' ? `[-${text}-]` : `{+${text}+}`)).join('')

const wholeAbove = 0.6
/** Beyond so many comparisons two wordings count as replaced. */
const mostCells = 4_000_000

const replaced = (before: string, after: string): readonly DifferenceRun[] => [
  ...(before === '' ? [] : [{ how: 'taken_out' as const, text: before }]),
  ...(after === '' ? [] : [{ how: 'put_in' as const, text: after }]),
]

const differs = (runs: readonly DifferenceRun[]): number =>
  runs.reduce((sum, { how, text }) => (how === 'same' ? sum : sum + text.length), 0)

const compared = (before: readonly string[], after: readonly string[]): readonly DifferenceRun[] => {
  const start = sharedStart(before, after)
  const end = sharedStart(before.slice(start).reverse(), after.slice(start).reverse())
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const middle =
    old.length * now.length > mostCells
      ? replaced(old.join(''), now.join(''))
      : walked(old, { now, table: lcs(old, now) })
  return [same(before.slice(0, start)), ...middle, same(before.slice(before.length - end))]
}

const same = (tokens: readonly string[]): DifferenceRun => ({ how: 'same', text: tokens.join('') })

const sharedStart = (one: readonly string[], other: readonly string[]): number => {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1
  return at
}

/** Lengths of the longest common sequence from each pair of places to the ends. */
const lcs = (old: readonly string[], now: readonly string[]): Uint32Array => {
  const width = now.length + 1
  const table = new Uint32Array((old.length + 1) * width)
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const here = row * width + column
      const [below, beside, across] = [table[here + width] ?? 0, table[here + 1] ?? 0, table[here + width + 1] ?? 0]
      table[here] = old[row] === now[column] ? across + 1 : Math.max(below, beside)
    }
  return table
}

const walked = (
  old: readonly string[],
  { now, table }: { readonly now: readonly string[]; readonly table: Uint32Array },
): readonly DifferenceRun[] => {
  const width = now.length + 1
  const runs: DifferenceRun[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < now.length) {
    const [was, is] = [old[row], now[column]]
    const here = row * width + column
    if (was !== undefined && was === is) {
      runs.push({ how: 'same', text: was })
      row += 1
      column += 1
    } else if (was !== undefined && (is === undefined || (table[here + width] ?? 0) >= (table[here + 1] ?? 0))) {
      runs.push({ how: 'taken_out', text: was })
      row += 1
    } else {
      runs.push({ how: 'put_in', text: is ?? '' })
      column += 1
    }
  }
  return runs
}

/** Runs of one kind become one, and what parts two changes by less than two Chinese characters or one word goes with them. */
const joined = (runs: readonly DifferenceRun[]): readonly DifferenceRun[] => {
  const merged = inBlocks(runs)
  const parting = merged.map(
    (block, index) => 'same' in block && index > 0 && index < merged.length - 1 && partsNothing(block.same),
  )
  const blocks = inBlocks(
    merged.flatMap((block, index): readonly DifferenceRun[] => {
      if (!('same' in block)) return runsOf(block)
      if (parting[index] !== true) return runsOf(block)
      return [
        { how: 'taken_out', text: block.same },
        { how: 'put_in', text: block.same },
      ]
    }),
  )
  return blocks.flatMap(runsOf)
}

type Block = { readonly same: string } | { readonly out: string; readonly in: string }

const inBlocks = (runs: readonly DifferenceRun[]): readonly Block[] => {
  const blocks: Block[] = []
  for (const { how, text } of runs) {
    const last = blocks.at(-1)
    if (text === '') continue
    if (how === 'same') {
      if (last !== undefined && 'same' in last) blocks[blocks.length - 1] = { same: last.same + text }
      else blocks.push({ same: text })
      continue
    }
    const more = last !== undefined && !('same' in last) ? last : undefined
    const block = {
      out: (more?.out ?? '') + (how === 'taken_out' ? text : ''),
      in: (more?.in ?? '') + (how === 'put_in' ? text : ''),
    }
    if (more === undefined) blocks.push(block)
    else blocks[blocks.length - 1] = block
  }
  return blocks
}

const runsOf = (block: Block): readonly DifferenceRun[] =>
  'same' in block ? [{ how: 'same', text: block.same }] : replaced(block.out, block.in)

const partsNothing = (text: string): boolean => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return han < 2 && words === han && !text.includes('\n')
}
