import type { Command } from 'commander'
import type { z } from 'zod'
import { FiguresResponse } from '../../api/contract/figures.js'
import { partLabel } from '../../domain/gicc/yearly-review/score-forms.js'
import { unitWords } from '../../domain/words/units.js'
import { wordOf } from '../../domain/words/word-of.js'
import { print, table } from '../printing.js'
import { spoken, told } from '../tongue.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds the verb that shows the indicators of a base. */
export const addFigures = (program: Command): void => {
  verb(program, {
    usage: 'figures <base>',
    says: 'Show the indicators of a base: baseline, target, and the values of a review year.',
    examples: ['figures gasme-C09-yueqing-1', 'figures gasme-C09-yueqing-1 --year 2029 --as p-au-1'],
  })
    .option('--year <year>', 'review year')
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions & { readonly year?: string }) => {
      const query = wanted.year === undefined ? '' : `?year=${encodeURIComponent(wanted.year)}`
      const figures = await askAs(wanted).get(`/bases/${encodeURIComponent(base)}/figures${query}`, FiguresResponse)
      print(figures, { json: wanted.json, text: () => figuresText(figures) })
    })
}

const figuresText = ({ values, gates, parts, evidence }: z.infer<typeof FiguresResponse>): string =>
  [
    table(
      ['', 'indicator', 'unit', 'baseline', 'target', 'value', 'evidence', 'sample'],
      values.map(({ indicator, label, unit, baseline, target, value, evidence: shown, sampled }) => [
        indicator,
        told(label),
        wordOf(unitWords, { key: unit, locale: spoken() }),
        String(baseline),
        String(target),
        String(value ?? '–'),
        shown === null ? '–' : told({ en: `class ${shown}`, 'zh-CN': `${shown}级` }),
        sampled ? yesOrNo(true) : '',
      ]),
    ),
    ...(gates.length === 0 ? [] : [gatesText(gates)]),
    ...Object.entries(parts).map(([part, points]) => `${told(partLabel(part))}: ${points}`),
    ...(evidence === null ? [] : [wellProven(Math.round(evidence * 100))]),
  ].join('\n')

const wellProven = (percent: number): string =>
  told({ en: `values with evidence of class 1 or 2: ${percent} %`, 'zh-CN': `证据等级为1级或2级的指标值：${percent}%` })

const yesOrNo = (is: boolean): string => told(is ? { en: 'yes', 'zh-CN': '是' } : { en: 'no', 'zh-CN': '否' })

/** Gate by gate what was declared and what was accepted (6.1). */
const gatesText = (gates: z.infer<typeof FiguresResponse>['gates']): string =>
  table(
    ['', 'gate', 'declared', 'accepted', 'limit', 'passed'],
    gates.map(({ gate, label, limit, declared, accepted, passed }) => [
      gate,
      told(label),
      String(declared ?? '–'),
      String(accepted ?? '–'),
      'least' in limit ? `≥ ${limit.least}` : `≤ ${limit.most}`,
      yesOrNo(passed),
    ]),
  )
