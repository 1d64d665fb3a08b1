import type { Condition } from '../../form/condition.js'
import { areas, everyIndicator, moneyKinds, rowsOfEach } from '../areas-and-indicators.js'
import {
  bearing,
  becomes,
  behind,
  behindWhere,
  choice,
  counts,
  date,
  formOf,
  line,
  listed,
  money,
  number,
  optional,
  organisation,
  period,
  place,
  proof,
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
} from '../form-fields.js'
import { columnsOfKinds, kindsOfWork, readOfKinds } from './work-forms.js'

/** Work of the six areas as it is done, with what came of it: the report of the year begins with these rows (5.2). */
const activities = table(['activities', 'Activities', '活动'], {
  most: 40,
  columns: [
    refersTo(['instead', 'In the place of', '替代的计划活动或原记录'], {
      to: 'activity',
      ...optional,
      hint: told([
        'The activity of the plan that was carried out, or the record that this one corrects.',
        '所执行的计划活动，或所更正的原记录。',
      ]),
    }),
    choice(['area', 'Area', '领域'], { choices: areas }),
    choice(['kind', 'Kind', '类型'], { choices: kindsOfWork }),
    line(['title', 'Activity', '活动名称'], { most: 80, both: true }),
    period(['period', 'From and until', '起止日期'], behindWhere('state', 'done')),
    place(['place', 'Place', '地点'], { ...optional }),
    organisation(['partner', 'Partner', '合作方'], { ...optional }),
    choice(['state', 'State', '状态'], {
      choices: listed(['done', 'Done', '已完成'], ['under_way', 'Under way', '进行中']),
    }),
    ...columnsOfKinds,
    number(['firms', 'Firms that took part', '参加企业数'], { unit: ['firms', '家'] }),
    number(['persons', 'Persons who took part', '参加人数'], { unit: ['persons', '人'] }),
    choice(['indicator', 'Indicator it adds to', '对应指标'], { choices: everyIndicator, ...optional }),
    number(['output', 'Output', '产出'], {
      unit: ['in the unit of the indicator', '按指标单位'],
      decimals: 4,
      ...optional,
    }),
    words(['outcome', 'What came of it', '实际成效'], { most: 200, both: true, ...where('state', 'done') }),
    proof(['shown_by', 'Evidence', '佐证材料'], { ...optional }),
  ],
  totals: [
    ...rowsOfEach('area', areas),
    { name: 'n', label: told(['Activities', '活动数']) },
    { name: 'firms', label: told(['Firms that took part', '参加企业数']), sum: 'firms' },
    { name: 'persons', label: told(['Persons who took part', '参加人数']), sum: 'persons' },
  ],
  reads: ['instead', 'area', 'kind', 'period', 'state', ...readOfKinds, 'firms', 'persons', 'indicator', 'output'],
  enters: { kind: 'activity', as: 'recorded', adds: true },
  about: {
    column: 'instead',
    sets: becomes('activity', {
      column: 'state',
      to: { done: 'replaced', under_way: 'replaced' },
      from: ['open', 'recorded'],
    }),
  },
  ...optional,
})

/** What is not done, or was noted by mistake. */
const withdrawn = table(['withdrawn', 'Activities taken back', '撤回的活动'], {
  most: 40,
  columns: [
    refersTo(['activity', 'Activity', '活动'], { to: 'activity' }),
    choice(['because', 'Because', '原因'], {
      choices: listed(['cancelled', 'It is cancelled', '活动取消'], ['mistaken', 'Noted by mistake', '登记有误']),
    }),
    words(['why', 'Why', '说明'], { most: 100 }),
  ],
  totals: [{ name: 'n', label: told(['Activities taken back', '撤回活动数']) }],
  reads: ['activity', 'because'],
  about: {
    column: 'activity',
    sets: becomes('activity', {
      column: 'because',
      to: { cancelled: 'withdrawn', mistaken: 'withdrawn' },
      from: ['open', 'recorded'],
    }),
  },
  ...optional,
})

const budgetLine = line(['line', 'Line', '科目代码'], { most: 20 })

/** Money that came, each with its bank paper: it counts once the finance officer has confirmed it. */
const receipts = table(['receipts', 'Money received', '到账款项'], {
  most: 40,
  columns: [
    budgetLine,
    choice(['kind', 'Kind', '类别'], { choices: moneyKinds }),
    organisation(['from', 'From', '付款方']),
    money(['amount', 'Amount', '金额']),
    date(['due_on', 'Due on', '应拨日期']),
    date(['received_on', 'Received on', '到账日期'], behind),
    proof(['shown_by', 'Bank paper', '银行凭证'], { weakest: 2 }),
  ],
  totals: [{ name: 'n', label: told(['Receipts', '到账笔数']) }],
  reads: ['kind', 'amount', 'due_on', 'received_on'],
  enters: { kind: 'receipt', adds: true },
  ...withOption('record_receipts'),
})

/** Money that was spent, by whom, and what shows it. */
const payments = table(['payments', 'Money spent', '支出款项'], {
  most: 40,
  columns: [
    budgetLine,
    choice(['by', 'Spent by', '支出方'], {
      choices: listed(
        ['cluster_organisation', 'Cluster organisation', '集群促进机构'],
        ['government', 'Government', '政府'],
      ),
    }),
    organisation(['to', 'To', '收款方']),
    refersTo(['activity', 'For the activity', '对应活动'], { to: 'activity', ...optional }),
    money(['amount', 'Amount', '金额']),
    date(['paid_on', 'Paid on', '支付日期'], behind),
    proof(['shown_by', 'Evidence', '佐证材料'], { weakest: 2 }),
  ],
  totals: [{ name: 'n', label: told(['Payments', '支出笔数']) }],
  reads: ['by', 'amount', 'paid_on'],
  enters: { kind: 'payment', as: 'recorded', adds: true },
  ...optional,
})

/** A sheet on which nothing is noted is none. */
const notes: Condition = {
  any: ['activities.n', 'withdrawn.n', 'payments.n'].map((total) => counts(total, { least: 1 })),
}

/** 5.14a: what was done, received and spent since the last sheet. */
export const yearRecord = bearing(formOf(activities, withdrawn, payments, receipts), { record: notes })

/** 5.14b: what of it the finance officer finds in the bank papers. */
export const receiptCheck = formOf(
  table(['results', 'Results by receipt', '逐笔核对结论'], {
    least: 0,
    most: 40,
    columns: [
      refersTo(['receipt', 'Receipt', '到账款项'], { to: 'receipt' }),
      choice(['result', 'Result', '核对结论'], {
        choices: listed(
          ['confirmed', 'Confirmed', '确认到账'],
          ['not_found', 'Not found as it was noted', '与登记不符或未到账'],
        ),
      }),
      words(['why', 'What differs', '不符情况'], { most: 200, both: true, ...where('result', 'not_found') }),
    ],
    totals: [
      { name: 'confirmed', label: told(['Confirmed', '确认到账']), where: { column: 'result', is: ['confirmed'] } },
      { name: 'not_found', label: told(['Not found', '不符或未到账']), where: { column: 'result', is: ['not_found'] } },
    ],
    reads: ['receipt', 'result'],
    about: {
      column: 'receipt',
      sets: becomes('receipt', { column: 'result', to: { confirmed: 'recorded', not_found: 'not_taken' } }),
      every: [{ kind: 'receipt', status: ['open'] }],
    },
  }),
)
