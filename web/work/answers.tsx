import type { ReactNode } from 'react'
import { numberInWords } from '../../domain/form/answer-in-words.js'
import type { Choice, FormField } from '../../domain/form/field.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { keyed, listed } from '../../domain/form/kinds/kind.js'
import { thingCode } from '../../domain/form/posted.js'
import { shapeOf, type Shape } from '../../domain/form/shape.js'
import type { ThingThere } from '../../domain/follow-up/thing-there.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { Facts, Grid } from './parts.js'
import { stepWords } from './step-words.js'

interface Words {
  readonly locale: Locale
  readonly exhibits: readonly Choice[]
  readonly things: readonly ThingThere[]
}

interface AnswersProps extends Words {
  readonly fields: readonly FormField[]
  readonly answers: FormAnswers
  /** Whether what nobody filled in is named too. */
  readonly isWhole?: boolean
}

/** Answers to a form to be read: lists as tables, codes in their words. */
export const Answers = ({ fields, answers, isWhole = false, ...words }: AnswersProps): ReactNode => (
  <Facts
    of={fields
      .filter(({ code }) => isWhole || answers[code] !== undefined)
      .map((field) => [
        field.label[words.locale],
        <Answer key={field.code} field={field} answer={answers[field.code]} {...words} />,
      ])}
  />
)

const Answer = ({
  field,
  answer,
  ...words
}: Words & { readonly field: FormField; readonly answer: unknown }): ReactNode => {
  const { none, why } = keyed(answer)
  if (typeof none === 'string')
    return `${nothings[words.locale][none] ?? none}${typeof why === 'string' ? ` (${why})` : ''}`
  return <Shown shape={shapeOf(field)} value={answer} label={field.label[words.locale]} {...words} />
}

interface ShownProps extends Words {
  readonly shape: Shape
  readonly value: unknown
  readonly label: string
}

const Shown = (props: ShownProps): ReactNode => {
  const { shape, value, label, ...words } = props
  const { locale, exhibits, things } = words
  if (value === undefined || value === null || value === '')
    return <span className="soft">{stepWords[locale].nothing}</span>
  switch (shape.is) {
    case 'line':
    case 'lines':
    case 'along':
      return <pre>{asText(value)}</pre>
    case 'number':
      return typeof value === 'number' ? numberInWords(value) : asText(value)
    case 'date':
      return dateOf(asText(value), locale)
    case 'yes_no':
    case 'tick':
      return value === true ? yes[locale] : no[locale]
    case 'one':
      return labelIn(shape.choices, { code: asText(value), locale })
    case 'exhibit':
      return labelIn(exhibits, { code: asText(value), locale })
    case 'thing':
      return labelIn(
        things.map((thing) => ({ code: thingCode(thing), label: thing.label })),
        { code: codeOf(value), locale },
      )
    case 'many':
      return listed(value)
        .map((one) => labelIn(shape.choices, { code: asText(one), locale }))
        .join(locale === 'en' ? ', ' : '、')
    case 'group':
      return <Parts {...props} parts={shape.parts} />
    case 'list':
      return <Rows {...props} of={shape.of} />
  }
}

type Parts = Extract<Shape, { is: 'group' }>['parts']

const Parts = ({ parts, value, label: _, shape: __, ...words }: ShownProps & { readonly parts: Parts }): ReactNode => (
  <Facts
    of={toBeRead(parts)
      .filter(({ code }) => keyed(value)[code] !== undefined)
      .map(({ code, label, shape }) => [
        label[words.locale],
        <Shown key={code} shape={shape} value={keyed(value)[code]} label={label[words.locale]} {...words} />,
      ])}
  />
)

const Rows = ({ of, value, label, shape: _, ...words }: ShownProps & { readonly of: Shape }): ReactNode => {
  const rows = listed(value)
  if (of.is !== 'group')
    return rows.map((row, at) => (
      // The rows of a list have no name but their place in it.
      <div key={at}>
        <Shown shape={of} value={row} label={label} {...words} />
      </div>
    ))
  const parts = toBeRead(of.parts)
  return (
    <Grid
      caption={label}
      head={['', ...parts.map((part) => part.label[words.locale])]}
      rows={rows.map((row, at) => ({
        key: String(at),
        cells: [
          String(at + 1),
          ...parts.map(({ code, label: said, shape }) => (
            <Shown key={code} shape={shape} value={keyed(row)[code]} label={said[words.locale]} {...words} />
          )),
        ],
      }))}
    />
  )
}

/** What only goes along says nothing to a reader. */
const toBeRead = (parts: Parts): Parts => parts.filter(({ shape }) => shape.is !== 'along')

const labelIn = (
  choices: readonly Choice[],
  { code, locale }: { readonly code: string; readonly locale: Locale },
): string => choices.find((one) => one.code === code)?.label[locale] ?? code

const codeOf = (value: unknown): string => {
  const { kind, id } = keyed(value)
  return thingCode({ kind: asText(kind), id: asText(id) })
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const dateOf = (text: string, locale: Locale): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateInWords(text, locale) : text

const yes: Readonly<Record<Locale, string>> = { en: 'Yes', 'zh-CN': '是' }
const no: Readonly<Record<Locale, string>> = { en: 'No', 'zh-CN': '否' }
const nothings: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { na: 'No data', nap: 'Does not apply', ref: 'Withheld' },
  'zh-CN': { na: '无数据', nap: '不适用', ref: '不予提供' },
}
