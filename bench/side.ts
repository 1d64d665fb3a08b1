import process from 'node:process'
import { createInterface } from 'node:readline'
import { openDecisions } from './decisions.js'
import { isMeasured } from './measured-steps.js'
import { bringUpStack } from './stack.js'
import { restful } from './work-check.js'

// One of the two programs that `pair.ts` holds against each other: for each line with a number it sends about so many decisions
// and says, as a line of JSON, what each took in milliseconds; none once the bases have no decision left.
// Where the form of some steps is measured, what the others took is left out.
const alone = process.argv.includes('--measured')
const stack = await bringUpStack()
try {
  const decisions = await openDecisions(stack.api)
  process.stdout.write('ready\n')
  for await (const line of createInterface({ input: process.stdin })) {
    const ms: number[] = []
    do {
      const acts = await decisions.prepare(Number(line))
      if (acts.length === 0) break
      await restful(stack.db)
      const took = await decisions.run(acts, { concurrency: 1, pace: 0 })
      ms.push(...took.filter((_, index) => !alone || isMeasured(acts[index]?.path ?? '')))
    } while (ms.length < Number(line) && alone)
    process.stdout.write(`${JSON.stringify(ms)}\n`)
  }
  decisions.close()
} finally {
  await stack.stop()
}
