import {
  bearing,
  becomes,
  checklist,
  choice,
  counts,
  date,
  files,
  formOf,
  line,
  listed,
  money,
  optional,
  organisation,
  person,
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

const measureColumn = refersTo(['measure', 'Measure', '改进措施'], { to: 'measure' })
const activity = words(['activity', 'Activity', '活动'], { most: 80, both: true })

/** 5.11a: what repairs each finding, by whom and until when. */
export const improvementPlan = formOf(
  table(['plan', 'Improvement plan', '改进方案'], {
    most: 40,
    columns: [
      refersTo(['finding', 'Finding', '核查结论'], { to: 'finding' }),
      words(['cause', 'Cause', '原因'], { most: 150, both: true }),
      words(['measure', 'Measure', '措施'], { most: 200, both: true }),
      line(['owner', 'Body and function responsible', '责任单位及岗位']),
      money(['cost', 'Cost', '经费'], { ...optional }),
      date(['by', 'By', '完成时限']),
      line(['proof', 'To be proven by', '佐证方式'], { both: true }),
    ],
    totals: [{ name: 'rows', label: told(['Measures', '措施数']) }],
    reads: ['finding', 'by'],
    about: {
      column: 'finding',
      every: [{ kind: 'finding', status: ['open', 'answered', 'stands'] }],
    },
    enters: { kind: 'measure' },
    ...withOption('plan'),
    hint: told(['At least one row for each finding.', '每项核查结论至少一行。']),
  }),
  words(['help', 'Help wanted', '需要的支持'], { most: 200, both: true, ...withOption('plan'), ...optional }),
)

/** 5.11b: the plan row by row. */
export const improvementPlanCheck = bearing(
  formOf(
    table(['rows', 'View of each row', '逐项审核意见'], {
      least: 0,
      most: 40,
      columns: [
        measureColumn,
        choice(['view', 'View', '审核意见'], {
          choices: listed(['agreed', 'Agreed', '同意'], ['change', 'To be changed', '修改']),
        }),
        words(['note', 'What is to be changed', '修改意见'], { most: 150, both: true, ...where('view', 'change') }),
      ],
      totals: [
        { name: 'agreed', label: told(['Agreed', '同意']), where: { column: 'view', is: ['agreed'] } },
        { name: 'change', label: told(['To be changed', '修改']), where: { column: 'view', is: ['change'] } },
      ],
      reads: ['measure', 'view'],
      about: { column: 'measure', every: [{ kind: 'measure', status: ['open'] }] },
    }),
    yesNo(['all_serious', 'Every serious finding is covered', '较重结论均有措施'], {
      ...read,
      hint: told(['And nothing is due later than in twelve months.', '且完成时限均不超过12个月。']),
    }),
  ),
  {
    accept: { all: [counts('rows.change', { most: 0 }), { field: 'all_serious', is: [true] }] },
    return: { any: [counts('rows.change', { least: 1 }), { field: 'all_serious', is: [false] }] },
  },
)

/** 5.11c: how far the rows are that are due by now. */
export const improvementCheck = bearing(
  formOf(
    table(['rows', 'Rows due by now', '目前应完成事项'], {
      least: 0,
      most: 40,
      columns: [
        measureColumn,
        choice(['state', 'State', '改进进度'], {
          choices: listed(
            ['done', 'Done', '已完成'],
            ['on_time', 'On time', '按期'],
            ['behind', 'Behind', '滞后'],
            ['serious_behind', 'Behind, for a serious finding', '较重结论滞后'],
            ['not_begun', 'Not begun', '未开始'],
          ),
        }),
        proof(['shown_by', 'Evidence', '佐证材料'], {
          weakest: 3,
          ...where('state', 'done'),
          ...optional,
          hint: told(['Or seen on site.', '或现场核实。']),
        }),
      ],
      totals: [
        { name: 'done', label: told(['Done', '已完成']), where: { column: 'state', is: ['done'] } },
        {
          name: 'behind',
          label: told(['Behind', '滞后']),
          where: { column: 'state', is: ['behind', 'serious_behind', 'not_begun'] },
        },
        {
          name: 'serious',
          label: told(['Behind, for a serious finding', '较重结论滞后']),
          where: { column: 'state', is: ['serious_behind'] },
        },
      ],
      reads: ['measure', 'state'],
      about: { column: 'measure', sets: becomes('measure', { column: 'state', to: { done: 'done' } }) },
    }),
  ),
  { on_track: counts('rows.serious', { most: 0 }), behind: counts('rows.behind', { least: 1 }) },
)

/** 5.12a: what a vote to end, or to let go on once more, has to settle with it. */
export const withdrawalVote = formOf(
  table(['transition', 'Running activities', '在办活动处置'], {
    least: 0,
    most: 40,
    columns: [activity, organisation(['who', 'Who goes on with it', '承接单位']), date(['until', 'Until', '截止日期'])],
    totals: [{ name: 'all', label: told(['Activities', '活动数']) }],
    ...withOption('withdraw'),
  }),
  table(['terms', 'Terms of the last term', '最后一期条件'], {
    most: 5,
    columns: [
      words(['text', 'Term', '条件'], { most: 200, both: true }),
      line(['proof', 'To be proven by', '佐证方式'], { both: true }),
      date(['due_on', 'Due on', '完成时限']),
    ],
    totals: [{ name: 'all', label: told(['Terms', '条件数']) }],
    reads: ['due_on'],
    ...withOption('last_term'),
  }),
)

const removed = withOption('removed')

/** Whoever saw it stands by a paper, unless a third party has confirmed it. */
const seenBySomebody = where('witness_kind', 'government', 'notary', 'visitor')

/** 5.12b: where the signs were, that they are down, and who else saw it. */
export const takingDown = formOf(
  checklist(['signs', 'Signs down', '停用清单'], {
    items: listed(
      ['plaque', 'Plaque', '牌匾'],
      ['signboards', 'Signboards on premises', '场所标牌'],
      ['website', 'Website', '网站'],
      ['social_media', 'Social media', '社交媒体'],
      ['print', 'Printed matter', '印刷品'],
      ['fairs', 'Fair material', '展会材料'],
      ['firms', 'Use by firms', '企业使用'],
    ),
    results: listed(['down', 'Down', '已停用'], ['never_used', 'Never used', '未使用']),
    proofs: ['down'],
    ...removed,
    ...read,
  }),
  date(['down_on', 'All down on', '全部停用日期'], { ...removed, ...read }),
  choice(['witness_kind', 'Proof by somebody else', '第三方见证'], {
    choices: listed(
      ['government', 'Office of the government', '政府部门'],
      ['notary', 'Notary', '公证机构'],
      ['visitor', 'Outside visitor', '外部考察员'],
      ['third_party', 'Third party who confirmed it', '确认属实的第三方'],
    ),
    ...removed,
    ...read,
    hint: told(['Not the cluster organisation itself.', '不得为集群促进机构本身。']),
  }),
  person(['witness', 'Who saw it', '见证人'], seenBySomebody),
  files(['witness_paper', 'Paper of the witness', '见证文件'], { most: 5, ...seenBySomebody }),
  proof(['confirmed', 'Confirmation by the third party', '第三方确认'], {
    weakest: 3,
    ...where('witness_kind', 'third_party'),
    hint: told([
      'Its paper, or the noted use of the name that it confirmed by a link.',
      '其书面确认，或经链接确认的名称和标识使用登记。',
    ]),
  }),
  table(['handover', 'Data handed over', '数据移交'], {
    most: 30,
    columns: [
      line(['data_set', 'Data set', '数据集'], { most: 80 }),
      line(['form', 'Form', '形式']),
      organisation(['received_by', 'Received by', '接收单位']),
    ],
    totals: [{ name: 'all', label: told(['Data sets', '数据集数']) }],
    ...removed,
  }),
  table(['notices', 'Who was told', '告知情况'], {
    most: 30,
    columns: [
      choice(['to', 'To', '告知对象'], {
        choices: listed(
          ['partners', 'Partners', '合作方'],
          ['firms', 'Firms', '企业'],
          ['funders', 'Funders', '出资方'],
        ),
      }),
      date(['sent_on', 'Sent on', '发出日期']),
    ],
    totals: [{ name: 'all', label: told(['Notices', '告知数']) }],
    ...removed,
  }),
)
