import type { FormField } from '../../form/field.js'
import {
  choice,
  choices,
  eachOf,
  line,
  listed,
  money,
  optional,
  read,
  table,
  told,
  where,
  withOption,
} from '../form-fields.js'
import { options } from './model/options.js'

const memorandum = withOption('mou')

const side = choice(['side', 'Side', '单位'], {
  choices: listed(['alliance', 'The Alliance', '联盟'], ['government', 'The government', '政府']),
})

/** Annex 5: whom each side writes to. It changes by notice later, and no clearance hangs on it. */
export const sidesNamed = table(['contacts', 'Contacts', '联络信息'], {
  columns: [
    side,
    line(['focal', 'Focal point: name and office', '联络人姓名和职务'], { most: 80, both: true }),
    line(['deputy', 'Deputy: name and office', '副联络人姓名和职务'], { most: 80, both: true, ...optional }),
    line(['post', 'Address for post', '通信地址'], { most: 120, both: true }),
    line(['mail', 'E-mail', '电子邮箱'], { most: 60 }),
    line(['phone', 'Telephone with country code', '电话（含国家代码）'], { most: 20 }),
    line(['hours', 'Working hours and time zone', '工作时间和时区'], { most: 60, both: true }),
    line(['language', 'Language of letters', '通信文字'], { most: 20, both: true }),
  ],
  ...eachOf(side),
  kept: 'T8',
  hint: told([
    'Annex 5: of the government as part 1 of its nomination has it, confirmed by it.',
    '附件五：政府一方按申报材料第1部分填写并经其确认。',
  ]),
  ...memorandum,
})

/** The optional clauses that a first draft can take: each stands by itself, and no other act than the two signatures hangs on it. */
export const offeredClauses = [
  'superior_note',
  'finance_support',
  'learning_visits',
  'public_access',
  'state_view',
] as const

/** The languages a text may be made in, beside those of its place. */
export const languagesOffered: Readonly<Record<string, readonly string[]>> = {
  english: ['en'],
  english_chinese: ['en', 'zh-CN'],
}

/** Which of the ways the model may read the text takes; what is left out reads as the model has it first. */
export const textChoices: readonly FormField[] = [
  choice(['languages', 'Equally valid texts', '同等效力的文字'], {
    choices: listed(['english', 'English', '英文'], ['english_chinese', 'English and Chinese', '英文和中文']),
    hint: told([
      'Left out: as the place has it, as far as the model is certified in its languages.',
      '未填：按所在地规定，以范本已核定的文字为限。',
    ]),
    ...optional,
    ...memorandum,
  }),
  choice(['legal', 'Character of the text', '文本性质'], {
    choices: listed(
      ['LEGAL-A', 'Named sections bind', '所列条款具有约束力'],
      ['LEGAL-B', 'Nothing binds in law', '均不具有法律约束力'],
    ),
    hint: told(['Left out: named sections bind.', '未填：所列条款具有约束力。']),
    ...optional,
    ...memorandum,
  }),
  choice(['costs', 'Costs', '经费'], {
    choices: listed(
      ['MON-OWN', 'Each bears its own costs', '各自承担费用'],
      ['MON-CO', 'Money intended for year one', '首年拟安排资金'],
      ['MON-PROJECT', 'Projects with money of third persons', '使用第三方资金的项目'],
    ),
    hint: told(['Left out: each bears its own costs.', '未填：各自承担费用。']),
    ...optional,
    ...read,
    ...memorandum,
  }),
  money(['money_government', 'Money the government intends', '政府拟安排资金'], where('costs', 'MON-CO')),
  money(['money_alliance', 'Money the Alliance intends', '联盟拟安排资金'], where('costs', 'MON-CO')),
  choices(['clauses_taken', 'Optional clauses', '可选条款'], {
    choices: options
      .filter(({ id }) => offeredClauses.some((one) => one === id))
      .map(({ id, offered }) => ({ code: id, label: offered })),
    ...optional,
    ...read,
    ...memorandum,
  }),
  line(['superior', 'Superior authority that takes note', '知悉本备忘录的上级主管机关'], {
    most: 120,
    both: true,
    ...where('clauses_taken', 'superior_note'),
  }),
]
