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
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
  yesNo,
} from '../form-fields.js'
import { answeredByReply } from '../form-tables.js'
import { areas, owners } from '../areas-and-indicators.js'
import { indicatorColumn, inItsUnit } from './report-values-forms.js'

const addressee = choice(['addressee', 'Addressee', '对象'], { choices: owners })

/** 5.7a: what the base hears before anybody decides: findings, corrections, advice, without points, colour or names. */
export const draftFindings = formOf(
  table(['findings', 'Findings', '核查结论'], {
    least: 0,
    most: 40,
    columns: [
      choice(['area', 'Area', '领域'], { choices: [...areas, ...listed(['other', 'Another matter', '其他事项'])] }),
      words(['text', 'Finding', '结论'], { most: 600, both: true }),
    ],
    totals: [{ name: 'all', label: told(['Findings', '核查结论数']) }],
    reads: ['area'],
    enters: { kind: 'finding' },
    hint: told([
      'Beside those of visit and sample, which go out as they are.',
      '考察和抽查已形成的结论直接送达，不必重填。',
    ]),
  }),
  table(['corrections', 'Corrected values', '更正值'], {
    least: 0,
    most: 30,
    columns: [
      indicatorColumn,
      number(['before', 'As reported', '报送值'], inItsUnit),
      number(['after', 'As corrected', '更正值'], inItsUnit),
      words(['why', 'Reason', '更正理由'], { most: 150, both: true }),
    ],
    totals: [{ name: 'all', label: told(['Corrections', '更正数']) }],
    reads: ['indicator', 'before', 'after'],
    enters: { kind: 'correction' },
  }),
  table(['recommendations', 'Draft recommendations', '建议初稿'], {
    least: 0,
    most: 8,
    columns: [
      words(['text', 'Recommendation', '建议'], { most: 200, both: true }),
      addressee,
      date(['due_on', 'Due on', '完成时限']),
    ],
    totals: [{ name: 'all', label: told(['Recommendations', '建议数']) }],
    reads: ['addressee', 'due_on'],
    enters: { kind: 'recommendation', as: 'draft' },
    hint: told([
      'The panel adopts or strikes each; the base is heard first.',
      '先听取基地意见，再由评估小组逐条采纳或删除。',
    ]),
  }),
  table(['risks', 'Risks that were told before', '已登记的风险'], {
    least: 0,
    most: 60,
    columns: [
      refersTo(['risk', 'Risk', '风险'], { to: 'risk' }),
      choice(['state', 'How it stands', '目前状态'], {
        choices: listed(['stands', 'Still there', '仍存在'], ['over', 'Over', '已消除']),
      }),
    ],
    reads: ['risk', 'state'],
    about: {
      column: 'risk',
      sets: becomes('risk', { column: 'state', to: { over: 'closed' } }),
      every: [{ kind: 'risk', status: ['open'] }],
    },
    seen: 'PRG',
  }),
  words(['cover', 'Covering words', '函件说明'], { most: 200, both: true, ...optional }),
)

/** 5.7b: the base answers each of them. */
export const draftFindingsReply = bearing(
  formOf(
    table(['replies', 'Answers', '逐项答复'], {
      least: 0,
      most: 80,
      columns: [
        refersTo(['item', 'Finding, correction or advice', '结论、更正或建议'], {
          to: ['finding', 'correction', 'recommendation'],
        }),
        choice(['reply', 'Reply', '答复'], {
          choices: listed(['accept', 'Accept', '认可'], ['correct', 'Correct', '更正'], ['dispute', 'Dispute', '异议']),
        }),
        words(['grounds', 'Correction or grounds', '更正内容或理由'], {
          most: 300,
          both: true,
          ...where('reply', 'correct', 'dispute'),
        }),
        fact(['figure', 'Own figure', '本方数据'], { ...inItsUnit, ...where('reply', 'correct'), ...optional }),
        proof(['shown_by', 'Evidence', '佐证材料'], { ...where('reply', 'correct', 'dispute'), ...optional }),
      ],
      totals: [
        { name: 'accepted', label: told(['Accepted', '认可']), where: { column: 'reply', is: ['accept'] } },
        {
          name: 'contested',
          label: told(['Corrected or disputed', '更正或异议']),
          where: { column: 'reply', is: ['correct', 'dispute'] },
        },
      ],
      reads: ['item', 'reply'],
      about: {
        column: 'item',
        sets: [...becomes('finding', answeredByReply), ...becomes('correction', answeredByReply)],
        every: [
          { kind: 'finding', status: ['open'] },
          { kind: 'correction', status: ['open'] },
          { kind: 'recommendation', status: ['draft'] },
        ],
      },
    }),
  ),
  { accept: counts('replies.contested', { most: 0 }), contest: counts('replies.contested', { least: 1 }) },
)

const withColour = withOption('green', 'green_with_advice', 'yellow', 'red_proposal', 'role_model')

/** 5.8: what a member of the panel brings beside the vote: an override needs a fact that the score could not see (5.8). */
export const panelVote = formOf(
  yesNo(['overrides', 'Beside what the score calls for', '偏离评分对应结果'], { ...withColour, ...read }),
  words(['override', 'Why beside it', '调整理由'], { most: 500, both: true, ...where('overrides', true) }),
  proof(['override_fact', 'The fact the score could not see', '评分未反映的事实'], { ...where('overrides', true) }),
  table(['recommendations', 'Recommendations', '建议'], {
    least: 0,
    most: 8,
    columns: [
      refersTo(['recommendation', 'Recommendation', '建议'], { to: 'recommendation' }),
      choice(['view', 'What becomes of it', '处理意见'], {
        choices: listed(['adopt', 'Adopt', '采纳'], ['strike', 'Strike', '删除']),
      }),
    ],
    totals: [{ name: 'adopted', label: told(['Adopted', '采纳数']), where: { column: 'view', is: ['adopt'] } }],
    reads: ['recommendation', 'view'],
    about: {
      column: 'recommendation',
      sets: becomes('recommendation', { column: 'view', to: { adopt: 'open', strike: 'withdrawn' } }),
      every: [{ kind: 'recommendation', status: ['draft'] }],
    },
    ...withColour,
  }),
)

/** 5.8s: what compliance found, and on which terms a suspension ends. */
export const suspension = formOf(
  words(['facts', 'Facts', '核查情况'], { most: 600, seen: 'CPL' }),
  proof(['shown_by', 'Evidence', '佐证材料']),
  table(['conditions', 'Conditions of the lifting', '解除暂停的条件'], {
    most: 8,
    columns: [
      words(['text', 'Condition', '条件'], { most: 200, both: true }),
      line(['proof', 'To be proven by', '佐证方式'], { both: true }),
      date(['due_on', 'Due on', '完成时限']),
      choice(['owner', 'Who answers for it', '责任方'], { choices: owners }),
    ],
    reads: ['due_on', 'owner'],
    ...withOption('lift'),
    ...optional,
  }),
)

/** 5.10: the sentence beside the colour. */
export const publication = formOf(
  line(['sentence', 'Public sentence', '公开说明'], { most: 120, both: true, seen: 'PUB' }),
)
