import {
  bearing,
  choice,
  counts,
  date,
  formOf,
  line,
  listed,
  optional,
  organisation,
  period,
  person,
  proof,
  read,
  refersTo,
  table,
  told,
  where,
  words,
  yesNo,
} from '../form-fields.js'
import { findingColumn } from './finding-columns.js'

/** 2.9a: what the public reads, where, until when, and how one objects. */
export const noticeForm = formOf(
  words(['text', 'Text of the notice', '公示内容'], {
    most: 300,
    both: true,
    from: { step: '2.7', field: 'notice_text' },
  }),
  period(['period', 'Period of the notice', '公示期'], {
    hint: told(['At least five working days.', '不少于5个工作日。']),
    ...read,
  }),
  table(['channels', 'Published through', '发布渠道'], {
    columns: [
      line(['name', 'Channel', '渠道名称']),
      line(['address', 'Address', '网址或位置'], { most: 200 }),
      date(['on', 'Published on', '发布日期']),
      proof(['capture', 'Capture', '截取件']),
    ],
    most: 10,
    totals: [{ name: 'count', label: told(['Channels', '渠道数']) }],
  }),
  line(['contact', 'How to object', '异议受理方式'], { most: 120, both: true }),
)

const admitted = (is: readonly string[]) => ({ column: 'admissible', is })

/** 2.9b: each objection that came, and whether it is one: late, nameless and unproven ones go to compliance as information (2.9). */
export const objectionsForm = bearing(
  formOf(
    table(['objections', 'Objections', '异议'], {
      columns: [
        choice(['by', 'Raised by', '提出人类型'], {
          choices: listed(
            ['person', 'Person', '个人'],
            ['body', 'Body', '单位'],
            ['nameless', 'No name given', '未署名'],
          ),
        }),
        person(['person', 'Objector', '异议人'], { kept: 'T5', ...where('by', 'person') }),
        organisation(['body', 'Objecting body', '异议单位'], { kept: 'T5', ...where('by', 'body') }),
        choice(['capacity', 'Capacity', '身份'], {
          choices: listed(
            ['resident', 'Resident', '当地居民'],
            ['firm', 'Firm', '企业'],
            ['employee', 'Employee', '职工'],
            ['rival', 'Rival place', '竞争地区'],
            ['authority', 'Authority', '机关'],
            ['association', 'Association', '社会组织'],
            ['other', 'Other', '其他'],
          ),
        }),
        choice(['subject', 'Subject', '异议事项'], {
          choices: listed(
            ['data', 'Data', '数据'],
            ['environment', 'Environment and safety', '环境安全'],
            ['labour', 'Labour', '劳动'],
            ['integrity', 'Integrity', '诚信'],
            ['competence', 'Competence', '权限'],
            ['other', 'Other', '其他'],
          ),
        }),
        words(['statement', 'Statement', '异议内容'], { most: 1000 }),
        yesNo(['protect', 'Keep the name', '是否要求保密']),
        choice(['admissible', 'Admitted', '受理结论'], {
          choices: listed(
            ['yes', 'Admitted', '受理'],
            ['late', 'Too late', '逾期'],
            ['nameless', 'Without a name', '匿名'],
            ['unproven', 'Without proof', '无佐证'],
          ),
        }),
        proof(['evidence', 'Proof', '佐证材料'], where('admissible', 'yes')),
        proof(['information', 'What came with it', '所附材料'], {
          ...where('admissible', 'late', 'nameless'),
          ...optional,
        }),
      ],
      most: 100,
      totals: [
        { name: 'received', label: told(['Received', '收到数']) },
        { name: 'admitted', label: told(['Admitted', '受理数']), where: admitted(['yes']) },
      ],
      reads: ['subject', 'admissible'],
      ...optional,
    }),
  ),
  {
    no_objection: counts('objections.admitted', { most: 0 }),
    objection: counts('objections.admitted', { least: 1 }),
  },
)

const found = (is: readonly string[]) => ({ column: 'conclusion', is })

/** 2.9c: each objection is examined and answered; one that holds in part is founded. */
export const examinedForm = bearing(
  formOf(
    table(['objections', 'Objections', '异议核查'], {
      columns: [
        words(['facts', 'Facts', '核查情况'], { most: 600 }),
        choice(['heard', 'Nominee heard', '听取申报单位意见'], {
          choices: listed(['heard', 'Heard', '已听取'], ['not_advisable', 'Not advisable', '不宜']),
        }),
        refersTo(['heard_in', 'Its answer', '申报单位答复'], { to: 'paper', ...where('heard', 'heard') }),
        choice(['conclusion', 'Conclusion', '结论'], {
          choices: listed(
            ['founded', 'Founded', '成立'],
            ['partly', 'Founded in part', '部分成立'],
            ['unfounded', 'Unfounded', '不成立'],
          ),
        }),
        proof(['evidence', 'Evidence', '佐证材料'], { weakest: 3 }),
        words(['answer', 'Answer to the objector', '答复异议人'], { most: 400 }),
        date(['sent', 'Sent on', '答复日期']),
        { ...findingColumn, most: 10, ...where('conclusion', 'founded', 'partly'), ...optional },
      ],
      most: 100,
      totals: [
        {
          name: 'founded',
          label: told(['Founded, also in part', '成立或部分成立数']),
          where: found(['founded', 'partly']),
        },
        { name: 'unfounded', label: told(['Unfounded', '不成立数']), where: found(['unfounded']) },
      ],
      reads: ['conclusion', 'finding'],
      from: { step: '2.9b', field: 'objections' },
      hint: told([
        'A row for each objection that was admitted, under its number.',
        '每项受理的异议各填一行，行编号与受理登记一致。',
      ]),
    }),
  ),
  {
    founded: counts('objections.founded', { least: 1 }),
    unfounded: counts('objections.founded', { most: 0 }),
  },
)
