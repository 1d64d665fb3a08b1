import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { lifeOn } from './days.js'
import type { Day } from './days.js'

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), message: z.string() })),
})

export interface SuiteRun {
  readonly passed: number
  readonly failed: number
  /** The files that are red, from the root, each with what Jest said of it. */
  readonly red: readonly { readonly file: string; readonly says: string }[]
}

interface Asked {
  readonly day: Day
  readonly zone: string
  readonly files: readonly string[]
  readonly seed?: number
  /** Further options of Jest. */
  readonly options?: readonly string[]
}

/** Runs some test files in processes of their own, on another day and in another zone. Throws where Jest gives no report. */
export const runSuite = async ({ day, zone, files, seed, options = [] }: Asked): Promise<SuiteRun> => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-days-'))
  const outputFile = join(folder, 'report.json')
  const shown = ['--json', `--outputFile=${outputFile}`, ...(seed === undefined ? [] : [`--seed=${seed}`])]
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']
  const said = await ended([...jest, ...shown, ...options, '--runTestsByPath', ...files], lifeOn(day, zone))
  const text = await readFile(outputFile, 'utf8').catch(() => {
    throw new Error(`Jest gave no report: ${said}`)
  })
  await rm(folder, { recursive: true })
  const { numPassedTests: passed, numFailedTests: failed, testResults } = Report.parse(JSON.parse(text))
  const red = testResults.filter(({ status }) => status === 'failed')
  return { passed, failed, red: red.map(({ name, message }) => ({ file: relative('.', name), says: message })) }
}

/** Whatever it ends with: the report says what was red. The servers of a run around it are not this one's to end. */
const ended = (args: readonly string[], life: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((answer) => {
    const limits = { env: { ...process.env, ...life, CORNERSTONE_TEST_KEEPER_PID: '' }, maxBuffer: 256 * 1024 * 1024 }
    execFile(process.execPath, args, limits, (error, out, complaint) =>
      answer(`${error?.signal ?? ''}\n${complaint}\n${out}`),
    )
  })

/** Whether a test file, or anything of test/ that it imports, works with a Temporal server, which keeps the machine's time. */
export const needsTemporal = async (file: string, seen: Set<string> = new Set()): Promise<boolean> => {
  if (seen.has(file)) return false
  seen.add(file)
  const text = await readFile(file, 'utf8')
  if (temporal.test(text)) return true
  const imported = [...text.matchAll(/from '(\.[^']+)\.js'/g)].map(([, path = '']) => resolve(dirname(file), path))
  const ofTests = imported.filter((path) => path.startsWith(resolve('test'))).map((path) => `${path}.ts`)
  for (const path of ofTests) if (path !== theirServices && (await needsTemporal(path, seen))) return true
  return false
}

const temporal =
  /\btestTemporal\(|\bservices\(\)|'@temporalio\/(worker|testing)'|workers\/(start|worker|bundle|wiring)\b|embedded\/temporal/
const theirServices = resolve('test/support/services.ts')
