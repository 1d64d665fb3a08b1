import { Option } from 'commander'
import type { Command } from 'commander'
import type { z } from 'zod'
import { ReconciliationResponse } from '../../api/contract/reconciliation.js'
import { CliFailure, exits } from '../failure.js'
import { print, when } from '../printing.js'
import { told } from '../tongue.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'
import { defined } from '../../domain/values/defined.js'

interface Wanted extends AskingOptions {
  readonly programme: string
  readonly whole?: boolean
}

/** Adds `reconcile`: whether the ledger and the histories of Temporal say the same, looked at now. */
export const addReconcile = (program: Command): void => {
  verb(program, {
    usage: 'reconcile [base]',
    says: 'Hold the ledger against the histories of Temporal, now: ends with 1 where they are at odds, each in a sentence.',
    examples: ['reconcile', 'reconcile gasme-C09-yueqing-1 --as p-au-1', 'reconcile --programme gasme --whole --json'],
  })
    .addOption(new Option('--programme <programme>', 'the whole programme, when no base is named').default('gasme'))
    .option('--whole', 'read every history again, also of ended runs that agreed when they were sealed')
    .addOption(asOption())
    .action(async (base: string | undefined, wanted: Wanted) => {
      const programme = base?.split('-', 1)[0] ?? wanted.programme
      const query = new URLSearchParams({
        ...defined({ base: base ? base : undefined, whole: wanted.whole ? 'true' : undefined }),
      })
      const report = await askAs(wanted).get(
        `/programmes/${encodeURIComponent(programme)}/reconciliation?${query.toString()}`,
        ReconciliationResponse,
      )
      print(report, { json: wanted.json, text: () => inWords(report) })
      if (report.found > 0) throw new CliFailure(closing(report.found), exits.refused)
    })
}

/** What is so for all that may be told: entries, histories, rows, papers and words. */
export const closing = (found: number): string =>
  told({
    en: `${found} things are at odds, and none may be; look into each as its sentence says: a wrong entry is corrected by a new one, and what is damaged or gone is put back from a backup`,
    'zh-CN': `有${found}处不一致，而任何一处都不应存在；请按各句所述逐一查明：记录有误的以新记录更正，损坏或缺失的由备份恢复`,
  })

const inWords = (report: z.infer<typeof ReconciliationResponse>): string => {
  const { streams, entries, runs, commands, found, divergences, recovered, madeAt } = report
  const read = told({
    en: `${entries} entries of ${streams} streams against ${runs} runs with ${commands} commands, ${when(madeAt)}: `,
    'zh-CN': `${when(madeAt)}比对${streams}份登记共${entries}条记录与${runs}次运行共${commands}条指令：`,
  })
  const result =
    found === 0 ? { en: 'they agree', 'zh-CN': '一致' } : { en: `${found} differences`, 'zh-CN': `有${found}处不一致` }
  const restored = {
    en: `${recovered} entries were recovered after a crash`,
    'zh-CN': `有${recovered}条记录在故障后恢复`,
  }
  return [
    `${read}${told(result)}`,
    ...(recovered === 0 ? [] : [told(restored)]),
    ...divergences.map(({ says }) => told(says)),
  ].join('\n')
}
