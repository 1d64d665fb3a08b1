import {
  bearing,
  becomes,
  checklist,
  choice,
  choices,
  counts,
  fact,
  formOf,
  line,
  listed,
  number,
  optional,
  proof,
  read,
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
} from '../form-fields.js'
import { everyIndicator } from '../areas-and-indicators.js'
import { reportParts } from './report-forms.js'
import { instalments } from './report-money-forms.js'
import { indicatorColumn, inItsUnit } from './report-values-forms.js'

const lacking = ['missing', 'class_low', 'stale'] as const

/** 5.3a: value by value and part by part, what is there and what is not (5.3). */
export const reportCheck = bearing(
  formOf(
    table(['values', 'State of each value', '数据状态'], {
      most: 30,
      columns: [
        indicatorColumn,
        choice(['state', 'State', '状态'], {
          choices: listed(
            ['complete', 'Complete', '完整'],
            ['missing', 'Missing', '缺失'],
            ['class_low', 'Evidence class too low', '等级不足'],
            ['stale', 'Out of date', '过期'],
            ['definition_changed', 'Definition changed', '口径变更'],
            ['territory_changed', 'Territory changed', '区域变更'],
            ['outlier', 'Outlier', '异常'],
          ),
        }),
      ],
      totals: [
        {
          name: 'lacking',
          label: told(['Missing, weak or out of date', '缺失、等级不足或过期']),
          where: { column: 'state', is: lacking },
        },
      ],
      reads: ['indicator', 'state'],
    }),
    checklist(['parts', 'Parts', '各部分'], {
      items: reportParts,
      results: listed(['complete', 'Complete', '完整'], ['lacking', 'Lacking', '缺项']),
      remarks: ['lacking'],
      ...read,
    }),
    choices(['suspected', 'Values suspected', '涉嫌失实数据'], {
      choices: everyIndicator,
      ...withOption('misstatement'),
      ...read,
    }),
    choices(['material_as', 'Material because', '重大性依据'], {
      choices: listed(
        ['gate', 'It moves a gate', '影响资格条件的判定'],
        ['colour', 'It moves the colour', '影响评估结果'],
        ['point', 'It moves the score by one point of 100', '影响总分达1分（满分100分）'],
        ['invented', 'A value was invented', '数据系编造'],
        ['not_genuine', 'A document is not genuine', '文件不真实'],
      ),
      hint: told([
        'What is none of these is corrected and no misstatement.',
        '不属上述情形的，按数据更正处理，不作失实认定。',
      ]),
      ...withOption('misstatement'),
      ...read,
    }),
    words(['material', 'Why it is material', '重大性说明'], { most: 400, ...withOption('misstatement') }),
    proof(['shown_by', 'Evidence', '佐证材料'], { ...withOption('misstatement') }),
  ),
  {
    complete: { all: [counts('values.lacking', { most: 0 }), counts('parts.lacking', { most: 0 })] },
    return: { any: [counts('parts.lacking', { least: 1 }), counts('values.lacking', { least: 1 })] },
    incomplete: { any: [counts('parts.lacking', { least: 1 }), counts('values.lacking', { least: 1 })] },
  },
)

const severities = listed(
  ['minor', 'Minor', '轻微'],
  ['serious', 'Serious', '较重'],
  ['knock_out', 'Knock-out', '一票否决'],
)

