import { copyFileSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { openTree, type TreeUnderTest } from './a-tree.js'
import { openMeasured } from './measured-tree.js'
import { pairedRatio, spreadOf, type PairedRound } from './statistics.js'

/**
 * What a change costs a decision: this tree and another one, each whole and on its own servers, side by side on one machine, sending
 * a few decisions in turn (A-B-B-A). Both meet what the machine does in the same minute, which two runs one after the other do not.
 */
const help = `npm run -s bench:pair -- --other <folder of the other tree> [--rounds 100] [--block 4] [--seed 1] [--json]
npm run -s bench:form -- [--rounds 10] [--block 4] [--seed 1] [--json]

The other tree needs its packages installed. A round is A-B-B-A; where the sample bases have no decision left, both sides begin anew. bench:form holds this tree
against itself: the same decisions without a form, and with one of twelve fields.
`

const { values } = parseArgs({
  options: {
    other: { type: 'string' },
    form: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '100' },
    block: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help || (values.other === undefined && !values.form)) {
  process.stdout.write(help)
  process.exitCode = values.help ? 0 : 2
} else await compare(values.form ? formsBeside() : treesBeside(resolve(values.other ?? '.')))

type Side = () => Promise<TreeUnderTest>

/** This tree with and without a form on the steps that are timed. */
function formsBeside(): readonly [Side, Side] {
  return [() => openMeasured('withoutForm'), () => openMeasured('withForm')]
}

function treesBeside(other: string): readonly [Side, Side] {
  const missing = join(other, 'bench', 'side.ts')
  if (!existsSync(missing)) copyFileSync(new URL('./side.ts', import.meta.url), missing)
  return [() => openTree(other), () => openTree(process.cwd())]
}

async function compare([former, latter]: readonly [Side, Side]): Promise<void> {
  const rounds: PairedRound[] = []
  while (rounds.length < Number(values.rounds)) {
    const [a, b] = [await former(), await latter()]
    try {
      const played = await sitting({ a, b }, Number(values.rounds) - rounds.length)
      if (played.length === 0) throw new Error('The sample bases have no decision to be timed.')
      rounds.push(...played)
      process.stderr.write(`${rounds.length} rounds\n`)
    } finally {
      await Promise.all([a.close(), b.close()])
    }
  }
  report(rounds)
}

/** As many rounds as there are decisions for, at most so many; the first is the warm-up and is thrown away. */
async function sitting(
  { a, b }: { readonly a: TreeUnderTest; readonly b: TreeUnderTest },
  most: number,
): Promise<readonly PairedRound[]> {
  const block = Number(values.block)
  const rounds: PairedRound[] = []
  for (let round = 0; round <= most; round += 1) {
    const [first, second, third, fourth] = [
      await a.decide(round === 0 ? 5 * block : block),
      await b.decide(round === 0 ? 5 * block : block),
      await b.decide(block),
      await a.decide(block),
    ]
    const [former, latter] = [
      [...first, ...fourth],
      [...second, ...third],
    ]
    if (former.length === 0 || latter.length === 0) break
    if (round > 0) rounds.push({ former, latter })
  }
  return rounds
}

function report(rounds: readonly PairedRound[]): void {
  const found = {
    rounds: rounds.length,
    seed: Number(values.seed),
    former: spreadOf(rounds.flatMap(({ former }) => former)),
    latter: spreadOf(rounds.flatMap(({ latter }) => latter)),
    ...pairedRatio(rounds, { seed: Number(values.seed) }),
  }
  const { former, latter, ratio, low, high } = found
  process.stdout.write(
    values.json
      ? `${JSON.stringify(found)}\n`
      : `${values.form ? 'no form: ' : 'other: '}p50 ${former.p50} ms, n ${former.n}\n${values.form ? 'twelve fields: ' : 'this:  '}p50 ${latter.p50} ms, n ${latter.n}\n` +
          `ratio of medians ${ratio}, 95 % interval ${low} to ${high}, ${rounds.length} rounds, seed ${found.seed}\n`,
  )
}
