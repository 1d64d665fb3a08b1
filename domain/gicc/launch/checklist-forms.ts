import { owners } from '../areas-and-indicators.js'
import {
  bearing,
  checklist,
  choice,
  counts,
  date,
  formOf,
  listed,
  optional,
  read,
  table,
  told,
  withOption,
} from '../form-fields.js'

/** What must stand before a launch (6.4); numbered as the programme counts it. */
export const mandatoryItems = listed(
  ['m1', 'Steering committee sat once', '联合指导委员会已召开首次会议'],
  ['m2', 'Office open', '办公场所已启用'],
  ['m3', 'Head of the secretariat appointed', '秘书处负责人已任命'],
  ['m4', 'One full-time person in post', '至少一名专职人员到岗'],
  ['m5', 'Legal presence or filing', '主体登记或活动备案已办妥'],
  ['m6', 'Baseline accepted', '基线值已认可'],
  ['m7', 'Three-year plan adopted', '三年规划已审议通过'],
  ['m8', 'Plan of year one adopted, six areas', '首年计划已通过且覆盖六个领域'],
  ['m9', 'Each challenge answered', '六项挑战均有应对'],
  ['m10', 'Budget signed and confirmed', '预算已签署并核定'],
  ['m11', 'Account or cost centre', '银行账户或成本中心已设立'],
  ['m12', 'Data-sharing agreement signed', '数据共享协议已签署'],
  ['m13', 'Conditions due before launch met', '启动前附带条件均已落实'],
  ['m14', 'Licence of name and logo granted', '名称与标识使用许可已授予'],
  ['m15', 'Plaque numbered', '牌匾编号已确定'],
  ['m16', 'Contact list exchanged', '联络人名单已互换'],
  ['m17', 'Channel for complaints open', '投诉渠道已开通'],
)

/** What should stand: five of seven. */
export const optionalItems = listed(
  ['o1', 'Website in two languages', '双语网站'],
  ['o2', 'Media kit', '媒体资料包'],
  ['o3', 'Brochure for investors', '投资指南'],
  ['o4', 'Talent calendar of twelve months', '人才培训日历'],
  ['o5', 'Fair calendar of twelve months', '展会日历'],
  ['o6', 'Membership campaign', '企业入会推广'],
  ['o7', 'Opening conference', '启动大会'],
)

/** What a step of its own does in either procedure, or the engine itself: the short list of 4.2 leaves it out. */
const elsewhere: readonly string[] = ['m1', 'm5', 'm6', 'm15']

const results = listed(['done', 'Done', '完成'], ['open', 'Open', '未完成'])

const mandatory = (items: typeof mandatoryItems) =>
  checklist(['mandatory', 'What must stand', '必备事项'], { items, results, remarks: ['open'], ...read })
const wished = checklist(['wished', 'What should stand', '可选事项'], {
  items: optionalItems,
  results,
  remarks: ['open'],
  ...read,
})

/** 4.2: the items that no other step of the short procedure does, with their proofs (R18). */
export const shortChecklist = bearing(
  formOf(
    mandatory(mandatoryItems.filter(({ code }) => !elsewhere.includes(code))),
    wished,
    date(['expected_on', 'The rest expected on', '其余事项预计完成日期'], { ...withOption('not_ready'), ...read }),
  ),
  { ready: counts('mandatory.open', { most: 0 }), not_ready: counts('mandatory.open', { least: 1 }) },
)

/** 4.9: the twenty-four items; what is open has somebody who answers for it, and a day (6.4). */
export const readiness = bearing(
  formOf(
    mandatory(mandatoryItems),
    wished,
    table(['open_points', 'Open points', '未尽事项'], {
      most: 24,
      columns: [
        choice(['item', 'Item', '事项'], { choices: [...mandatoryItems, ...optionalItems] }),
        choice(['owner', 'Who answers for it', '责任方'], { choices: owners }),
        date(['by', 'By', '完成时限']),
      ],
      reads: ['item', 'owner', 'by'],
      hint: told(['Each item that is open above.', '上列每项未完成事项。']),
      ...withOption('ready_with_minor_points', 'not_ready'),
    }),
    table(['open_wishes', 'Optional items still open', '尚未完成的可选事项'], {
      most: 2,
      columns: [
        choice(['item', 'Item', '事项'], { choices: optionalItems }),
        choice(['owner', 'Who answers for it', '责任方'], { choices: owners }),
        date(['by', 'By', '完成时限']),
      ],
      reads: ['item', 'owner', 'by'],
      ...withOption('ready'),
      ...optional,
    }),
  ),
  {
    ready: { all: [counts('mandatory.open', { most: 0 }), counts('wished.done', { least: 5 })] },
    ready_with_minor_points: { all: [counts('mandatory.open', { most: 0 }), counts('wished.done', { most: 4 })] },
    not_ready: counts('mandatory.open', { least: 1 }),
  },
)
