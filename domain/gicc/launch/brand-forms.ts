import {
  bearing,
  checklist,
  choices,
  counts,
  date,
  files,
  formOf,
  line,
  listed,
  optional,
  person,
  read,
  table,
  told,
  words,
} from '../form-fields.js'

/** 4.7: which marks may be used for what, who keeps them, and what the plaque says. */
export const licence = formOf(
  choices(['marks', 'Marks licensed', '许可标识'], {
    choices: listed(['name', 'Name', '名称'], ['logo', 'Logo', '标识'], ['plaque', 'Plaque', '牌匾']),
    ...read,
  }),
  choices(['uses', 'May be used on', '使用范围'], {
    choices: listed(
      ['premises', 'Premises', '场所'],
      ['website', 'Website', '网站'],
      ['print', 'Printed matter', '印刷品'],
      ['fairs', 'Fairs', '展会'],
    ),
    ...read,
    hint: told(['Never on products.', '不得用于产品。']),
  }),
  files(['proof_sheet', 'Proof sheet', '应用样稿'], { most: 5 }),
  person(['keeper', 'Keeper of the marks', '使用责任人']),
  line(['plaque_text', 'Text of the plaque', '牌匾文字'], { most: 80, both: true }),
)

/** 4.8a: what is said in public at the launch, when and by whom. */
export const communication = formOf(
  words(['release', 'Press release', '新闻稿'], { most: 800, both: true }),
  date(['embargo', 'Not before', '发布时间'], { ...read }),
  table(['spokespersons', 'Spokespersons', '新闻发言人'], {
    least: 2,
    most: 2,
    columns: [person(['speaker', 'Person', '人选'])],
  }),
  date(['ceremony_on', 'Ceremony planned for', '仪式计划日期'], { ...read }),
  table(['programme', 'Programme of the ceremony', '仪式流程'], {
    most: 15,
    columns: [
      line(['time', 'Time', '时间'], { most: 20 }),
      line(['item', 'Item', '环节'], { most: 80, both: true }),
      line(['by', 'By (function)', '承担人（职务）']),
    ],
  }),
  table(['messages', 'Key messages', '核心信息'], {
    most: 5,
    columns: [line(['message', 'Message', '内容'], { most: 80, both: true })],
  }),
  words(['avoid', 'To be avoided', '敏感事项'], { most: 200, ...optional, seen: 'PRG' }),
)

/** 4.8b: the government's view of each part of it. */
export const communicationAgreement = bearing(
  formOf(
    checklist(['views', 'View of each part', '逐项审定意见'], {
      items: listed(
        ['release', 'Press release', '新闻稿'],
        ['embargo', 'Not before', '发布时间'],
        ['spokespersons', 'Spokespersons', '新闻发言人'],
        ['programme', 'Programme of the ceremony', '仪式流程'],
        ['messages', 'Key messages', '核心信息'],
      ),
      results: listed(['agreed', 'Agreed', '同意'], ['change', 'To be changed', '修改']),
      remarks: ['change'],
      ...read,
    }),
  ),
  { approved: counts('views.change', { most: 0 }), changes: counts('views.change', { least: 1 }) },
)
