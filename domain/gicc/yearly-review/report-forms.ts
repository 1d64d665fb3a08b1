import type { Condition } from '../../form/condition.js'
import type { FormField } from '../../form/field.js'
import { areas, sixChallenges } from '../areas-and-indicators.js'
import {
  bearing,
  checklist,
  choices,
  confirmed,
  counts,
  formOf,
  listed,
  optional,
  read,
  withOption,
  words,
} from '../form-fields.js'
import { moneyToNextYear } from './report-money-forms.js'
import { valuesAndWork } from './report-values-forms.js'

/** The ten parts of a yearly report. */
export const reportParts = listed(
  ['A', 'A. Values', 'A 指标值'],
  ['B', 'B. Cluster facts of the year', 'B 集群年度数据'],
  ['C', 'C. Work in the six areas', 'C 分领域工作情况'],
  ['D', 'D. Progress with the challenges', 'D 六项挑战进展'],
  ['E', 'E. Activities', 'E 活动清单'],
  ['F', 'F. Money', 'F 资金收支'],
  ['G', 'G. Governance', 'G 治理'],
  ['H', 'H. Findings, recommendations, conditions', 'H 结论、建议、条件'],
  ['I', 'I. Lessons and risks', 'I 经验与风险'],
  ['J', 'J. Next year', 'J 下一年度计划'],
)

const submit = withOption('submit')

/** Asked with the report itself, and under whatever else the field asks for. */
const ofTheReport = (field: FormField): FormField => ({
  ...field,
  asked: field.asked === undefined ? submit.asked : { all: [submit.asked, field.asked] },
})

const report: readonly FormField[] = [
  ...[...valuesAndWork, ...moneyToNextYear].map(ofTheReport),
  confirmed(['true_report', 'True and complete', '报告真实完整'], {
    statement: [
      'The report is true and complete, and its figures are those of the sources named in it.',
      '本报告真实、完整，所列数据与所注明来源一致。',
    ],
    ...submit,
  }),
]

/** Each area and each challenge is told of, and the next year leaves none of the areas out. */
const isWhole: Condition = {
  all: [
    ...areas.map(({ code }) => counts(`areas.${code}`, { least: 1 })),
    ...sixChallenges.map(({ code }) => counts(`challenges.${code}`, { least: 1 })),
    ...areas.map(({ code }) => counts(`next_activities.${code}`, { least: 1 })),
  ],
}

/** 5.2a: the report in ten parts, or which of them need more time. */
export const selfReport = bearing(
  formOf(
    ...report,
    choices(['late_parts', 'Parts that need more time', '需延期的部分'], {
      choices: reportParts,
      ...withOption('ask_delay'),
      ...read,
    }),
    words(['why_late', 'Why they need more time', '延期理由'], { most: 200, both: true, ...withOption('ask_delay') }),
  ),
  { submit: isWhole },
)

/** 5.2d: the same report after the delay that was granted. */
export const delayedSelfReport = bearing(formOf(...report), { submit: isWhole })

/** 5.2b: what the government can say of the report from its own books. */
export const endorsement = formOf(
  checklist(['endorsed', 'Endorsement', '审核事项'], {
    items: listed(
      ['sources', 'Figures from the agreed sources', '数据出自约定来源'],
      ['money', 'Money agrees with the books', '资金与账目一致'],
      ['own_matters', 'Own matters are true', '本级事项属实'],
      ['answered', 'Recommendations are answered', '建议已答复'],
    ),
    results: listed(['yes', 'Yes', '是'], ['no', 'No', '否']),
    remarks: ['no'],
    ...read,
  }),
  words(['remarks', "Government's remarks", '政府意见'], { most: 400, both: true, ...optional }),
  choices(['returned_parts', 'Parts returned', '退回部分'], { choices: reportParts, ...withOption('return'), ...read }),
)
