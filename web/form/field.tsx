import type { ReactNode } from 'react'
import type { AnswerFault } from '../../domain/form/fault.js'
import type { FormField, Nothing } from '../../domain/form/field.js'
import { fitInWords } from '../../domain/form/in-words.js'
import { keyed } from '../../domain/form/kinds/kind.js'
import { fieldName, nothingName, whyName } from '../../domain/form/posted.js'
import { shapeOf } from '../../domain/form/shape.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { Control, type Drawing } from './control.js'
import { faultInWords } from './faults.js'

interface FieldProps extends Drawing {
  readonly field: FormField
  readonly answer: unknown
  readonly faults: readonly AnswerFault[]
  /** Why something stands in it already that nobody answered. */
  readonly begun?: LocalText | undefined
}

/** A field of a form with what is asked in it, what stands in it, and what is wrong with that. */
export const Field = ({ field, answer, faults, begun, ...drawing }: FieldProps): ReactNode => {
  const { locale } = drawing
  const name = fieldName(field)
  return (
    <fieldset id={`${name}.`} tabIndex={-1} className={faults.length === 0 ? undefined : 'wrong'}>
      <legend>
        {field.label[locale]}
        {field.optional === true ? <small> {words[locale].optional}</small> : null}
      </legend>
      {field.hint === undefined ? null : <p className="soft">{field.hint[locale]}</p>}
      {saysItself.includes(field.kind) ? null : <p className="soft">{fitInWords(field, locale)}</p>}
      {begun === undefined ? null : <p className="note">{begun[locale]}</p>}
      {faults.map((fault) => (
        <p className="bad" role="alert" key={fault.at.join('/')}>
          {faultInWords(fault, locale)}
        </p>
      ))}
      <Control shape={shapeOf(field)} name={name} label={field.label[locale]} value={answer} {...drawing} />
      {field.nothing === undefined ? null : (
        <NothingToSay name={name} allowed={field.nothing} answer={answer} locale={locale} />
      )}
    </fieldset>
  )
}

/** Kinds whose control shows whatever fits. */
const saysItself: readonly string[] = ['choice', 'choices', 'yes_no', 'confirmation']

interface NothingProps {
  readonly name: string
  readonly allowed: readonly Nothing[]
  readonly answer: unknown
  readonly locale: Locale
}

const NothingToSay = ({ name, allowed, answer, locale }: NothingProps): ReactNode => {
  const { none, why } = keyed(answer)
  const say = words[locale]
  return (
    <>
      <label htmlFor={nothingName(name)}>{say.nothing}</label>
      <select id={nothingName(name)} name={nothingName(name)} defaultValue={typeof none === 'string' ? none : ''}>
        <option value="" />
        {allowed.map((one) => (
          <option key={one} value={one}>
            {say[one]}
          </option>
        ))}
      </select>
      {allowed.includes('ref') ? (
        <>
          <label htmlFor={whyName(name)}>{say.why}</label>
          <textarea id={whyName(name)} name={whyName(name)} defaultValue={typeof why === 'string' ? why : ''} />
        </>
      ) : null}
    </>
  )
}

const words = {
  en: {
    optional: '(may be left empty)',
    nothing: 'Or say that there is no answer',
    na: 'No data',
    nap: 'Does not apply',
    ref: 'Withheld',
    why: 'Why it is withheld',
  },
  'zh-CN': {
    optional: '（可不填）',
    nothing: '或说明无法填写',
    na: '无数据',
    nap: '不适用',
    ref: '不予提供',
    why: '不予提供的理由',
  },
} as const satisfies Record<Locale, Record<Nothing | 'optional' | 'nothing' | 'why', string>>
