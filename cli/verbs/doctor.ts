import { called } from '../called.js'
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import type { Command } from 'commander'
import pc from 'picocolors'
import type { z } from 'zod'
import { WitnessesResponse } from '../../api/contract/checkpoint.js'
import { ReadyResponse } from '../../api/contract/health.js'
import type { LocalText } from '../../domain/locale.js'
import { machineClock } from '../../clock/machine-clock.js'
import { programOnPath, userCacheFolder } from '../../config/places.js'
import { cliConfig } from '../../config/processes.js'
import { runningApi } from '../connection.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { ofCheckpoints, ofWitness } from './ages.js'
import { witnesses } from './witnesses.js'
import { verb } from './verb.js'
import type { Common } from './verb.js'
import { defined } from '../../domain/values/defined.js'
import { whatWord, type Finding } from './finding.js'

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
        threePart({
          got: ill.map(({ what }) => whatWord(what)).join(told({ en: ', ', 'zh-CN': '、' })),
          allowed: { en: 'not as needed', 'zh-CN': '不符合要求' },
          todo: ill.flatMap(({ fix }) => fix ?? []).join(told({ en: '; ', 'zh-CN': '；' })),
        }),
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
    ...defined({
      fix: well
        ? undefined
        : told({ en: 'install Node.js 20.20 or newer', 'zh-CN': '请安装 Node.js 20.20 或更新版本' }),
    }),
  }
}

const dataFolder = (data: string): Finding => {
  const nearest = existsSync(data) ? data : dirname(data)
  try {
    accessSync(nearest, constants.W_OK)
    return {
      what: 'data folder',
      well: true,
      found: existsSync(data) ? data : told({ en: `${data} (not made yet)`, 'zh-CN': `${data}（尚未建立）` }),
    }
  } catch {
    return {
      what: 'data folder',
      well: false,
      found: told({ en: `${data} cannot be written`, 'zh-CN': `${data} 无法写入` }),
      fix: told({
        en: 'set CORNERSTONE_DATA to a folder of yours',
        'zh-CN': '请将 CORNERSTONE_DATA 设为您有权写入的目录',
      }),
    }
  }
}

const temporalProgram = (): Finding => {
  const found = programOnPath('temporal') ?? programOnPath('temporal-server')
  if (found !== undefined) return { what: 'Temporal program', well: true, found }
  const cache = userCacheFolder()
  if (existsSync(cache))
    return { what: 'Temporal program', well: true, found: told({ en: `kept in ${cache}`, 'zh-CN': `存于 ${cache}` }) }
  const builder = programOnPath('go')
  return builder === undefined
    ? {
        what: 'Temporal program',
        well: true,
        found: told({
          en: 'none yet; the first start downloads it, or set TEMPORAL_ADDRESS, put `temporal` on the PATH, or install Go 1.26',
          'zh-CN': '尚无；首次启动时下载，也可设置 TEMPORAL_ADDRESS、将 `temporal` 放入 PATH，或者安装 Go 1.26',
        }),
      }
    : {
        what: 'Temporal program',
        well: true,
        found: told({
          en: `none yet; the first start downloads it, or builds it with ${builder}`,
          'zh-CN': `尚无；首次启动时下载，或者以 ${builder} 构建`,
        }),
      }
}

const services = async (api: string | undefined): Promise<readonly Finding[]> => {
  const start = told({ en: 'start the programme with `npm start`', 'zh-CN': '请以 `npm start` 启动本系统' })
  if (api === undefined)
    return [
      {
        what: 'API',
        well: false,
        found: told({ en: 'nothing runs on this data folder', 'zh-CN': '此数据目录上没有运行中的系统' }),
        fix: start,
      },
    ]
  const ready = await readiness(api)
  if (ready === undefined)
    return [
      {
        what: 'API',
        well: false,
        found: told({ en: `nothing answers at ${api}`, 'zh-CN': `${api} 无应答` }),
        fix: start,
      },
    ]
  const service = (
    what: 'PostgreSQL' | 'Temporal' | 'worker',
    { well, log }: { well: boolean; log: LocalText },
  ): Finding => ({
    what,
    well,
    found: told(well ? { en: 'answers', 'zh-CN': '应答正常' } : { en: 'is away', 'zh-CN': '无应答' }),
    ...defined({
      fix: well
        ? undefined
        : told({
            en: `look into ${log.en} and start the programme again`,
            'zh-CN': `请查看${log['zh-CN']}，再重新启动本系统`,
          }),
    }),
  })
  return [
    { what: 'API', well: true, found: api },
    service('PostgreSQL', { well: ready.postgres, log: { en: 'the log of the database', 'zh-CN': '数据库日志' } }),
    service('Temporal', {
      well: ready.temporal,
      log: { en: 'the log of the Temporal server', 'zh-CN': 'Temporal 服务器日志' },
    }),
    service('worker', { well: ready.worker, log: { en: 'the log of the worker', 'zh-CN': '工作进程日志' } }),
    ...standstill(ready.stuck),
    ofCheckpoints({ since: ready.uncoveredSince, now: machineClock() }),
    ...(ready.postgres ? [...(await cosigning(api)), ...(await witnesses())] : []),
  ]
}

const olderDatabase = {
  en: '; the database is older than Temporal: decide nothing, and heal it',
  'zh-CN': '；数据库早于 Temporal：请勿办理任何事项，先行修复',
}

/** What stands still, as of the last look of the API. */
const standstill = ({ count, ledgerBehind }: z.infer<typeof ReadyResponse>['stuck']): readonly Finding[] => {
  if (count === 0)
    return [{ what: 'standstill', well: true, found: told({ en: 'nothing is stuck', 'zh-CN': '没有停滞事项' }) }]
  const older = ledgerBehind ? olderDatabase : { en: '', 'zh-CN': '' }
  return [
    {
      what: 'standstill',
      well: false,
      found: told({ en: `${count} things are stuck${older.en}`, 'zh-CN': `${count}项停滞${older['zh-CN']}` }),
      fix: told({
        en: `see which, and what to do, with \`${called} stuck\``,
        'zh-CN': `请以 \`${called} stuck\` 查看具体事项及处理办法`,
      }),
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
  `${well ? pc.green('ok ') : pc.red('no ')} ${whatWord(what).padEnd(18)}${found}${fix === undefined ? '' : `  →  ${fix}`}`
