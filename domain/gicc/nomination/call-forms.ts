import type { Form } from '../../form/form.js'
import type { Option, StepKey } from '../../values/step-key.js'
import { choices, date, formOf, line, listed, number, optional, read, withOption, words } from '../form-fields.js'
import { callSteps } from './call.js'
import { industries, tracks } from './industries.js'

/** 1.1a: what the call is for, from when, for how long. */
const callProposal = formOf(
  line(['title', 'Title of the call', '申报公告名称'], { both: true }),
  date(['open_on', 'Opens on', '开始日期'], read),
  number(['days', 'Days open', '申报天数'], { unit: ['days', '天'], least: 30, most: 120, ...read }),
  choices(['tracks', 'Tracks', '申报类型'], { choices: tracks, ...read }),
  choices(['categories', 'Industries sought', '申报行业'], { choices: industries, ...read }),
  number(['per_region', 'Nominations per province', '每省（州）申报上限'], {
    unit: ['nominations', '项'],
    least: 1,
    most: 20,
    ...optional,
    ...read,
  }),
  date(['questions_until', 'Questions until', '提问截止'], read),
  words(['note', 'Note to the director', '提请说明'], { most: 400, ...optional }),
)

/** 1.1b: where the call is published, or when it is looked at again. */
const callOpening = formOf(
  choices(['channels', 'Published through', '发布渠道'], {
    choices: listed(
      ['website', 'Website', '网站'],
      ['mail', 'Mail to partners', '合作方邮件'],
      ['associations', 'Associations', '商协会'],
      ['media', 'Media', '媒体'],
    ),
    ...withOption('open'),
    ...read,
  }),
  date(['again_on', 'Look again on', '下次研究日期'], { ...withOption('not_now'), ...read }),
)

/** The forms of the two steps of the programme itself, with the options they are handed in with. */
export const callForms: Readonly<Record<StepKey, { readonly form: Form; readonly options: readonly Option[] }>> = {
  [callSteps.proposal]: { form: callProposal, options: ['propose'] },
  [callSteps.opening]: { form: callOpening, options: ['open', 'not_now'] },
}
