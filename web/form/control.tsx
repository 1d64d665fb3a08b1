import type { ComponentProps, ReactNode } from 'react'
import type { Choice } from '../../domain/form/field.js'
import { keyed, listed } from '../../domain/form/kinds/kind.js'
import { controlName, countName, thingCode } from '../../domain/form/posted.js'
import type { ShapePart, Shape } from '../../domain/form/shape.js'
import type { ThingThere } from '../../domain/follow-up/thing-there.js'
import type { Locale } from '../../domain/locale.js'

/** What every control of a form is drawn with. */
export interface Drawing {
  readonly locale: Locale
  /** What was brought as proof and may be cited by whoever fills this in. */
  readonly exhibits: readonly Choice[]
  /** What a field can point at. */
  readonly things: readonly ThingThere[]
  /** The list that somebody asked another row of. */
  readonly longer: string | undefined
  /** Where the form is sent to be looked at again. */
  readonly lookAt: string
}

interface ControlProps extends Drawing {
  readonly shape: Shape
  readonly name: string
  readonly label: string
  readonly value: unknown
}

/** What an answer is typed, ticked or chosen in; everything has a label of its own, and nothing needs a script. */
export const Control = (props: ControlProps): ReactNode => {
  const { shape, name, label, value, locale, exhibits, things } = props
  const own = { id: name, name, 'aria-label': label }
  switch (shape.is) {
    case 'line':
      return <input {...own} defaultValue={asText(value)} />
    case 'number':
      return <input {...own} inputMode="decimal" defaultValue={asText(value)} />
    case 'date':
      return <input {...own} type="date" defaultValue={asText(value)} />
    case 'lines':
      return <textarea {...own} rows={4} defaultValue={asText(value)} />
    case 'tick':
      return <Tick name={name} value="yes" label={confirmed[locale]} isOn={value === true} />
    case 'yes_no':
      return <OneOf {...own} locale={locale} choices={yesOrNo} value={asYesNo(value)} />
    case 'one':
      return <OneOf {...own} locale={locale} choices={shape.choices} value={asText(value)} />
    case 'exhibit':
      return <OneOf {...own} locale={locale} choices={exhibits} value={asText(value)} />
    case 'thing':
      return <OneOf {...own} locale={locale} choices={choicesOf(things, shape.to)} value={asThing(value)} />
    case 'many':
      return shape.choices.map(({ code, label: said }) => (
        <Tick key={code} name={name} value={code} label={said[locale]} isOn={listed(value).includes(code)} />
      ))
    case 'along':
      return <input type="hidden" name={name} value={typeof value === 'string' ? value : shape.value} />
    case 'group':
      return <Group {...props} parts={shape.parts} />
    case 'list':
      return <Rows {...props} list={shape} />
  }
}

const Group = ({
  parts,
  name,
  value,
  label: _,
  shape: __,
  ...drawing
}: ControlProps & { readonly parts: readonly ShapePart[] }): ReactNode =>
  parts.map((part) => {
    const inner = controlName(name, part.code)
    const said = part.label[drawing.locale]
    return (
      <div key={part.code}>
        {part.shape.is === 'along' ? null : <label htmlFor={inner}>{said}</label>}
        {part.hint === undefined ? null : <p className="soft">{part.hint[drawing.locale]}</p>}
        <Control shape={part.shape} name={inner} label={said} value={keyed(value)[part.code]} {...drawing} />
      </div>
    )
  })

const Rows = ({
  list,
  name,
  value,
  label,
  shape: _,
  ...drawing
}: ControlProps & { readonly list: Extract<Shape, { is: 'list' }> }): ReactNode => {
  const { locale, longer, lookAt } = drawing
  const rows = rowsOf(list, { value, isLonger: longer === name })
  return (
    <>
      <input type="hidden" name={countName(name)} value={rows.length} />
      {rows.map((row, at) => (
        <fieldset key={controlName(name, at)}>
          <legend>{`${label} ${at + 1}`}</legend>
          <Control shape={list.of} name={controlName(name, at)} label={`${label} ${at + 1}`} value={row} {...drawing} />
        </fieldset>
      ))}
      {rows.length < list.most ? (
        <button name="longer" value={name} formAction={lookAt} formNoValidate>
          {another[locale]}
        </button>
      ) : null}
    </>
  )
}

/** What stands, or each choice once where the list has one row for each; never fewer than must be, and one more where somebody asked. */
const rowsOf = (
  { least, most, each }: Extract<Shape, { is: 'list' }>,
  { value, isLonger }: { readonly value: unknown; readonly isLonger: boolean },
): readonly unknown[] => {
  const standing = listed(value)
  const begun =
    standing.length === 0 && each !== undefined ? each.choices.map(({ code }) => ({ [each.code]: code })) : standing
  const wanted = Math.min(most, Math.max(least, 1, begun.length + (isLonger ? 1 : 0)))
  return Array.from({ length: Math.max(wanted, begun.length) }, (_, at) => begun[at])
}

interface OneOfProps extends Pick<
  ComponentProps<'select'>,
  'id' | 'name' | 'aria-label' | 'aria-invalid' | 'aria-describedby'
> {
  readonly locale: Locale
  readonly choices: readonly Choice[]
  readonly value: string
}

/** One of several choices, or none yet. */
export const OneOf = ({ locale, choices, value, ...own }: OneOfProps): ReactNode => (
  <select {...own} defaultValue={value}>
    <option value="" />
    {choices.map(({ code, label }) => (
      <option key={code} value={code}>
        {label[locale]}
      </option>
    ))}
  </select>
)

interface TickProps {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly isOn: boolean
}

const Tick = ({ name, value, label, isOn }: TickProps): ReactNode => (
  <label className="tick">
    <input type="checkbox" name={name} value={value} defaultChecked={isOn} /> {label}
  </label>
)

const choicesOf = (things: readonly ThingThere[], to: readonly string[]): readonly Choice[] =>
  things.filter(({ kind }) => to.includes(kind)).map((thing) => ({ code: thingCode(thing), label: thing.label }))

const asThing = (value: unknown): string => {
  const { kind, id } = keyed(value)
  return typeof kind === 'string' && typeof id === 'string' ? thingCode({ kind, id }) : ''
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const asYesNo = (value: unknown): string => (value === true ? 'yes' : value === false ? 'no' : '')

const yesOrNo: readonly Choice[] = [
  { code: 'yes', label: { en: 'Yes', 'zh-CN': '是' } },
  { code: 'no', label: { en: 'No', 'zh-CN': '否' } },
]
const confirmed: Readonly<Record<Locale, string>> = { en: 'I confirm this', 'zh-CN': '本人确认' }
const another: Readonly<Record<Locale, string>> = { en: 'One more row', 'zh-CN': '增加一行' }
