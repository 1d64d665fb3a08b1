import {
  bearing,
  checklist,
  choice,
  choices,
  confirmed,
  counts,
  date,
  formOf,
  listed,
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

/** On what a decision can be contested (8.9). */
const grounds = listed(
  ['composition', 'Composition or quorum', '组成或法定人数'],
  ['recusal', 'Recusal', '回避'],
  ['time', 'Time', '期限'],
  ['not_heard', 'Not heard', '未予陈述'],
  ['wrong_figure', 'Wrong figure', '数据有误'],
  ['evidence_overlooked', 'Evidence overlooked', '佐证遗漏'],
  ['new_evidence', 'New evidence', '新证据'],
)
const request = withOption('request')
const isNew = where('grounds', 'new_evidence')

/** R0: what is contested, on which grounds, and what is asked for. */
export const redressRequest = formOf(
  refersTo(['decision', 'Decision', '申请复核的决定'], { to: 'decision', ...request, ...read }),
  choices(['grounds', 'Grounds', '复核理由'], { choices: grounds, ...request, ...read }),
  words(['statement', 'Statement', '事实与理由'], { most: 1500, both: true, ...request }),
  choice(['relief', 'What is asked for', '复核请求'], {
    choices: listed(
      ['decide_again', 'Decide again', '重新审议'],
      ['correct_facts', 'Correct facts', '更正事实'],
      ['set_aside', 'Set aside', '撤销'],
    ),
    ...request,
    ...read,
  }),
  proof(['new_evidence', 'New evidence', '新证据'], { most: 10, ...isNew }),
  words(['why_late', 'Why it was not there before', '此前未提交原因'], {
    most: 200,
    both: true,
    hint: told(['It existed then and could not be had.', '须为当时已存在但无法取得的证据。']),
    ...isNew,
  }),
  person(['signed_by', 'Authorised by', '授权人'], { kept: 'T2', ...request }),
  confirmed(['accepted', 'Decision accepted', '接受决定'], {
    statement: [
      'The Government accepts the decision and will not ask for its re-examination.',
      '政府接受该决定，不申请复核。',
    ],
    ...withOption('accept'),
  }),
)

/** R1: whether the request can be looked at; on its merit nobody judges here. */
export const redressAdmission = bearing(
  formOf(
    checklist(['admission', 'Admission', '受理审查'], {
      items: listed(
        ['in_time', 'In time', '在期限内'],
        ['first', 'First request', '首次申请复核'],
        ['ground', 'Admissible ground', '理由可受理'],
        ['authorised', 'Authorised', '有授权'],
      ),
      results: listed(['yes', 'Yes', '是'], ['no', 'No', '否']),
      remarks: ['no'],
      ...read,
    }),
  ),
  { admit: counts('admission.yes', { least: 4 }), refuse: counts('admission.no', { least: 1 }) },
)

/** R2: ground by ground, and what is to be done again. */
export const redressVote = bearing(
  formOf(
    table(['findings', 'Findings by ground', '逐项结论'], {
      columns: [
        choice(['ground', 'Ground', '复核理由'], { choices: grounds }),
        choice(['finding', 'Finding', '结论'], {
          choices: listed(['founded', 'Founded', '成立'], ['unfounded', 'Unfounded', '不成立']),
        }),
        words(['reasoning', 'Reasoning', '理由'], { most: 600, both: true }),
        yesNo(['matters', 'Would have mattered', '足以影响结果'], where('finding', 'founded')),
      ],
      most: grounds.length,
      reads: ['ground', 'finding', 'matters'],
      totals: [
        { name: 'founded', label: told(['Founded', '成立项数']), where: { column: 'finding', is: ['founded'] } },
        {
          name: 'matter',
          label: told(['That would have mattered', '影响结果项数']),
          where: { column: 'matters', is: [true] },
        },
      ],
    }),
    words(['instruction', 'What to do again', '重新办理要求'], { most: 300, both: true, ...withOption('uphold') }),
  ),
  { uphold: counts('findings.founded', { least: 1 }) },
)

/** 5.8r: the colour given again by others, and how that answers the appeals panel; an override needs a fact the score could not see, as in 5.8. */
export const colourAgain = formOf(
  words(['answer', 'Answer to the instruction', '对复核决定的落实'], { most: 400, both: true }),
  yesNo(['overrides', 'Beside what the score calls for', '偏离评分对应结果'], read),
  words(['override', 'Why beside it', '调整理由'], { most: 500, both: true, ...where('overrides', true) }),
  proof(['override_fact', 'The fact the score could not see', '评分未反映的事实'], where('overrides', true)),
  table(['recommendations', 'Recommendations', '建议'], {
    least: 0,
    most: 8,
    columns: [
      words(['text', 'Recommendation', '建议'], { most: 200, both: true }),
      choice(['addressee', 'Addressee', '对象'], {
        choices: listed(
          ['CLO', 'Cluster organisation', '集群促进机构'],
          ['LG', 'Local government', '地方政府'],
          ['programme', 'Alliance', '联盟'],
        ),
      }),
      date(['due_on', 'Due on', '完成时限']),
    ],
    reads: ['addressee', 'due_on'],
    totals: [{ name: 'all', label: told(['Recommendations', '建议数']) }],
  }),
)
