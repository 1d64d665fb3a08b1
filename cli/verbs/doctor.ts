import { called } from '../called.js'
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import type { Command } from 'commander'
import pc from 'picocolors'
import type { z } from 'zod'
import { WitnessesResponse } from '../../api/contract/checkpoint.js'
import { ReadyResponse } from '../../api/contract/health.js'
import { machineClock } from '../../clock/machine-clock.js'
import { programOnPath, userCacheFolder } from '../../config/places.js'
import { cliConfig } from '../../config/processes.js'
import { runningApi } from '../connection.js'
import { CliFailure, exits } from '../failure.js'
import { print } from '../printing.js'
import { ofCheckpoints, ofWitness } from './ages.js'
import { witnesses } from './witnesses.js'
import { verb } from './verb.js'
import type { Common } from './verb.js'
import { defined } from '../../domain/values/defined.js'
import type { Finding } from './finding.js'

/** Adds `doctor`: what runs, what is missing, and the fix for each. */
export const addDoctor = (program: Command): void => {
  verb(program, {
    usage: 'doctor',
    says: 'Say what runs, what is missing, and how to put it right.',
    examples: ['doctor', 'doctor --json'],
  }).action(async (wanted: Common) => {
    const findings = await examine()
    print({ findings }, { json: wanted.json, text: () => findings.map(line).join('\n') })
    const ill = findings.filter(({ well }) => !well)
    if (ill.length > 0) {
      throw new CliFailure(
        `${ill.map(({ what }) => what).join(', ')}: not as needed; ${ill.flatMap(({ fix }) => fix ?? []).join('; ')}`,
        exits.unreachable,
      )
    }
  })
}

const examine = async (): Promise<readonly Finding[]> => {
  const config = cliConfig()
  const data = resolve(config.CORNERSTONE_DATA)
  const api = config.CORNERSTONE_API_URL ?? runningApi(data)
  return [node(), dataFolder(data), temporalProgram(), ...(await services(api))]
}

const node = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const well = major > 20 || (major === 20 && minor >= 20)
  return {
    what: 'Node.js',
    well,
    found: process.versions.node,
    ...defined({ fix: well ? undefined : 'install Node.js 20.20 or newer' }),
  }
}

const dataFolder = (data: string): Finding => {
  const nearest = existsSync(data) ? data : dirname(data)
  try {
    accessSync(nearest, constants.W_OK)
    return { what: 'data folder', well: true, found: existsSync(data) ? data : `${data} (not made yet)` }
  } catch {
    return {
      what: 'data folder',
      well: false,
      found: `${data} cannot be written`,
      fix: 'set CORNERSTONE_DATA to a folder of yours',
    }
  }
}

const temporalProgram = (): Finding => {
  const found = programOnPath('temporal') ?? programOnPath('temporal-server')
  if (found !== undefined) return { what: 'Temporal program', well: true, found }
  const cache = userCacheFolder()
  if (existsSync(cache)) return { what: 'Temporal program', well: true, found: `kept in ${cache}` }
  const builder = programOnPath('go')
  return builder === undefined
    ? {
        what: 'Temporal program',
        well: true,
        found:
          'none yet; the first start downloads it, or set TEMPORAL_ADDRESS, put `temporal` on the PATH, or install Go 1.26',
      }
    : {
        what: 'Temporal program',
        well: true,
        found: `none yet; the first start downloads it, or builds it with ${builder}`,
      }
}

const services = async (api: string | undefined): Promise<readonly Finding[]> => {
  const start = 'start the programme with `npm start`'
  if (api === undefined) return [{ what: 'API', well: false, found: 'nothing runs on this data folder', fix: start }]
  const ready = await readiness(api)
  if (ready === undefined) return [{ what: 'API', well: false, found: `nothing answers at ${api}`, fix: start }]
  const service = (what: string, { well, log }: { well: boolean; log: string }): Finding => ({
    what,
    well,
    found: well ? 'answers' : 'is away',
    ...defined({ fix: well ? undefined : `look into ${log} and start the programme again` }),
  })
  return [
    { what: 'API', well: true, found: api },
    service('PostgreSQL', { well: ready.postgres, log: 'the log of the database' }),
    service('Temporal', { well: ready.temporal, log: 'the log of the Temporal server' }),
    service('worker', { well: ready.worker, log: 'the log of the worker' }),
    ...standstill(ready.stuck),
    ofCheckpoints({ since: ready.uncoveredSince, now: machineClock() }),
    ...(ready.postgres ? [...(await cosigning(api)), ...(await witnesses())] : []),
  ]
}

/** What stands still, as of the last look of the API. */
const standstill = ({ count, ledgerBehind }: z.infer<typeof ReadyResponse>['stuck']): readonly Finding[] => {
  if (count === 0) return [{ what: 'standstill', well: true, found: 'nothing is stuck' }]
  const older = ledgerBehind ? '; the database is older than Temporal: decide nothing, and heal it' : ''
  return [
    {
      what: 'standstill',
      well: false,
      found: `${count} things are stuck${older}`,
      fix: `see which, and what to do, with \`${called} stuck\``,
    },
  ]
}

/** Each witness that is to cosign the checkpoints of this ledger. */
const cosigning = async (api: string): Promise<readonly Finding[]> => {
  const found = await openAnswer({ api, path: '/checkpoints/witnesses' }, WitnessesResponse)
  return (found?.witnesses ?? []).map((one) => ofWitness({ ...one, now: machineClock() }))
}

const readiness = (api: string) => openAnswer({ api, path: '/health/ready' }, ReadyResponse)

/** What is answered without a token; undefined where nothing fitting is. */
const openAnswer = async <S extends z.ZodType>(
  { api, path }: { readonly api: string; readonly path: string },
  schema: S,
): Promise<z.output<S> | undefined> => {
  const response = await fetch(new URL(path, api), { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
  const parsed = schema.safeParse(await response?.json().catch(() => undefined))
  return parsed.success ? parsed.data : undefined
}

const line = ({ what, well, found, fix }: Finding): string =>
  `${well ? pc.green('ok ') : pc.red('no ')} ${what.padEnd(18)}${found}${fix === undefined ? '' : `  →  ${fix}`}`
