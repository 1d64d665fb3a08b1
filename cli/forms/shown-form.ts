import type { z } from 'zod'
import type { FormResponse } from '../../api/contract/form.js'
import type { FormField } from '../../domain/form/field.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { askedInWords, fitInWords } from '../../domain/form/in-words.js'
import { table, when } from '../printing.js'
import type { LocalText } from '../../domain/locale.js'
import { spoken, told } from '../tongue.js'

export type ShownForm = z.infer<typeof FormResponse>

/** The form as the rest of the house knows it; undefined where the step asks for none. */
export const formIn = ({ version, fields }: ShownForm): Form | undefined =>
  version === null
    ? undefined
    : // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the API made them from such fields, and the contract names only what all of them have
      { version, fields: fields as unknown as readonly FormField[] }

/** What the form begins with and is a whole answer already: rows that lack columns are for whoever fills in a page. */
export const wholeBegun = ({ begun }: Pick<ShownForm, 'begun'>): FormAnswers =>
  Object.fromEntries(begun.flatMap(({ field, answer }) => (Array.isArray(answer) ? [] : [[field, answer] as const])))

/** A form as a person reads it before choosing: the options with what follows, then the fields with what fits. */
export const formText = (shown: ShownForm): string => {
  const form = formIn(shown)
  const optionLabel = (option: string) =>
    told(shown.options.find((one) => one.option === option)?.label ?? { en: option, 'zh-CN': option })
  const locale = spoken()
  const options = shown.options.map(({ option, label, leadsTo, codes, because }) => [
    option,
    told(label),
    because === undefined ? told(leadsTo) : told(because),
    codes.join(' '),
  ])
  const fields = (form?.fields ?? []).map((field) => [
    field.code,
    told(field.label),
    fitInWords(field, locale),
    field.optional === true ? word.optional[locale] : word.required[locale],
    askedInWords(field.asked, { locale, optionLabel }),
  ])
  return [
    `${shown.step}  ${told(shown.title)}`,
    shown.mayAct
      ? told(mayAct)
      : [told(mayNotAct), ...(shown.why === undefined ? [] : [told(shown.why.says), told(shown.why.next)])].join(' '),
    table(['option', '', 'leads to', 'code'], options),
    ...draftLines(shown, optionLabel),
    ...shown.begun.map(({ field, because }) => `${fieldCalled(form, field)}: ${told(because)}`),
    form === undefined ? told(noForm) : table(['field', '', 'what fits', '', 'when'], fields),
  ].join('\n')
}

const fieldCalled = (form: Form | undefined, code: string): string =>
  told(form?.fields.find((field) => field.code === code)?.label ?? { en: code, 'zh-CN': code })

/** That a draft is there, and what it lacks for each option. */
const draftLines = ({ draft, options }: ShownForm, optionLabel: (option: string) => string): readonly string[] =>
  draft === null
    ? []
    : [
        told(draftIs(draft)),
        ...options.flatMap(({ option, faults }) =>
          faults.map(({ labels, needs }) => `  ${optionLabel(option)}: ${[...labels, needs].map(told).join(' › ')}`),
        ),
      ]

/** That a draft is there, by whom and when. */
export const draftIs = ({ version, changedBy, changedAt }: NonNullable<ShownForm['draft']>): LocalText => ({
  en: `Draft, version ${version}, last typed by ${changedBy} at ${when(changedAt)}.`,
  'zh-CN': `草稿第${version}版，${changedBy} 于${when(changedAt)}最后填写。`,
})

const word = { optional: { en: 'optional', 'zh-CN': '选填' }, required: { en: 'required', 'zh-CN': '必填' } } as const
const mayAct = { en: 'You may decide it now.', 'zh-CN': '您现在可以办理。' }
const mayNotAct = { en: 'You may not decide it now.', 'zh-CN': '您现在不能办理。' }
const noForm = { en: 'This step asks for no form.', 'zh-CN': '该步骤无须填写表格。' }
