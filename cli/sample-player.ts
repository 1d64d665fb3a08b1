import process from 'node:process'
import { cliConfig } from '../config/processes.js'
import { clientOf } from './http-client.js'
import { playSample } from './rehearsal/sample.js'

/**
 * Plays the sample programme for `npm start`, which started this process: says when the programme is there, how far it has come,
 * and that it is at its end, if any came to where it rests. It leaves when whoever started it is gone.
 */
const main = async (): Promise<void> => {
  const { CORNERSTONE_API_URL: api = '' } = cliConfig()
  process.once('disconnect', () => process.exit(0))
  const say = (sample: { done: number; total: number; ended: boolean }) => process.send?.({ sample })
  const tell = (line: string) => void process.stdout.write(`${line}\n`)
  const { bases } = await playSample({
    // Nobody waits for it, and on a busy machine a first start takes minutes.
    client: clientOf({ api, patienceMs: 600_000 }),
    seed: 0,
    tell,
    founded: () => process.send?.({ ready: true }),
    progress: (at) => say({ ...at, ended: false }),
  })
  const done = bases.filter(({ broke }) => broke === undefined).length
  // Where none came to rest, whatever broke them all is no end of the sample.
  say({ done, total: bases.length, ended: done > 0 || bases.length === 0 })
  process.disconnect()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
