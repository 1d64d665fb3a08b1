import type { FieldOf } from '../form/field.js'
import type { LocalText } from '../locale.js'
import { conditionDueLabels, conditionOwnerLabels } from '../words/conditions.js'
import {
  choice,
  date,
  line,
  listed,
  optional,
  proof,
  table,
  told,
  where,
  words,
  yesNo,
  type Listed,
} from './form-fields.js'

type Table = FieldOf<'table'>

/** A closed list whose words stand with what it counts. */
const fromLabels = (labels: Readonly<Record<string, LocalText>>) =>
  Object.entries(labels).map(([code, label]) => ({ code, label }))

/** Conditions that somebody proposes, each as it goes into the register: what, how shown, by when, by whom (8.16). */
export const conditions = ({
  beside = [],
  ...more
}: Partial<Table> & { readonly beside?: Table['columns'] } = {}): Table =>
  table(['conditions', 'Conditions', '附带条件'], {
    columns: [
      words(['text', 'Condition', '条件内容'], { most: 200, both: true, toAsked: true }),
      ...beside,
      line(['shown_by', 'How it is shown', '佐证方式'], { both: true, toAsked: true }),
      choice(['due', 'Due', '时限'], { choices: fromLabels(conditionDueLabels), toAsked: true }),
      date(['due_on', 'Due on', '指定日期'], { ...where('due', 'date'), toAsked: true }),
      yesNo(['binding', 'Binding', '是否具有约束性'], { toAsked: true }),
      choice(['owner', 'Owner', '责任方'], { choices: fromLabels(conditionOwnerLabels), toAsked: true }),
    ],
    most: 10,
    reads: ['due', 'due_on', 'binding', 'owner'],
    totals: [{ name: 'n', label: told(['Conditions', '附带条件数']) }],
    enters: { kind: 'condition', as: 'draft' },
    ...more,
  })

/** Whatever whoever is heard says to an item, it is answered. */
export const answeredByReply = {
  column: 'reply',
  to: { accept: 'answered', correct: 'answered', dispute: 'answered' },
} as const

/** What a second person finds, item by item: the same, or another view in words. */
export const secondViews = (
  name: Listed,
  { item, ...more }: Partial<Table> & { readonly item: Table['columns'][number] },
): Table =>
  table(name, {
    columns: [
      item,
      choice(['second', 'Second view', '复查意见'], {
        choices: listed(['same', 'Same', '一致'], ['differs', 'Differs', '不一致']),
      }),
      words(['own', 'Own view', '不同意见'], { most: 200, ...where('second', 'differs') }),
    ],
    most: 200,
    totals: [
      {
        name: 'same',
        label: told(['Same', '一致项数']),
        where: { column: 'second', is: ['same'] },
      },
      {
        name: 'differs',
        label: told(['Differing', '不一致项数']),
        where: { column: 'second', is: ['differs'] },
      },
    ],
    ...more,
  })

/** Activities that run when a base ends: who goes on with them, and until when. */
export const transition: Table = table(['transition', 'Running activities', '在办活动处置'], {
  columns: [
    line(['activity', 'Activity', '活动'], { both: true }),
    line(['goes_on', 'Who goes on', '接续单位'], { both: true }),
    date(['until', 'Until', '截止日期']),
  ],
  most: 60,
  ...optional,
})

/** What data go to whom when a base ends, by the hash of what was handed over. */
export const handover: Table = table(['handover', 'Data handed over', '数据移交'], {
  columns: [
    line(['data', 'Data set', '数据集'], { both: true }),
    line(['format', 'Form', '形式']),
    line(['received_by', 'Received by', '接收单位']),
    proof(['receipt', 'Receipt', '接收凭证'], optional),
  ],
  most: 40,
  totals: [{ name: 'n', label: told(['Data sets handed over', '移交数据集数']) }],
})

/** Where the name was used, and that it is used there no longer (8.11). */
export const signsDown = {
  items: listed(
    ['plaque', 'Plaque', '牌匾'],
    ['signboards', 'Signboards', '场所标牌'],
    ['website', 'Website', '网站'],
    ['social_media', 'Social media', '社交媒体'],
    ['print', 'Print', '印刷品'],
    ['fair', 'Fair material', '展会材料'],
    ['firms', 'Use by firms', '企业使用'],
  ),
  results: listed(['down', 'Down', '已停用'], ['never_used', 'Never used', '未使用']),
  proofs: ['down'],
} as const
