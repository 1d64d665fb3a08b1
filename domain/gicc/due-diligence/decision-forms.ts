import {
  bearing,
  choice,
  counts,
  date,
  formOf,
  line,
  listed,
  optional,
  proof,
  read,
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
  yesNo,
} from '../form-fields.js'

const conditionColumn = refersTo(['condition', 'Condition', '附带条件'], { to: 'condition' })

/**
 * 2.8: what each member brings beside the vote: a yes or no to each condition of the report and conditions of his or her own;
 * with a deferral until when, and what must be shown by then.
 */
export const recommendationForm = bearing(
  formOf(
    table(['conditions', 'Conditions of the report', '报告所提附带条件'], {
      columns: [conditionColumn, yesNo(['adopt', 'Adopt', '是否采纳'])],
      most: 20,
      totals: [{ name: 'adopted', label: told(['Adopted', '采纳数']), where: { column: 'adopt', is: [true] } }],
      reads: ['condition', 'adopt'],
      about: { column: 'condition', every: [{ kind: 'condition', status: ['draft'] }] },
      ...optional,
      ...withOption('recommend_with_conditions'),
    }),
    table(['more', 'Conditions proposed', '另行提出的附带条件'], {
      columns: [
        words(['text', 'Condition', '条件内容'], { most: 200, both: true }),
        line(['proof', 'How it is proved', '佐证方式'], { both: true }),
      ],
      most: 5,
      totals: [{ name: 'proposed', label: told(['Proposed', '提出数']) }],
      ...optional,
      ...withOption('recommend_with_conditions'),
    }),
    date(['until', 'Deferred until', '暂缓至'], {
      hint: told(['Within twelve months.', '不超过12个月。']),
      ...withOption('defer'),
      ...read,
    }),
    table(['must_show', 'What must be shown', '须补充证明事项'], {
      columns: [
        line(['point', 'Point', '事项'], { both: true }),
        line(['proof', 'How it is proved', '佐证方式'], { both: true }),
      ],
      most: 5,
      totals: [{ name: 'points', label: told(['Points', '事项数']) }],
      ...withOption('defer'),
    }),
  ),
  {
    recommend_with_conditions: {
      any: [counts('conditions.adopted', { least: 1 }), counts('more.proposed', { least: 1 })],
    },
  },
)

/** 2.8d: what of the points of a deferral was shown, and whether figures that grew old were renewed. */
export const deferralForm = formOf(
  table(['points', 'Points', '须补充证明事项'], {
    columns: [
      line(['point', 'Point', '事项'], { both: true }),
      choice(['met', 'How it stands', '落实情况'], {
        choices: listed(['met', 'Met', '已满足'], ['not_met', 'Not met', '未满足']),
      }),
      proof(['evidence', 'Evidence', '佐证材料'], { weakest: 3, ...where('met', 'met') }),
    ],
    most: 5,
    totals: [
      { name: 'met', label: told(['Met', '已满足数']), where: { column: 'met', is: ['met'] } },
      { name: 'not_met', label: told(['Not met', '未满足数']), where: { column: 'met', is: ['not_met'] } },
    ],
    from: { step: '2.8', field: 'must_show' },
  }),
  yesNo(['stale', 'Figures older than 12 months', '有无超过12个月的数据'], read),
  refersTo(['renewed', 'Figures renewed', '已更新数据'], { to: 'fact', most: 60, ...where('stale', true) }),
)

/** 2.10: what each member of the Board brings beside the vote: what becomes of the conditions, or what the report lacks. */
export const boardApprovalForm = formOf(
  table(['conditions', 'Conditions', '附带条件'], {
    columns: [
      conditionColumn,
      choice(['view', 'What becomes of it', '处理意见'], {
        choices: listed(['adopt', 'Adopt', '采纳'], ['change', 'Change', '修改'], ['strike', 'Strike', '删除']),
      }),
      words(['text', 'New text', '修改后内容'], { most: 200, both: true, ...where('view', 'change') }),
      words(['reason', 'Reason', '理由'], { most: 200, ...where('view', 'change', 'strike') }),
    ],
    most: 20,
    totals: [
      { name: 'adopted', label: told(['Adopted', '采纳数']), where: { column: 'view', is: ['adopt'] } },
      { name: 'changed', label: told(['Changed', '修改数']), where: { column: 'view', is: ['change'] } },
      { name: 'struck', label: told(['Struck', '删除数']), where: { column: 'view', is: ['strike'] } },
    ],
    reads: ['condition', 'view'],
    about: { column: 'condition', every: [{ kind: 'condition', status: ['draft'] }] },
    ...optional,
    ...withOption('approve'),
  }),
  words(['ask', 'What to revise', '退回要求'], { most: 300, ...withOption('return') }),
)
