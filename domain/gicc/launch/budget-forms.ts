import { areasAndOverhead, moneyKinds, moneyStates, rowsOfEach } from '../areas-and-indicators.js'
import {
  bearing,
  choice,
  confirmed,
  counts,
  date,
  formOf,
  line,
  listed,
  money,
  number,
  optional,
  organisation,
  percentage,
  proof,
  read,
  table,
  told,
  where,
  withOption,
  words,
  type Listed,
} from '../form-fields.js'

/** Currencies of budgets; what a rate is told for. */
const currencies = listed(
  ['CNY', 'Chinese yuan', '人民币'],
  ['EUR', 'Euro', '欧元'],
  ['GBP', 'Pound sterling', '英镑'],
  ['JPY', 'Japanese yen', '日元'],
  ['CHF', 'Swiss franc', '瑞士法郎'],
  ['HKD', 'Hong Kong dollar', '港元'],
)
const year = choice(['year', 'Year of the plan', '计划年度'], {
  choices: listed(['1', 'Year 1', '第1年'], ['2', 'Year 2', '第2年'], ['3', 'Year 3', '第3年']),
})
const budgetLine = line(['line', 'Line', '科目代码'], { most: 20 })
const partly = withOption('partly')

/** 4.6a: the money of three years, line by line, when it is paid in, and to whom. */
export const budget = formOf(
  table(['lines', 'Budget', '预算'], {
    least: 3,
    most: 40,
    columns: [
      budgetLine,
      choice(['area', 'Area', '领域'], { choices: areasAndOverhead }),
      line(['purpose', 'Purpose', '用途'], { most: 80, both: true }),
      year,
      money(['amount', 'Amount', '金额']),
      organisation(['source', 'Paid by', '资金来源'], { screened: 'funder' }),
      choice(['paid_in', 'Cash or in kind', '现金或实物'], { choices: moneyKinds }),
      choice(['state', 'How sure', '落实状态'], { choices: moneyStates }),
    ],
    totals: rowsOfEach('state', moneyStates),
    reads: ['area', 'year', 'amount', 'paid_in', 'state'],
  }),
  table(['instalments', 'Instalments of the cash', '现金拨付计划'], {
    most: 60,
    columns: [budgetLine, year, date(['due_on', 'Due on', '应拨日期']), money(['amount', 'Amount', '应拨金额'])],
    reads: ['year', 'due_on', 'amount'],
  }),
  choice(['account_kind', 'Kept in', '资金管理方式'], {
    choices: listed(['account', 'Bank account', '银行账户'], ['cost_centre', 'Cost centre', '成本中心']),
    ...read,
  }),
  line(['account_end', 'Last four digits', '账户尾号'], {
    least: 4,
    most: 4,
    ...where('account_kind', 'account'),
    seen: 'PRG',
  }),
  organisation(['bank', 'Bank', '开户行'], { ...where('account_kind', 'account') }),
  line(['cost_centre', 'Cost centre', '成本中心'], { ...where('account_kind', 'cost_centre') }),
  proof(['appropriation', 'Evidence of what is appropriated', '已列入预算的佐证材料'], {
    weakest: 3,
    asked: counts('lines.appropriated', { least: 1 }),
  }),
  money(['gap', 'Gap', '资金缺口'], { ...partly, ...read }),
  date(['gap_by', 'Closed by', '预计落实日期'], { ...partly, ...read }),
  words(['gap_how', 'How it will be closed', '落实办法'], { most: 200, both: true, ...partly }),
)

/** The rates at which the money of a year of the plan is counted, target and result alike (4.6). */
export const budgetRates = (name: Listed) =>
  table(name, {
    most: 6,
    columns: [
      choice(['currency', 'Currency', '币种'], { choices: currencies }),
      number(['per_usd', 'For one US dollar', '1美元折合'], {
        unit: ['units of the currency', '该币种单位'],
        decimals: 6,
      }),
    ],
    reads: ['currency', 'per_usd'],
  })

/** 4.6b: which lines stand, and the rates at which the year is counted (4.6). */
export const budgetCheck = bearing(
  formOf(
    table(['lines', 'Results by line', '逐项核定结论'], {
      least: 3,
      most: 40,
      columns: [
        budgetLine,
        choice(['result', 'Result', '核定结论'], {
          choices: listed(
            ['confirmed', 'Confirmed', '确认'],
            ['in_part', 'In part', '部分确认'],
            ['not_confirmed', 'Not confirmed', '不确认'],
          ),
        }),
        money(['amount', 'Amount confirmed', '确认金额'], { ...where('result', 'in_part') }),
        date(['rest_by', 'The rest by', '其余部分落实日期'], { ...where('result', 'in_part', 'not_confirmed') }),
        words(['note', 'Note', '说明'], { most: 100, ...where('result', 'in_part', 'not_confirmed') }),
      ],
      totals: [
        { name: 'confirmed', label: told(['Confirmed', '确认']), where: { column: 'result', is: ['confirmed'] } },
        {
          name: 'open',
          label: told(['Not wholly confirmed', '未全部确认']),
          where: { column: 'result', is: ['in_part', 'not_confirmed'] },
        },
      ],
      reads: ['result', 'amount', 'rest_by'],
    }),
    percentage(['confirmed_share', 'Confirmed cash of year one', '首年现金确认比例'], {
      parts: true,
      ...read,
      hint: told([
        'Confirmed cash of year one and all cash of year one, at the rates below.',
        '首年已确认现金与首年全部现金，按下列汇率折算。',
      ]),
    }),
    budgetRates(['rates', 'Budget rates of year one', '首年预算汇率']),
    confirmed(['audit', 'Audit right', '接受审计'], {
      statement: [
        'The agreement on the money lets the programme have its use audited.',
        '资金安排已约定联盟可对资金使用情况进行审计。',
      ],
      ...withOption('confirmed'),
    }),
    words(['payments', 'Exchange and payments abroad', '汇兑与跨境支付说明'], { most: 150, ...optional }),
  ),
  { confirmed: counts('confirmed_share', { least: 0.8 }) },
)
