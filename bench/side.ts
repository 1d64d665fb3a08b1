import process from 'node:process'
import { createInterface } from 'node:readline'
import { openDecisions } from './decisions.js'
import { bringUpStack } from './stack.js'
import { restful } from './work-check.js'

// One of the two programs that `pair.ts` holds against each other: for each line with a number it sends about so many decisions
// and says, as a line of JSON, what each took in milliseconds; none once the bases have no decision left.
const stack = await bringUpStack()
try {
  const decisions = await openDecisions(stack.api)
  process.stdout.write('ready\n')
  for await (const line of createInterface({ input: process.stdin })) {
    const acts = await decisions.prepare(Number(line))
    await restful(stack.db)
    const ms = await decisions.run(acts, { concurrency: 1, pace: 0 })
    process.stdout.write(`${JSON.stringify(ms)}\n`)
  }
  decisions.close()
} finally {
  await stack.stop()
}
