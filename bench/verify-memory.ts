import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { zipOf } from '../exhibits/zip-writer.js'
import { machineClock } from '../clock/machine-clock.js'
import { openZip } from '../verify/zip.js'
import { manyTimes } from './many-bases.js'
import { rounded } from './statistics.js'

/**
 * How much memory it takes to check a large evidence file, by the program that lies in each file and by the verb, which replays besides:
 * `npm run -s bench:memory -- evidence.zip [entries]`. Each runs once as a process of its own, whose most resident memory is read
 * when it ends.
 */
const [file, entries = '1000000'] = process.argv.slice(2)
if (file === undefined) throw new Error('Say: the evidence file of one base, and how many entries.')

const aimMb = 512
const run = promisify(execFile)
/**
 * Says at its end how much memory the process held at most, in kilobytes. What getrusage says counts in what the process that started it
 * held, so Linux is asked for the program's own.
 */
const telling = `data:text/javascript,${encodeURIComponent(`
import { existsSync, readFileSync } from 'node:fs'
process.on('exit', () => {
  const own = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\\s+(\\d+)/)?.[1] : undefined
  console.error('held ' + (own ?? process.resourceUsage().maxRSS))
})`)}`

const folder = await mkdtemp(join(tmpdir(), 'cornerstone-bench-'))
try {
  const made = join(folder, 'large.zip')
  const source = manyTimes(openZip(await readFile(file)), Number(entries))
  await writeFile(made, zipOf(new Map(source.names.map((name) => [name, source.bytes(name) ?? ''])), machineClock()))
  const measured: Record<string, { heldMb: number; seconds: number; sound: boolean }> = {}
  for (const [name, program] of [
    ['program', ['verify/verify-evidence.mjs']],
    ['verb', ['--import', 'tsx', 'cli/cornerstone.ts', 'verify']],
  ] as const) {
    const began = performance.now()
    const { stdout, stderr } = await run(process.execPath, ['--import', telling, ...program, made, '--json'], {
      maxBuffer: 64 * 1024 * 1024,
    })
    const [, held = ''] = /held (\d+)/.exec(stderr) ?? []
    const { sound } = z.object({ sound: z.boolean() }).parse(JSON.parse(stdout))
    measured[name] = {
      heldMb: Math.round(Number(held) / 1024),
      seconds: rounded((performance.now() - began) / 1000),
      sound,
    }
  }
  const zipMb = Math.round((await stat(made)).size / 1024 ** 2)
  process.stdout.write(
    `${JSON.stringify({ measures: 'verify-memory', aimMb, entries: Number(entries), zipMb, measured }, null, 2)}\n`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
