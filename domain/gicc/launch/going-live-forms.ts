import {
  choice,
  choices,
  confirmed,
  date,
  files,
  formOf,
  line,
  listed,
  number,
  optional,
  place,
  read,
  table,
  told,
  withOption,
  words,
} from '../form-fields.js'
import { optionalItems } from './checklist-forms.js'

/** 4.10a, 4.10b: each side decides on the checklist; what goes on with open points accepts them by name. */
export const goOrNoGo = formOf(
  confirmed(['list_read', 'Checklist read', '已阅核查清单'], {
    statement: [
      'I have read the launch checklist with its open points and proofs.',
      '本人已阅启动核查清单及其未尽事项和佐证材料。',
    ],
  }),
  choices(['accepted_points', 'Open points accepted', '接受的未尽事项'], {
    choices: optionalItems,
    ...withOption('go'),
    ...optional,
    ...read,
    hint: told(['Where the check found minor points.', '核查认定存在次要未尽事项时填写。']),
  }),
  date(['new_date', 'New date', '新日期'], { ...withOption('postpone'), ...read }),
  choice(['cause', 'Cause of the postponement', '推迟原因'], {
    choices: listed(
      ['preparation', 'Preparation', '筹备'],
      ['calendar', 'Calendar', '日程'],
      ['funds', 'Funds', '资金'],
      ['force_majeure', 'Force majeure', '不可抗力'],
    ),
    ...withOption('postpone'),
    ...read,
  }),
  words(['spent', 'Money spent, what becomes of it', '已支出及处理'], {
    most: 200,
    ...withOption('stop'),
    ...optional,
  }),
)

const held = withOption('held', 'held_online')

/** 4.11a: the ceremony as it was, or why there was none. */
export const ceremony = formOf(
  date(['held_on', 'Held on', '举行日期'], { ...held, ...read }),
  place(['where', 'Place', '地点'], { ...held }),
  table(['attended', 'Attendance', '出席情况'], {
    most: 20,
    columns: [
      choice(['kind', 'Who', '出席方'], {
        choices: listed(
          ['government', 'Government', '政府'],
          ['firms', 'Firms', '企业'],
          ['foreign', 'From abroad', '境外'],
          ['associations', 'Associations', '商协会'],
          ['media', 'Media', '媒体'],
        ),
      }),
      number(['persons', 'Persons', '人数'], { unit: ['persons', '人'] }),
      line(['functions', 'Highest functions', '最高职务'], { most: 80, both: true, ...optional }),
    ],
    totals: [{ name: 'persons', label: told(['Persons', '人数']), sum: 'persons' }],
    ...held,
  }),
  files(['photos', 'Photos', '照片'], { least: 3, ...held }),
  table(['press', 'In the press', '媒体报道'], {
    most: 30,
    columns: [
      line(['title', 'Title', '标题'], { most: 120 }),
      line(['outlet', 'Outlet', '媒体']),
      date(['published_on', 'Date', '日期']),
      line(['address', 'Address', '网址'], { most: 200 }),
    ],
    ...held,
    ...optional,
  }),
  words(['why_none', 'Why there was no ceremony', '不举行仪式的理由'], {
    most: 200,
    both: true,
    ...withOption('skipped'),
  }),
)

/** 4.11b: the plaque, to whom and where it hangs. */
export const plaque = formOf(
  date(['handed_on', 'Handed over on', '授予牌匾日期'], { ...read }),
  line(['to', 'To (body and function)', '受牌单位及职务'], { most: 80, both: true }),
  files(['receipt', 'Receipt', '签收单'], { most: 2 }),
  files(['in_place', 'Photo of the plaque in place', '牌匾悬挂照片'], { most: 5 }),
)

/** 4.12a: what the public reads of the base. */
export const activation = formOf(
  words(['page', 'Text of the public page', '公开页介绍'], { most: 400, both: true, seen: 'PUB' }),
)

/** 4.12b: the second look before the base is active. */
export const activationConfirmation = formOf(
  confirmed(['conditions_checked', 'Conditions checked', '启动条件已核'], {
    statement: [
      'The conditions of the launch are met, and what is open has somebody who answers for it.',
      '启动条件已具备，未尽事项均已明确责任方。',
    ],
    ...withOption('confirm'),
  }),
  choices(['returned_items', 'Returned', '退回事项'], {
    choices: listed(
      ['page', 'Text of the public page', '公开页介绍'],
      ['open_points', 'Open points', '未尽事项'],
      ['screening', 'Integrity check', '诚信核查'],
      ['plaque', 'Plaque and ceremony', '牌匾与仪式'],
    ),
    ...withOption('return'),
    ...read,
  }),
)
