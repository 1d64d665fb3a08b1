import {
  bearing,
  checklist,
  choice,
  counts,
  date,
  formOf,
  listed,
  money,
  organisation,
  proof,
  read,
  table,
  told,
  where,
  words,
} from '../form-fields.js'
import { handover, signsDown, transition } from '../form-tables.js'

/** 3.13l: what came of it, what is left, and that the name is no longer shown. */
export const closingReport = formOf(
  words(['achieved', 'Achieved', '合作成效'], { most: 600, both: true }),
  table(['lessons', 'Lessons', '经验'], {
    columns: [words(['lesson', 'Lesson', '经验'], { most: 300, both: true })],
    most: 3,
  }),
  transition,
  table(['rest', 'Money by source', '分来源结余'], {
    columns: [
      organisation(['source', 'Source', '来源单位']),
      money(['received', 'Received', '到账']),
      money(['spent', 'Spent', '支出']),
      money(['rest', 'Rest', '结余']),
    ],
    most: 30,
    reads: ['received', 'spent', 'rest'],
  }),
  checklist(['signs', 'Signs down', '停用清单'], { ...signsDown, ...read }),
  date(['removed_on', 'All down on', '全部停用日期'], read),
  handover,
)

/** 3.13m: source by source what became of the rest. */
export const settlement = bearing(
  formOf(
    table(['rest', 'Rest by source', '分来源结余'], {
      columns: [
        organisation(['source', 'Source', '来源单位']),
        money(['rest', 'Rest', '结余']),
        choice(['treatment', 'Treatment', '处理'], {
          choices: listed(
            ['settled', 'Settled', '已结清'],
            ['returned', 'Returned', '已退回'],
            ['claimed', 'Claimed back', '商请退还'],
          ),
        }),
        date(['returned_on', 'Returned on', '退回日期'], where('treatment', 'returned')),
        proof(['receipt', 'Receipt', '退回凭证'], { weakest: 2, ...where('treatment', 'returned') }),
        money(['claimed', 'Amount claimed', '商请退还金额'], where('treatment', 'claimed')),
      ],
      most: 30,
      reads: ['rest', 'treatment', 'returned_on', 'claimed'],
      totals: [
        { name: 'returned', label: told(['Returned', '已退回项数']), where: { column: 'treatment', is: ['returned'] } },
        {
          name: 'claimed',
          label: told(['Claimed back', '商请退还项数']),
          where: { column: 'treatment', is: ['claimed'] },
        },
        {
          name: 'unsettled',
          label: told(['Returned or claimed back', '退回或商请退还项数']),
          where: { column: 'treatment', is: ['returned', 'claimed'] },
        },
      ],
    }),
  ),
  {
    settled: counts('rest.unsettled', { most: 0 }),
    returned: counts('rest.returned', { least: 1 }),
    claimed: counts('rest.claimed', { least: 1 }),
  },
)