/** 5.3b: the values that the lot fell on; and late money and findings, which the programme says and not the base. */
export const evidenceSample = bearing(
  formOf(
    table(['sample', 'Values of the sample', '抽查数据'], {
      most: 30,
      columns: [
        indicatorColumn,
        choice(['result', 'Result', '抽查结论'], {
          choices: listed(
            ['confirmed', 'Confirmed', '核实'],
            ['corrected', 'Corrected', '更正'],
            ['not_proven', 'Not proven', '未获证明'],
          ),
        }),
        fact(['figure', 'Corrected value', '更正值'], { ...inItsUnit, ...where('result', 'corrected') }),
        choice(['method', 'Method', '核实方式'], {
          choices: listed(
            ['original', 'Original record', '原始凭证'],
            ['register', 'Register', '登记查询'],
            ['call', 'Call to a third party', '致电第三方'],
            ['third_party', 'Confirmed by a third party', '第三方确认'],
            ['on_site', 'On site', '现场'],
          ),
        }),
        proof(['shown_by', 'Evidence', '佐证材料'], { ...optional }),
        words(['note', 'Note', '说明'], {
          most: 150,
          ...optional,
          hint: told(['Where there is no evidence.', '无佐证材料时填写。']),
        }),
      ],
      totals: [
        { name: 'confirmed', label: told(['Confirmed', '核实']), where: { column: 'result', is: ['confirmed'] } },
        { name: 'corrected', label: told(['Corrected', '更正']), where: { column: 'result', is: ['corrected'] } },
        {
          name: 'not_proven',
          label: told(['Not proven', '未获证明']),
          where: { column: 'result', is: ['not_proven'] },
        },
      ],
      reads: ['indicator', 'result', 'figure'],
    }),
    {
      ...instalments(['instalments', 'Cash due in the year', '本年应拨现金']),
      least: 0,
      from: { step: '5.2a', field: 'instalments' },
      ...withOption('sample_holds'),
    },
    table(['standing', 'Findings from before', '以前形成的核查结论'], {
      least: 0,
      most: 100,
      columns: [
        refersTo(['finding', 'Finding', '核查结论'], { to: 'finding' }),
        choice(['severity', 'Severity', '严重程度'], { choices: severities }),
        choice(['stands', 'How it stands', '处理情况'], {
          choices: listed(['not_repaired', 'Not repaired', '未改进'], ['repaired', 'Repaired', '已改进']),
        }),
      ],
      reads: ['finding', 'severity', 'stands'],
      about: {
        column: 'finding',
        sets: becomes('finding', { column: 'stands', to: { not_repaired: 'stands', repaired: 'done' } }),
        every: [{ kind: 'finding', status: ['open', 'answered', 'stands'] }],
      },
      ...withOption('sample_holds'),
    }),
    table(['findings', 'Findings of the year', '本年形成的核查结论'], {
      least: 0,
      most: 40,
      columns: [
        choice(['severity', 'Severity', '严重程度'], { choices: severities }),
        words(['text', 'Finding, in words for the base', '核查结论（对外表述）'], {
          most: 600,
          both: true,
          toAsked: true,
        }),
        proof(['shown_by', 'Evidence', '佐证材料'], { ...optional }),
      ],
      reads: ['severity'],
      enters: { kind: 'finding' },
      ...withOption('sample_holds'),
    }),
  ),
  { misstatement: { any: [counts('sample.not_proven', { least: 1 }), counts('sample.corrected', { least: 1 })] } },
)

/** 5.3c: whether it was an error, negligence or intent, and what the true values are. */
export const misstatement = formOf(
  words(['facts', 'Facts', '核查情况'], { most: 600, seen: 'CPL' }),
  words(['heard', 'What the base answered', '基地说明'], {
    most: 400,
    hint: told(['Or that it was asked and did not answer.', '或已询问而未答复。']),
  }),
  proof(['shown_by', 'Evidence', '佐证材料'], { ...optional }),
  choice(['nature', 'Nature', '性质'], {
    choices: listed(['error', 'Error', '差错'], ['negligence', 'Negligence', '疏忽'], ['intent', 'Intent', '故意']),
    ...read,
  }),
  table(['corrected', 'Corrected values', '更正值'], {
    most: 30,
    columns: [indicatorColumn, fact(['figure', 'Value', '数值'], inItsUnit)],
    reads: ['indicator', 'figure'],
    ...withOption('proven'),
    ...optional,
  }),
)

const extract = table(['lines', 'Lines of the extract', '摘要逐行核对'], {
  most: 20,
  columns: [
    number(['line', 'Line', '行号'], { unit: ['line', '行'], least: 1, most: 20 }),
    choice(['result', 'Result', '核对结果'], {
      choices: listed(
        ['confirmed', 'Confirmed', '属实'],
        ['differs', 'Differs', '有出入'],
        ['not_known', 'Does not know', '不了解'],
      ),
    }),
    number(['own_number', 'Own number', '本方数值'], {
      unit: ['in the unit of the line', '按该行单位'],
      decimals: 4,
      least: -100,
      ...where('result', 'differs'),
    }),
    line(['source', 'Source', '来源'], { most: 80, ...where('result', 'differs') }),
  ],
  totals: [
    { name: 'confirmed', label: told(['Confirmed', '属实']), where: { column: 'result', is: ['confirmed'] } },
    { name: 'differ', label: told(['Differ', '有出入']), where: { column: 'result', is: ['differs'] } },
    { name: 'not_known', label: told(['Not known', '不了解']), where: { column: 'result', is: ['not_known'] } },
  ],
  reads: ['line', 'result', 'own_number'],
})
const asRowsSay = {
  confirm: counts('lines.differ', { most: 0 }),
  differ: counts('lines.differ', { least: 1 }),
} as const

/** 5.4a: the lines of the extract a government can know of. */
export const extractOfGovernment = bearing(formOf(extract), asRowsSay)

/** 5.4b: the same by a firm, with what the activities were worth to it. */
export const extractOfEnterprise = bearing(
  formOf(
    extract,
    table(['usefulness', 'Use of the activities', '活动有用程度'], {
      most: 20,
      columns: [
        refersTo(['activity', 'Activity', '活动'], { to: 'activity' }),
        number(['mark', 'Mark, 5 best', '评分（5分最高）'], { unit: ['of 5', '分'], least: 1, most: 5 }),
        words(['say', 'In one sentence', '一句话评价'], { most: 100, ...optional }),
      ],
      totals: [
        { name: 'marks', label: told(['Sum of the marks', '评分合计']), sum: 'mark' },
        { name: 'count', label: told(['Activities marked', '已评活动数']) },
      ],
      ...optional,
    }),
  ),
  asRowsSay,
)
