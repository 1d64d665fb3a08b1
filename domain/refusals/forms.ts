import type { Locale, LocalText } from '../locale.js'
import { list, refusal } from './entry.js'

/** What is wrong at one place of a form, as a refusal carries it: labels outermost first, and what is asked there. */
export interface FormFaultDetail {
  readonly at: string
  readonly labels: readonly LocalText[]
  readonly needs: LocalText
}

/** All that is wrong with a form; the log of refused attempts keeps the first of many, and how many it left out. */
interface FormFaultsDetail {
  readonly step: string
  readonly option: string
  readonly faults: readonly FormFaultDetail[]
  readonly left?: number
}

/** A field as a sentence names it: by its label, inside those around it. */
const place = ({ at, labels }: FormFaultDetail, locale: Locale): string =>
  labels.length === 0 ? at : labels.map((label) => label[locale]).join(' › ')

const said = ({ faults, left = 0 }: FormFaultsDetail, locale: Locale): string => {
  const shown = faults.slice(0, mostSaid).map((fault) => expected[locale](place(fault, locale), fault.needs[locale]))
  const more = faults.length - shown.length + left
  const rest = { en: `and ${more} more`, 'zh-CN': `另有 ${more} 处` }
  return [...shown, ...(more > 0 ? [rest[locale]] : [])].join(locale === 'en' ? '; ' : '；')
}

const expected: Readonly<Record<Locale, (field: string, needs: string) => string>> = {
  en: (field, needs) => `${field} (expected: ${needs})`,
  'zh-CN': (field, needs) => `${field}（应为：${needs}）`,
}

/** A sentence with more in it nobody reads; all of them stand in the detail. */
const mostSaid = 10

/** No to what was filled in. */
export const forms = {
  form_missing: refusal<{ step: string; option: string; fields: readonly LocalText[] }>({
    kind: 'invalid',
    says: {
      en: (d) => `"${d.option}" on step ${d.step} is taken only with its form: ${list(d.fields.map(({ en }) => en))}.`,
      'zh-CN': (d) =>
        `步骤 ${d.step} 选择“${d.option}”须填写表格：${d.fields.map((field) => field['zh-CN']).join('、')}。`,
    },
    next: {
      en: () => 'Look at the form of the step, fill it in, and send it with the decision.',
      'zh-CN': () => '请查看该步骤的表格，填写后随决定一并提交。',
    },
  }),
  form_malformed: refusal<FormFaultsDetail>({
    kind: 'invalid',
    says: {
      en: (d) =>
        `The form of step ${d.step} is not filled in as it must be.${d.faults.length === 0 ? '' : ` ${said(d, 'en')}.`}`,
      'zh-CN': (d) => `步骤 ${d.step} 的表格填写有误。${d.faults.length === 0 ? '' : `${said(d, 'zh-CN')}。`}`,
    },
    next: { en: () => 'Correct these and send it again.', 'zh-CN': () => '请更正后重新提交。' },
  }),
  form_bears_not: refusal<{ step: string; option: string; borne: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `What the form of step ${d.step} says does not bear "${d.option}"; it bears: ${list(d.borne)}.`,
      'zh-CN': (d) => `步骤 ${d.step} 的表格内容不足以支持“${d.option}”；可支持：${list(d.borne)}。`,
    },
    next: {
      en: (d) =>
        d.borne.length === 0
          ? 'Correct the answers: as they stand, no option follows from them.'
          : `Choose ${list(d.borne)}, or correct the answers.`,
      'zh-CN': (d) =>
        d.borne.length === 0 ? '请更正所填内容：目前不支持任何选项。' : `请选择 ${list(d.borne)}，或更正所填内容。`,
    },
  }),
  form_of_other_version: refusal<{ step: string; got: number; current: number }>({
    kind: 'conflict',
    says: {
      en: (d) => `The form of step ${d.step} is version ${d.current}; what came was filled in by version ${d.got}.`,
      'zh-CN': (d) => `步骤 ${d.step} 的表格现为第 ${d.current} 版；提交的是第 ${d.got} 版。`,
    },
    next: {
      en: () => 'Look at the form as it is now, and send it again.',
      'zh-CN': () => '请查看现行表格后重新提交。',
    },
  }),
  form_not_asked: refusal<{ step: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Step ${d.step} asks for no form.`,
      'zh-CN': (d) => `步骤 ${d.step} 无须填写表格。`,
    },
    next: { en: () => 'Send the decision without one.', 'zh-CN': () => '请不附表格重新提交。' },
  }),
  sheet_off_proposal: refusal<{ parts: readonly OffProposal[] }>({
    kind: 'invalid',
    says: {
      en: (d) => `The sheet is not as the figures let it be: ${list(d.parts.map((part) => offInWords(part, 'en')))}.`,
      'zh-CN': (d) => `评分表与数据所允许的范围不符：${list(d.parts.map((part) => offInWords(part, 'zh-CN')))}。`,
    },
    next: {
      en: () =>
        'Start from the points that the figures propose; go off them by at most a fifth of a part, with a reason for each.',
      'zh-CN': () => '请以数据得出的建议分为起点；偏离不得超过该项满分的五分之一，并逐项说明理由。',
    },
  }),
}

/** A part of a yearly sheet that lies off what the figures propose (5.6). */
export interface OffProposal {
  readonly part: LocalText
  readonly given: number
  readonly least: number
  readonly most: number
  readonly because: 'too_far' | 'no_reason'
}

const offInWords = ({ part, given, least, most, because }: OffProposal, locale: Locale): string => {
  if (locale === 'en')
    return because === 'too_far'
      ? `${part.en} ${given}, where ${least} to ${most} may be given`
      : `${part.en} ${given} without a reason`
  return because === 'too_far'
    ? `${part[locale]}评${given}分，可评${least}至${most}分`
    : `${part[locale]}评${given}分，未说明理由`
}
