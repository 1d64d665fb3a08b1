import {
  choice,
  formOf,
  line,
  listed,
  money,
  number,
  optional,
  organisation,
  refersTo,
  read,
  table,
  withOption,
  words,
} from '../form-fields.js'
import { conditions } from '../form-tables.js'

const renew = withOption('renew')

/** 3.13e: what the next term is for and with what money, or why there is none. */
export const renewalRequest = formOf(
  table(['goals', 'Goals of the next term', '下一期目标'], {
    columns: [
      line(['goal', 'Goal', '目标'], { both: true }),
      line(['indicator', 'Indicator', '指标'], { both: true }),
      number(['value', 'Value', '目标值'], { unit: ['as the indicator counts', '按指标计'], decimals: 2 }),
    ],
    most: 6,
    reads: ['value'],
    ...renew,
  }),
  table(['money', 'Budget of the next term', '下一期预算'], {
    columns: [
      organisation(['source', 'Source', '来源单位'], { screened: 'funder' }),
      money(['amount', 'Amount', '金额']),
      choice(['state', 'State', '落实情况'], {
        choices: listed(
          ['appropriated', 'Appropriated', '已列入预算'],
          ['decided', 'Decided', '已批准'],
          ['contracted', 'Contracted', '合同约定'],
          ['promised', 'Promised', '承诺'],
        ),
      }),
    ],
    most: 30,
    reads: ['amount', 'state'],
    ...renew,
  }),
  refersTo(['clauses', 'Clauses to change', '拟修改条款'], { to: 'clause', most: 40, ...renew, ...optional, ...read }),
  words(['why', 'Reason', '理由'], { most: 200, both: true, ...withOption('let_end') }),
)

/** 3.13f: the conditions of a further term. */
export const renewalAgreement = formOf(conditions({ ...optional, ...withOption('agree') }))
