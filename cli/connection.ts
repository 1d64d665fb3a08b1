import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { childEnvironment } from '../config/places.js'
import { cliConfig } from '../config/processes.js'
import { called } from './called.js'
import { CliFailure, exits, threePart } from './failure.js'
import { clientOf } from './http-client.js'
import type { Client } from './http-client.js'

/** The folder of this program, with `data/` and `workers/` in it. */
export const programFolder = dirname(dirname(fileURLToPath(import.meta.url)))

/** A line to the API, and how to hang up: `leave` stops what this command itself has started, and nothing else. */
export interface Connection {
  readonly api: string
  readonly client: Client
  /** Whether the settings hold a token of their own; then nobody of the sample programme is impersonated. */
  readonly ownToken: boolean
  readonly leave: () => Promise<void>
}

/**
 * Finds the API that the settings name (CORNERSTONE_API_URL), or the one that runs on the data folder. With `start` it
 * brings up the embedded default when nothing answers. Refuses with exit 3 when there is nothing to speak to.
 */
export const connect = async ({ start = false, patienceMs = 0 }: Wanted = {}): Promise<Connection> => {
  const config = cliConfig()
  const token = config.CORNERSTONE_TOKEN
  const named = config.CORNERSTONE_API_URL
  const found = named ?? runningApi(config.CORNERSTONE_DATA)
  const line = (api: string, leave: () => Promise<void>): Connection => ({
    api,
    client: clientOf({ api, token, language: config.CORNERSTONE_LANGUAGE, patienceMs }),
    ownToken: token !== undefined,
    leave,
  })
  if (found !== undefined && (named !== undefined || (await isLive(found)))) return line(found, async () => undefined)
  if (!start) throw nothingRuns(config.CORNERSTONE_DATA)
  const { api, stop } = await startEngine(resolve(config.CORNERSTONE_DATA))
  return line(api, stop)
}

interface Wanted {
  readonly start?: boolean
  readonly patienceMs?: number
}

/** The address in `<data>/running.json`, or undefined when there is no such file; the process may have died since. */
export const runningApi = (data: string): string | undefined => {
  try {
    const state: unknown = JSON.parse(readFileSync(join(resolve(data), 'running.json'), 'utf8'))
    return z.object({ api: z.string() }).parse(state).api
  } catch {
    return undefined
  }
}

/** Whether an API answers there at all; what it has lost meanwhile it says itself. */
const isLive = (api: string): Promise<boolean> => answersWell(new URL('/health/live', api))

/** Whether an API answers there and has its database and its Temporal server. */
export const isReady = (api: string): Promise<boolean> => answersWell(new URL('/health/ready', api))

const answersWell = (url: URL): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  )

const nothingRuns = (data: string): CliFailure =>
  new CliFailure(
    threePart({
      got: { en: `nothing runs on ${data}`, 'zh-CN': `${data} 上没有运行中的程序` },
      allowed: { en: 'this verb needs a running programme', 'zh-CN': '此命令需要程序正在运行' },
      todo: {
        en: 'start it with `npm start`, or name one with CORNERSTONE_API_URL',
        'zh-CN': '请用 `npm start` 启动，或用 CORNERSTONE_API_URL 指明地址',
      },
    }),
    exits.unreachable,
  )

/** Starts the supervisor by path, as a person would with `npm start`, and waits until everything answers. */
const startEngine = async (data: string): Promise<{ readonly api: string; readonly stop: () => Promise<void> }> => {
  process.stderr.write('Nothing runs yet; starting the embedded programme …\n')
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(programFolder, 'workers', 'start.ts'), '--quiet'],
    {
      cwd: programFolder,
      env: childEnvironment({ CORNERSTONE_DATA: data }),
      // Standard output belongs to the result of this command; whatever the engine says goes beside it.
      stdio: ['ignore', 2, 2, 'ipc'],
    },
  )
  const interrupted = () => child.kill('SIGTERM')
  process.once('SIGINT', interrupted)
  const api = await readyAddress(child, data)
  return {
    api,
    stop: async () => {
      process.off('SIGINT', interrupted)
      await stopped(child)
    },
  }
}

const readyAddress = async (child: ChildProcess, data: string): Promise<string> => {
  const ended = new Promise<'ended'>((tell) => child.once('exit', () => tell('ended')))
  const told = new Promise<string>((tell) =>
    child.on('message', (message) => {
      const ready = z.object({ ready: z.literal(true), api: z.string() }).safeParse(message)
      if (ready.success) tell(ready.data.api)
    }),
  )
  const first = await Promise.race([told, ended])
  // It also ends when another start was quicker; that one is then ours to use.
  const api = first === 'ended' ? runningApi(data) : first
  for (let tries = 0; api !== undefined && tries < 100; tries += 1) {
    if (await isReady(api)) return api
    await pause(200)
  }
  child.kill('SIGTERM')
  throw new CliFailure(
    threePart({
      got: { en: 'the embedded programme did not start', 'zh-CN': '内置程序未能启动' },
      allowed: {
        en: 'it needs its database, its Temporal server and two free ports',
        'zh-CN': '需要其数据库、Temporal 服务和两个空闲端口',
      },
      todo: {
        en: `read what it said above, or see \`${called} doctor\``,
        'zh-CN': `请查看上方输出，或运行 \`${called} doctor\``,
      },
    }),
    exits.unreachable,
  )
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((tell) => {
    if (child.exitCode !== null || child.signalCode !== null) return tell()
    child.once('exit', () => tell())
    child.kill('SIGTERM')
  })
