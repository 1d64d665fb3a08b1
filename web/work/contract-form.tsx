import type { ReactNode } from 'react'
import type { Locale, LocalText } from '../../domain/locale.js'
import { sentence, withoutStop } from '../../domain/words/sentence.js'
import { OneOf } from '../form/control.js'
import { contractFormWords as words } from './contract-form-words.js'

/** How a field of the contract is asked for on a page. */
export type AskedAs = 'line' | 'lines' | 'date' | 'email' | 'number' | 'choice' | 'choices' | 'tick' | 'list'

export interface FieldChoice {
  readonly code: string
  readonly label: LocalText
}

/** A field of a command's contract as it stands on a page, with what was typed and what is wrong with that. */
export interface AskedField {
  /** Where it stands in the body: names with strokes between. */
  readonly name: string
  readonly label: LocalText
  readonly hint: LocalText | undefined
  readonly as: AskedAs
  readonly choices: readonly FieldChoice[]
  /** What is typed or chosen is a number. */
  readonly isNumber: boolean
  readonly isOptional: boolean
  readonly most: number | undefined
  readonly typed: readonly string[]
  readonly faults: readonly LocalText[]
}

interface FieldsProps {
  readonly fields: readonly AskedField[]
  readonly locale: Locale
  /** Sets the fields of several forms on one page apart. */
  readonly of?: string
}

/** Over a form: what is missing or does not fit, each line leading to its field. */
export const ContractFaults = ({
  fields,
  others,
  locale,
  of = 'f',
}: FieldsProps & { readonly others: readonly LocalText[] }): ReactNode => {
  const wrong = fields.filter(({ faults }) => faults.length > 0)
  if (wrong.length === 0 && others.length === 0) return null
  return (
    <div className="note bad" role="alert">
      <p>
        <strong>{words[locale].faults(wrong.length + others.length)}</strong>
      </p>
      <ul>
        {wrong.map(({ name, label, faults }) => (
          <li key={name}>
            <a href={`#${of}-${name}`}>{faultOf({ label, faults }, locale)}</a>
          </li>
        ))}
        {others.map((one) => (
          <li key={one.en}>{sentence(one[locale], locale)}</li>
        ))}
      </ul>
    </div>
  )
}

/** What is wrong with a field, in one sentence that names it. */
const faultOf = ({ label, faults }: Pick<AskedField, 'label' | 'faults'>, locale: Locale): string => {
  const said = faults.map((one) => withoutStop(one[locale])).join(locale === 'en' ? '; ' : '；')
  return sentence(`${label[locale]}${locale === 'en' ? ': ' : '：'}${said}`, locale)
}

/** The fields themselves. What they ask for follows from the contract; only their labels are written. */
export const ContractFields = ({ fields, locale, of = 'f' }: FieldsProps): ReactNode =>
  fields.map((field) => <OneField key={field.name} field={field} id={`${of}-${field.name}`} locale={locale} />)

interface OneProps {
  readonly field: AskedField
  readonly id: string
  readonly locale: Locale
}

const OneField = ({ field, id, locale }: OneProps): ReactNode => {
  const { label, hint, as, isOptional, faults } = field
  const said = (
    <>
      {label[locale]}
      {isOptional && as !== 'tick' ? <small>{` ${words[locale].optional}`}</small> : null}
    </>
  )
  const below = (
    <>
      {hint === undefined ? null : (
        <p className="soft" id={`${id}-hint`}>
          {hint[locale]}
        </p>
      )}
      {faults.map((fault) => (
        <p className="bad" key={fault.en} id={`${id}-fault`}>
          {sentence(fault[locale], locale)}
        </p>
      ))}
    </>
  )
  if (as === 'tick')
    return (
      <>
        <label className="tick">
          <Control {...{ field, id, locale }} />
          {said}
        </label>
        {below}
      </>
    )
  if (as === 'choices')
    return (
      <fieldset id={id} tabIndex={-1}>
        <legend>{said}</legend>
        {below}
        <Control {...{ field, id, locale }} />
      </fieldset>
    )
  return (
    <>
      <label htmlFor={id}>{said}</label>
      {below}
      <Control {...{ field, id, locale }} />
    </>
  )
}

const Control = ({ field, id, locale }: OneProps): ReactNode => {
  const { name, as, choices, most, typed, faults, hint } = field
  const [first = ''] = typed
  const told = [...(hint === undefined ? [] : [`${id}-hint`]), ...(faults.length === 0 ? [] : [`${id}-fault`])]
  const common = {
    id,
    name,
    'aria-invalid': faults.length > 0 ? (true as const) : undefined,
    'aria-describedby': told.length === 0 ? undefined : told.join(' '),
  }
  switch (as) {
    case 'lines':
      return <textarea {...common} rows={3} maxLength={most} defaultValue={first} />
    case 'tick':
      return <input {...common} type="checkbox" value="yes" defaultChecked={first !== ''} />
    case 'choice':
      return <OneOf {...common} locale={locale} choices={choices} value={first} />
    case 'choices':
      return choices.map(({ code, label }) => (
        <label className="tick" key={code}>
          <input type="checkbox" name={name} value={code} defaultChecked={typed.includes(code)} />
          {label[locale]}
        </label>
      ))
    case 'number':
      return <input {...common} inputMode="decimal" defaultValue={first} />
    case 'date':
    case 'email':
      return <input {...common} type={as} defaultValue={first} />
    case 'line':
    case 'list':
      return <input {...common} maxLength={as === 'line' ? most : undefined} defaultValue={first} />
  }
}

/** The same to be read once more before it is sent: pairs of what was asked and what was answered. */
export const answeredPairs = (
  fields: readonly AskedField[],
  locale: Locale,
): readonly (readonly [string, ReactNode])[] =>
  fields.map(({ label, as, choices, typed }) => [
    label[locale],
    typed.length === 0 ? (
      <span className="soft">{as === 'tick' ? words[locale].no : words[locale].nothing}</span>
    ) : as === 'tick' ? (
      words[locale].yes
    ) : as === 'choice' || as === 'choices' ? (
      typed.map((code) => choices.find((one) => one.code === code)?.label[locale] ?? code).join(' · ')
    ) : (
      <pre>{typed.join('\n')}</pre>
    ),
  ])

/** What was typed goes along unseen where a page shows it to be read. */
export const TypedAlong = ({ fields }: { readonly fields: readonly AskedField[] }): ReactNode =>
  fields.flatMap(({ name, typed }) =>
    typed.map((text) => <input key={`${name} ${text}`} type="hidden" name={name} value={text} />),
  )
