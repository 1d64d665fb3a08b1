import { answeredByReply } from '../form-tables.js'
import { secondViewsOn } from '../yearly-review/visit-forms.js'
import {
  bearing,
  becomes,
  choice,
  choices,
  counts,
  date,
  files,
  formOf,
  line,
  listed,
  number,
  optional,
  period,
  proof,
  read,
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
} from '../form-fields.js'

/** 5.13a: what happened, and how far it is looked into. */
export const opening = formOf(
  choice(['event', 'Event', '触发事件'], {
    choices: listed(
      ['accident', 'Accident', '安全事故'],
      ['environment', 'Environmental incident', '环境事件'],
      ['labour', 'Labour', '劳动'],
      ['integrity', 'Integrity', '诚信'],
      ['funds', 'Funds', '资金'],
      ['government', 'Change of government', '政府变动'],
      ['market', 'Market shock', '市场冲击'],
      ['force_majeure', 'Force majeure', '不可抗力'],
    ),
    ...read,
  }),
  date(['happened_on', 'Happened on', '发生日期'], read),
  words(['facts', 'Facts', '情况'], { most: 400 }),
  proof(['proof', 'Evidence', '佐证材料'], optional),
  choices(['scope', 'Scope', '评估范围'], {
    choices: listed(
      ['safety', 'Safety and environment', '安全与环境'],
      ['labour', 'Labour', '劳动用工'],
      ['integrity', 'Integrity', '诚信'],
      ['funds', 'Funds', '资金'],
      ['governance', 'Governance', '治理'],
      ['areas', 'Six areas', '六个领域'],
    ),
    ...withOption('open'),
    ...read,
  }),
)

const severe = ['serious', 'knock_out']

/** 5.13b: what was seen within the scope, on site or by link. */
export const visit = bearing(
  formOf(
    choice(['mode', 'How', '考察方式'], {
      choices: listed(['on_site', 'On site', '现场'], ['by_link', 'By link', '线上']),
      ...read,
    }),
    period(['days', 'Days', '考察日期'], read),
    table(['met', 'Persons met', '会见人员'], {
      columns: [
        line(['organisation', 'Organisation', '单位']),
        line(['function', 'Function', '职务']),
        number(['number', 'Number', '人数'], { unit: ['people', '人'], least: 1 }),
      ],
      most: 60,
    }),
    table(['traced', 'Figures traced', '追溯数据'], {
      columns: [
        line(['figure', 'Figure', '数据']),
        line(['book', 'Book or register seen', '所查账簿或登记']),
        choice(['match', 'Match', '核对结果'], {
          choices: listed(['matches', 'Matches', '相符'], ['differs', 'Differs', '不符']),
        }),
        words(['seen', 'What was seen', '所见数值'], { most: 100, ...where('match', 'differs') }),
      ],
      most: 60,
      totals: [
        { name: 'n', label: told(['Figures traced', '追溯数据数']) },
        { name: 'matching', label: told(['Matching', '相符数']), where: { column: 'match', is: ['matches'] } },
      ],
      ...optional,
    }),
    words(['account', 'Account', '考察情况'], { most: 1500 }),
    table(['findings', 'Findings', '核查结论'], {
      columns: [
        words(['case_text', 'Finding', '内部表述'], { most: 600 }),
        words(['partner_text', 'Text for the partner', '对外表述'], { most: 600, both: true, toAsked: true }),
        choice(['severity', 'Severity', '严重程度'], {
          choices: listed(
            ['minor', 'Minor', '轻微'],
            ['serious', 'Serious', '较重'],
            ['knock_out', 'Knock-out', '一票否决'],
          ),
        }),
        proof(['proof', 'Evidence', '佐证材料'], { weakest: 3, ...where('severity', ...severe) }),
      ],
      most: 40,
      reads: ['severity'],
      enters: { kind: 'finding' },
      totals: [
        { name: 'n', label: told(['Findings', '核查结论数']) },
        {
          name: 'severe',
          label: told(['Serious or worse', '较重及以上数']),
          where: { column: 'severity', is: severe },
        },
      ],
      ...optional,
    }),
    files(['photos', 'Photos', '照片'], { ...where('mode', 'on_site'), ...optional }),
  ),
  { breach_found: counts('findings.severe', { least: 1 }) },
)

/** 5.13g: what the base says to each finding. */
export const hearing = formOf(
  table(['replies', 'Replies', '答复'], {
    columns: [
      refersTo(['finding', 'Finding', '核查结论'], { to: 'finding' }),
      choice(['reply', 'Reply', '答复'], {
        choices: listed(['accept', 'Accept', '认可'], ['correct', 'Correct', '更正'], ['dispute', 'Dispute', '异议']),
      }),
      words(['grounds', 'Correction or grounds', '更正内容或理由'], {
        most: 400,
        both: true,
        ...where('reply', 'correct', 'dispute'),
      }),
      proof(['proof', 'Evidence', '佐证材料'], { ...where('reply', 'correct', 'dispute'), ...optional }),
    ],
    most: 40,
    reads: ['finding', 'reply'],
    about: {
      column: 'finding',
      sets: becomes('finding', answeredByReply),
      every: [{ kind: 'finding', status: ['open'] }],
    },
    least: 0,
    totals: [
      { name: 'disputed', label: told(['Disputed', '异议数']), where: { column: 'reply', is: ['dispute'] } },
      { name: 'corrected', label: told(['Corrected', '更正数']), where: { column: 'reply', is: ['correct'] } },
    ],
    ...withOption('heard'),
  }),
  words(['statement', 'Statement', '总体陈述'], { most: 1000, both: true, ...withOption('heard') }),
)

/** 5.13c: what has to be repaired, in the eyes of a member who votes for it. */
export const vote = formOf(
  refersTo(['to_repair', 'Findings to repair', '需改进的结论'], {
    to: 'finding',
    most: 40,
    ...withOption('yellow'),
    ...read,
  }),
)

/** 5.13e */
export const extraordinarySecond = secondViewsOn('5.13b')
