import { moneyStates, owners, reportSteps } from '../areas-and-indicators.js'
import {
  becomes,
  choice,
  date,
  files,
  line,
  listed,
  money,
  number,
  optional,
  proof,
  read,
  refersTo,
  table,
  told,
  where,
  words,
  yesNo,
  type Listed,
} from '../form-fields.js'

import { budgetRates } from '../launch/budget-forms.js'
import { plannedActivities } from '../launch/plan-forms.js'
import { indicatorColumn, inItsUnit } from './report-values-forms.js'

const budgetLine = line(['line', 'Line', '科目代码'], { most: 20 })

/** Money that was due in the year, each receipt on its own row: late months and the share of cash are computed from it. */
export const instalments = (name: Listed) =>
  table(name, {
    most: 60,
    columns: [
      budgetLine,
      date(['due_on', 'Due on', '应拨日期']),
      money(['amount', 'Amount', '金额']),
      yesNo(['received', 'Received', '已到账']),
      date(['received_on', 'Received on', '到账日期'], { ...where('received', true) }),
      proof(['receipt', 'Bank paper', '银行凭证'], { weakest: 2, ...where('received', true) }),
    ],
    reads: ['due_on', 'amount', 'received', 'received_on'],
    hint: told([
      'What came in parts is one row for each part, and one for what is still out.',
      '分次到账的，每次到账单列一行，未到账部分另列一行。',
    ]),
  })

/** The same in the report: cash was received by a receipt that the finance officer found, and by nothing else (5.14). */
function reportedInstalments() {
  const told = instalments(['instalments', 'F. Cash due in the year', 'F 本年应拨现金'])
  return table(['instalments', 'F. Cash due in the year', 'F 本年应拨现金'], {
    ...told,
    least: 0,
    columns: [
      ...told.columns,
      refersTo(['found_as', 'Receipt found by finance', '财务已确认的到账款项'], {
        to: 'receipt',
        ...where('received', true),
      }),
      choice(['counts', 'Counts for', '计入年度'], {
        choices: listed(['this_year', 'This year', '本年度'], ['next_year', 'The next year', '下一年度']),
        ...where('received', true),
      }),
    ],
    reads: [...(told.reads ?? []), 'found_as', 'counts'],
    about: {
      column: 'found_as',
      sets: becomes('receipt', { column: 'counts', to: { this_year: 'done' } }),
      every: [{ kind: 'receipt', status: ['recorded'] }],
      fills: { due_on: 'due_on', amount: 'amount', received_on: 'received_on' },
    },
  })
}

/** Part F */
const moneyOfTheYear = [
  table(['money', 'F. Money by line', 'F 资金收支'], {
    most: 40,
    columns: [
      budgetLine,
      money(['budget', 'Budget', '预算']),
      money(['received', 'Received', '到账']),
      money(['spent', 'Spent', '支出']),
    ],
  }),
  reportedInstalments(),
] as const

/** Part G */
const governance = [
  number(['meetings_planned', 'G. Committee meetings planned', 'G 计划会议次数'], {
    unit: ['meetings', '次'],
    least: 1,
    most: 24,
    ...read,
  }),
  table(['meetings', 'G. Committee meetings held', 'G 已召开会议'], {
    least: 0,
    most: 24,
    columns: [
      date(['held_on', 'Held on', '召开日期']),
      words(['decided', 'Decided', '议定事项'], { most: 100, both: true }),
      files(['minutes', 'Minutes signed by both chairs', '双方主席签署的会议纪要'], { most: 2 }),
    ],
    totals: [{ name: 'held', label: told(['Meetings held', '已召开次数']) }],
  }),
  table(['staff', 'G. Staff at the end of the year', 'G 年末工作人员'], {
    least: 0,
    most: 30,
    columns: [
      line(['function', 'Function', '岗位']),
      number(['fte', 'Full-time equivalents', '全时当量'], { unit: ['FTE', '人'], decimals: 1, most: 5 }),
      yesNo(['new', 'New in the year', '本年新任']),
    ],
    totals: [{ name: 'fte', label: told(['Full-time equivalents', '全时当量']), sum: 'fte' }],
  }),
  number(['complaints', 'G. Complaints received', 'G 收到投诉'], { unit: ['complaints', '件'], ...read }),
  number(['complaints_closed', 'G. Complaints closed', 'G 办结投诉'], { unit: ['complaints', '件'], ...read }),
  table(['sign_uses', 'G. Where name and logo are used', 'G 名称和标识使用'], {
    least: 0,
    most: 60,
    columns: [
      line(['where', 'Where', '位置'], { most: 80 }),
      line(['by', 'By whom', '使用方']),
      files(['picture', 'Picture', '图片'], { most: 3 }),
    ],
  }),
  yesNo(['misused', 'G. Any misuse of name or logo', 'G 有无违规使用标识'], { ...read }),
  table(['misuse', 'G. Misuse and its correction', 'G 违规使用及纠正'], {
    most: 30,
    columns: [
      line(['what', 'What was misused', '违规情况'], { most: 120 }),
      date(['found_on', 'Found on', '发现日期']),
      yesNo(['corrected', 'Corrected', '已纠正']),
      date(['corrected_on', 'Corrected on', '纠正日期'], { ...where('corrected', true) }),
    ],
    reads: ['found_on', 'corrected', 'corrected_on'],
    ...where('misused', true),
  }),
] as const

