import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { childEnvironment, programOnPath } from '../config/places.js'
import { freePorts } from '../workers/embedded/ports.js'
import { endProcess } from '../workers/embedded/running-process.js'
import { fuzzApi, fuzzers } from './fuzzing/fuzz-api.js'
import type { Fuzzed, Fuzzer } from './fuzzing/fuzz-api.js'

/**
 * `npm run fuzz -- --requests 5000 --seed 1`: asks an API at random, as its own document describes it, as four people, and
 * counts what was a fault of ours or is not in the document. Needs Schemathesis (`pip install schemathesis`) on the PATH.
 * With `--api` it asks a trial that runs already, else one of its own that it removes again; `--roles PM,EX` asks as some.
 */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    api: { type: 'string' },
    roles: { type: 'string', default: Object.keys(fuzzers).join(',') },
  },
})

const isFuzzer = (role: string): role is Fuzzer => Object.hasOwn(fuzzers, role)

const main = async (): Promise<number> => {
  const program = programOnPath('st')
  if (program === undefined) {
    process.stderr.write(
      'Schemathesis is not there. Install it with `pip install schemathesis` and put it on the PATH.\n',
    )
    return 2
  }
  const [requests, seed] = [Number(values.requests), Number(values.seed)]
  const tell = (line: string): void => void process.stderr.write(`${line}\n`)
  const roles = values.roles.split(',').filter(isFuzzer)
  const ask = (api: string) => fuzzApi({ api, program, requests, seed, roles, tell })
  const done = values.api === undefined ? await onOwnTrial(ask) : await ask(values.api)
  for (const line of done.map(lineOf)) process.stdout.write(`${line}\n`)
  return done.every(({ wrong }) => wrong.length === 0) ? 0 : 1
}

const lineOf = ({ role, requests, wrong }: Fuzzed): string => {
  const count = (isServerError: boolean): number =>
    wrong.filter((one) => one.isServerError === isServerError).reduce((sum, one) => sum + one.count, 0)
  const named = wrong.map(({ what, operations }) => `\n  ${what}: ${operations.join(', ')}`).join('')
  return `${role}: ${requests} requests, ${count(true)} server errors, ${count(false)} schema breaks${named}`
}

/** Brings up a whole trial on a data folder of its own, works on it, and takes it away again. */
const onOwnTrial = async <T>(work: (api: string) => Promise<T>): Promise<T> => {
  const data = await mkdtemp(join(tmpdir(), 'cornerstone-fuzz-data-'))
  const [apiPort = 0, mailboxPort = 0] = await freePorts(2)
  const env = childEnvironment({
    CORNERSTONE_DATA: data,
    API_PORT: String(apiPort),
    MAILBOX_SMTP_PORT: String(mailboxPort),
    MODE: undefined,
    DATABASE_URL: undefined,
    SEQUENCER_DATABASE_URL: undefined,
    TEMPORAL_ADDRESS: undefined,
    LOG_LEVEL: 'warn',
  })
  const script = ['--import', 'tsx', 'workers/start.ts', '--quiet']
  const child = spawn(process.execPath, script, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  try {
    await new Promise<void>((ready, fail) => {
      child.once('message', () => ready())
      child.once('exit', () => fail(new Error('The trial did not become ready; what it said stands above.')))
    })
    return await work(`http://127.0.0.1:${apiPort}`)
  } finally {
    await endProcess(child.pid ?? 0, { first: 'SIGTERM', then: 'SIGKILL', patienceMs: 60_000 })
    await rm(data, { recursive: true, force: true })
  }
}

process.exitCode = await main()
