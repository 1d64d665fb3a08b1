import { when } from '../printing.js'
import { told } from '../tongue.js'
import type { Finding } from './finding.js'

/** How old what is made by itself may become, in milliseconds: twice or three times the time after which it is due. */
export const oldestAllowed = {
  /** A checkpoint is due after five minutes and made within seconds: where it is not by now, nobody signs, and evidence waits. */
  checkpointMs: 10 * 60_000,
  comparisonMs: 3 * 60 * 60_000,
  /** A witness is another's: it may be away for as long as a checkpoint may take here. */
  cosignatureMs: 15 * 60_000,
} as const

interface Aged {
  /** When it was made, or what waits for it; null: nothing. */
  readonly since: string | null
  readonly now: Date
}

/** The checkpoints, by the oldest entry that is under none: where nothing happens, an old checkpoint is as good as a new one. */
export const ofCheckpoints = ({ since, now }: Aged): Finding => {
  const what = 'checkpoints' as const
  if (since === null)
    return { what, well: true, found: told({ en: 'every entry is under one', 'zh-CN': '全部登记均已纳入检查点' }) }
  const found = { en: `what came since ${when(since)} is under none`, 'zh-CN': `${when(since)}以来的登记未纳入检查点` }
  return isOld({ since, now }, oldestAllowed.checkpointMs)
    ? {
        what,
        well: false,
        found: told({
          en: `${found.en}: the log stands still, and evidence with it`,
          'zh-CN': `${found['zh-CN']}：日志停滞，证据亦然`,
        }),
        fix: told(whyNoneIsSigned),
      }
    : {
        what,
        well: true,
        found: told({
          en: `${found.en} yet; one is due five minutes after an entry`,
          'zh-CN': `${found['zh-CN']}；检查点应在登记后五分钟内生成`,
        }),
      }
}

const whyNoneIsSigned = {
  en: 'look into the log of the worker for `no checkpoint could be made` and why the sequencer refuses; docs/how-to/mend-what-is-stuck.md says what each reason asks for',
  'zh-CN':
    '请在工作进程日志中查找 `no checkpoint could be made` 及排序进程拒绝的原因；各原因的处理办法见 docs/how-to/mend-what-is-stuck.md',
}

/** The hourly comparison of a programme, by its last report or, where there is none yet, by the beginning of the programme. */
export const ofComparison = ({ programme, since, now }: Aged & { readonly programme: string }): Finding | undefined =>
  since === null || !isOld({ since, now }, oldestAllowed.comparisonMs)
    ? undefined
    : {
        what: 'two witnesses',
        well: false,
        found: told({
          en: `${programme}: not compared since ${when(since)}`,
          'zh-CN': `${programme}：${when(since)}以来未作比对`,
        }),
        fix: told({
          en: 'look into the schedule `reconciliation` of Temporal, and the log of the worker',
          'zh-CN': '请查看 Temporal 的定时任务 `reconciliation` 及工作进程日志',
        }),
      }

interface Cosigning {
  readonly name: string
  readonly cosignedAt: string | null
  readonly waitingSince: string | null
}

/** A witness, by the oldest checkpoint that waits for it; where none waits it has seen all there is. */
export const ofWitness = ({ name, cosignedAt, waitingSince, now }: Cosigning & { readonly now: Date }): Finding => {
  const what = 'witness' as const
  const last =
    cosignedAt === null
      ? { en: `${name} has not cosigned yet`, 'zh-CN': `${name} 尚未共签` }
      : { en: `${name} has not cosigned since ${when(cosignedAt)}`, 'zh-CN': `${name} 自${when(cosignedAt)}起未再共签` }
  if (waitingSince === null) {
    const found = { en: `${name} has cosigned the last checkpoint`, 'zh-CN': `${name} 已共签最近的检查点` }
    return { what, well: true, found: told(found) }
  }
  return isOld({ since: waitingSince, now }, oldestAllowed.cosignatureMs)
    ? {
        what,
        well: false,
        found: told(last),
        fix: told({
          en: 'look into the log of the worker for how it answers; docs/how-to/witness-the-log.md says what each answer means and what to do',
          'zh-CN': '请在工作进程日志中查看其应答；各应答的含义及处理办法见 docs/how-to/witness-the-log.md',
        }),
      }
    : {
        what,
        well: true,
        found: told({
          en: `${last.en}; a checkpoint waits for it since ${when(waitingSince)}`,
          'zh-CN': `${last['zh-CN']}；自${when(waitingSince)}起有检查点待其共签`,
        }),
      }
}

const isOld = ({ since, now }: { since: string; now: Date }, allowedMs: number): boolean =>
  now.getTime() - Date.parse(since) > allowedMs