/** Part H: no finding, recommendation or condition that is open stays without an answer. */
const responses = [
  table(['responses', 'H. Answers to what is open', 'H 逐项答复'], {
    least: 0,
    most: 100,
    columns: [
      refersTo(['item', 'Finding, recommendation, condition', '结论、建议或附带条件'], {
        to: ['finding', 'recommendation', 'condition'],
      }),
      choice(['response', 'Response', '答复'], {
        choices: listed(
          ['accepted', 'Accepted', '采纳'],
          ['partly', 'In part', '部分采纳'],
          ['not_accepted', 'Not accepted', '不采纳'],
        ),
      }),
      words(['answer', 'What was done, or why not', '落实情况或理由'], { most: 200, both: true }),
      choice(['state', 'State', '进展'], {
        choices: listed(
          ['done', 'Done', '已完成'],
          ['open', 'Under way', '进行中'],
          ['not_begun', 'Not begun', '未开始'],
        ),
      }),
      proof(['shown_by', 'Evidence', '佐证材料'], { weakest: 3, ...where('state', 'done') }),
    ],
    totals: [
      { name: 'done', label: told(['Done', '已完成']), where: { column: 'state', is: ['done'] } },
      { name: 'open', label: told(['Not done', '未完成']), where: { column: 'state', is: ['open', 'not_begun'] } },
    ],
    reads: ['item', 'response', 'state'],
    about: {
      column: 'item',
      sets: [
        ...becomes('recommendation', { column: 'response', to: { not_accepted: 'not_taken' } }),
        ...becomes('recommendation', { column: 'state', to: { done: 'done' } }),
        // Whether a finding is repaired the sample says, and not the base (5.3).
        ...becomes('finding', { column: 'state', to: { done: 'answered' } }),
      ],
      every: [
        { kind: 'finding', status: ['open', 'answered', 'stands'] },
        { kind: 'recommendation', status: ['open'] },
        { kind: 'condition', status: ['open', 'answered'] },
      ],
    },
  }),
] as const

/** Part I */
const learnt = [
  table(['lessons', 'I. Lessons', 'I 经验'], {
    most: 3,
    columns: [words(['lesson', 'Lesson', '经验'], { most: 150, both: true })],
  }),
  table(['risks', 'I. Risks', 'I 风险'], {
    most: 5,
    columns: [
      words(['risk', 'Risk', '风险'], { most: 150, both: true }),
      choice(['owner', 'Who answers for it', '责任方'], { choices: owners }),
    ],
    reads: ['owner'],
    enters: { kind: 'risk', like: reportSteps },
    ...optional,
  }),
] as const

/** Part J */
const nextYear = [
  plannedActivities(['next_activities', 'J. Activities of the next year', 'J 下一年度活动']),
  table(['next_budget', 'J. Budget of the next year', 'J 下一年度预算'], {
    most: 40,
    columns: [
      budgetLine,
      money(['amount', 'Amount', '金额']),
      choice(['state', 'How sure', '落实状态'], { choices: moneyStates }),
    ],
  }),
  {
    ...budgetRates(['next_rates', 'J. Budget rates of the next year', 'J 下一年度预算汇率']),
    ...optional,
    hint: told(['Left empty, those of the last year stay.', '未填写的，沿用上一年度汇率。']),
  },
  table(['next_targets', 'J. Targets that were changed', 'J 调整的目标值'], {
    most: 30,
    columns: [
      indicatorColumn,
      number(['target', 'New target', '新目标值'], inItsUnit),
      refersTo(['decision', 'Decision of the committee', '委员会决定'], { to: 'decision' }),
    ],
    reads: ['indicator', 'target', 'decision'],
    ...optional,
  }),
] as const

/** Parts F to J of the yearly report. */
export const moneyToNextYear = [...moneyOfTheYear, ...governance, ...responses, ...learnt, ...nextYear] as const
