import type { Command } from 'commander'
import { BaseSummary } from '../../api/contract/base.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { print, table } from '../printing.js'
import { checkTen } from '../rehearsal/check-ten.js'
import { ClusterFile, readJson, sampleClusters } from '../sample-data.js'
import { told } from '../tongue.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds `check-ten`: whether the bases that hold a slot satisfy 8.2, worked out apart from the engine. */
export const addCheckTen = (program: Command): void => {
  verb(program, {
    usage: 'check-ten <programme>',
    says: 'Check variety and territory of the bases that hold a slot: at most 2 a category, 3 a province, no overlap.',
    examples: ['check-ten gasme', 'check-ten rh3f7k --json'],
  })
    .option('--clusters <file>', 'the records of the clusters (else those of data/clusters.json)')
    .addOption(asOption())
    .action(async (programme: string, wanted: AskingOptions & { readonly clusters?: string }) => {
      const file = wanted.clusters === undefined ? sampleClusters() : readJson(wanted.clusters, ClusterFile)
      const bases = await askAs(wanted).all(`/bases?programme=${encodeURIComponent(programme)}`, BaseSummary)
      const standing = bases.filter(({ slot, closed }) => slot !== undefined && !closed).map(({ cluster }) => cluster)
      const checked = checkTen(standing, file)
      const text = () =>
        [
          table(['category', 'bases'], Object.entries(checked.perCategory)),
          table(['province', 'bases'], Object.entries(checked.perProvince)),
          checked.holds
            ? told({
                en: `The ${checked.standing} satisfy 8.2.`,
                'zh-CN': `这${checked.standing}个基地符合8.2的要求。`,
              })
            : checked.says.map(told).join('\n'),
        ].join('\n')
      print(checked, { json: wanted.json, text })
      if (!checked.holds) {
        throw new CliFailure(
          threePart({
            got: { en: checked.broken.join('; '), 'zh-CN': checked.says.map((one) => one['zh-CN']).join('；') },
            allowed: { en: '8.2 allows less', 'zh-CN': '超出8.2的限额' },
            todo: { en: 'end or waive one of these bases', 'zh-CN': '请终结其中一个基地或者申请豁免' },
          }),
          exits.refused,
        )
      }
    })
}
