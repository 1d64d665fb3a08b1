import type { FormField } from '../../form/field.js'
import type { Form } from '../../form/form.js'
import {
  bearing,
  becomes,
  choice,
  counts,
  date,
  fact,
  formOf,
  line,
  listed,
  number,
  optional,
  proof,
  read,
  table,
  told,
  where,
  words,
  yesNo,
} from '../form-fields.js'
import { answeredByReply, conditions } from '../form-tables.js'
import { findingColumn } from './finding-columns.js'

const replied = (is: readonly string[]) => ({ column: 'reply', is })

/** 2.6: the place answers each finding; one it contests makes the whole a dispute, one it corrects a correction. */
export const hearingForm: Form = bearing(
  formOf(
    table(['replies', 'Replies', '逐项答复'], {
      columns: [
        findingColumn,
        choice(['reply', 'Reply', '答复'], {
          choices: listed(
            ['accept', 'Accept', '认可'],
            ['correct', 'Correct', '更正事实'],
            ['dispute', 'Dispute', '异议'],
          ),
        }),
        words(['grounds', 'Grounds', '更正内容或理由'], {
          most: 400,
          both: true,
          ...where('reply', 'correct', 'dispute'),
        }),
        fact(['figure', 'Corrected figure', '更正数据'], {
          unit: ['unit of the figure', '原数据单位'],
          ...where('reply', 'correct'),
          ...optional,
        }),
        proof(['evidence', 'Evidence', '佐证材料'], { ...where('reply', 'correct', 'dispute'), ...optional }),
      ],
      // A place of which nothing was found answers nothing, and says so with no rows.
      least: 0,
      most: 100,
      totals: [
        { name: 'accepted', label: told(['Accepted', '认可数']), where: replied(['accept']) },
        { name: 'corrected', label: told(['Corrected', '更正数']), where: replied(['correct']) },
        { name: 'disputed', label: told(['Disputed', '异议数']), where: replied(['dispute']) },
        { name: 'not_accepted', label: told(['Not accepted', '未认可数']), where: replied(['correct', 'dispute']) },
      ],
      reads: ['finding', 'reply'],
      about: {
        column: 'finding',
        sets: becomes('finding', answeredByReply),
        every: [{ kind: 'finding', status: ['open'] }],
      },
      hint: told(['A row for each draft finding.', '每条核查结论初稿各填一行。']),
    }),
    words(['statement', 'Statement', '总体陈述'], { most: 1000, both: true, ...optional }),
    yesNo(['meeting', 'To be heard in person', '要求当面陈述'], {
      hint: told(['By link, for two hours at most, with minutes.', '线上进行，不超过两小时，形成记录。']),
      ...optional,
      ...read,
    }),
  ),
  {
    accept: counts('replies.not_accepted', { most: 0 }),
    correct: { all: [counts('replies.corrected', { least: 1 }), counts('replies.disputed', { most: 0 })] },
    dispute: counts('replies.disputed', { least: 1 }),
  },
)

const resolutions = table(['resolutions', 'Answered findings', '核查结论处理'], {
  columns: [
    findingColumn,
    choice(['resolution', 'What becomes of it', '处理意见'], {
      choices: listed(
        ['stands', 'Stands', '维持'],
        ['corrected', 'Corrected', '更正'],
        ['withdrawn', 'Withdrawn', '撤回'],
        ['condition', 'Becomes a condition', '转为条件'],
        ['risk', 'Becomes a risk', '转为风险'],
        ['recommendation', 'Becomes a recommendation', '转为建议'],
      ),
    }),
    words(['reason', 'Reason', '理由'], { most: 300 }),
  ],
  least: 0,
  most: 100,
  totals: [{ name: 'count', label: told(['Findings', '结论数']) }],
  reads: ['finding', 'resolution'],
  // What the place did not answer is resolved too: silence is recorded, and is no finding of its own.
  about: {
    column: 'finding',
    sets: becomes('finding', {
      column: 'resolution',
      to: {
        stands: 'stands',
        corrected: 'corrected',
        withdrawn: 'withdrawn',
        condition: 'turned',
        risk: 'turned',
        recommendation: 'turned',
      },
    }),
    every: [{ kind: 'finding', status: ['open', 'answered'] }],
  },
})

const scale: Parameters<typeof number>[1] = { unit: ['of 5', '（1至5）'], least: 1, most: 5 }

const risks = table(['risks', 'Risks', '风险清单'], {
  columns: [
    words(['text', 'Risk', '内容'], { most: 200 }),
    number(['likelihood', 'Likelihood', '可能性'], scale),
    number(['impact', 'Impact', '影响'], scale),
    line(['owner', 'Function responsible', '责任岗位']),
    words(['measure', 'Measure', '应对措施'], { most: 200 }),
    date(['review_on', 'Looked at again on', '复查日期']),
  ],
  most: 15,
  totals: [{ name: 'count', label: told(['Risks', '风险数']) }],
  reads: ['likelihood', 'impact', 'review_on'],
  enters: { kind: 'risk' },
})

const conditional: readonly FormField[] = [
  yesNo(['conditional', 'Conditions', '是否提出附带条件'], read),
  {
    ...conditions({ beside: [{ ...findingColumn, ...optional }], most: 20, ...where('conditional', true) }),
    reads: ['finding', 'due', 'due_on', 'binding', 'owner'],
  },
]

/** 2.7: what becomes of each answer, which risks stay, and what the lead proposes. */
export const reportForm: Form = bearing(
  formOf(
    resolutions,
    risks,
    ...conditional,
    choice(['proposal', 'Proposal', '建议'], {
      choices: listed(
        ['recommend', 'Recommend', '建议推荐'],
        ['recommend_with_conditions', 'Recommend with conditions', '附条件推荐'],
        ['defer', 'Defer', '建议暂缓审议'],
        ['not_recommend', 'Not recommend', '不予推荐'],
      ),
      hint: told(['Within what the ratings allow.', '须在评级允许的范围内。']),
      ...read,
    }),
    words(['summary', 'Summary of the report', '报告摘要'], { most: 1000, both: true }),
    words(['notice_text', 'Text for the public notice', '公示用语'], { most: 300, both: true, seen: 'PUB' }),
  ),
  {
    submit: {
      any: [{ not: { field: 'proposal', is: ['recommend_with_conditions'] } }, { field: 'conditional', is: [true] }],
    },
  },
)
