import { Option } from 'commander'
import type { Command } from 'commander'
import type { z } from 'zod'
import { ReconciliationResponse } from '../../api/contract/reconciliation.js'
import { CliFailure, exits } from '../failure.js'
import { print, when } from '../printing.js'
import { actor, asOption, overTheLine, verb } from './verb.js'
import type { Asking } from './verb.js'

/** Adds `reconcile`: whether the ledger and the histories of Temporal say the same, looked at now. */
export const addReconcile = (program: Command): void => {
  verb(program, {
    usage: 'reconcile [base]',
    says: 'Hold the ledger against the histories of Temporal, now: ends with 1 where they are at odds, each in a sentence.',
    examples: ['reconcile', 'reconcile gasme-C09-yueqing-1 --as p-au-1', 'reconcile --programme gasme --json'],
  })
    .addOption(new Option('--programme <programme>', 'the whole programme, when no base is named').default('gasme'))
    .addOption(asOption())
    .action(async (base: string | undefined, wanted: Asking & { readonly programme: string }) => {
      const programme = base?.split('-', 1)[0] ?? wanted.programme
      const query = base === undefined ? '' : `?base=${encodeURIComponent(base)}`
      const report = await overTheLine({}, (connection) =>
        connection.client.get(`/programmes/${encodeURIComponent(programme)}/reconciliation${query}`, {
          ...actor(wanted, connection),
          schema: ReconciliationResponse,
        }),
      )
      print(report, { json: wanted.json === true, text: () => inWords(report) })
      if (report.found > 0)
        throw new CliFailure(
          `ledger and histories are at odds in ${report.found} places; they must agree in all; look into each, and correct by a new entry`,
          exits.refused,
        )
    })
}

const inWords = (report: z.infer<typeof ReconciliationResponse>): string => {
  const { streams, entries, runs, commands, found, divergences, recovered, madeAt } = report
  const read = `${entries} entries of ${streams} streams against ${runs} runs with ${commands} commands, ${when(madeAt)}`
  return [
    `${read}: ${found === 0 ? 'they agree' : `${found} differences`}`,
    ...(recovered === 0 ? [] : [`${recovered} entries were recovered after a crash`]),
    ...divergences.map(({ says }) => says.en),
  ].join('\n')
}
