import type { Form, FormAnswers } from '../../domain/form/form.js'
import { controlName, countName, fieldName, thingCode } from '../../domain/form/posted.js'
import { shapeOf, type Shape } from '../../domain/form/shape.js'
import { keyed, listed } from '../../domain/form/kinds/kind.js'

/** Fields as a browser sends them. */
export const posted = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString()

/** What stands in the inputs of the form of a page that is sent to an address. */
export const fieldsOf = (page: string, action: string): Readonly<Record<string, string>> => {
  const [, inner = ''] = new RegExp(`<form[^>]* action="${action}"[^>]*>(.*?)</form>`, 's').exec(page) ?? []
  const inputs = [...inner.matchAll(/<input(?=[^>]*\btype="hidden")[^>]*>/g)].map(([tag]) => tag)
  return Object.fromEntries(inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]))
}
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** Answers as somebody types them into the page of a form. */
export const typed = (form: Form, answers: FormAnswers): Readonly<Record<string, string>> =>
  Object.fromEntries(typedPairs(form, answers))

/** The whole of it as if it stood on one page. */
export const typedWhole = (form: Form, answers: FormAnswers): Readonly<Record<string, string>> => ({
  ...typed(form, answers),
  on: form.fields.map(({ code }) => code).join(' '),
})

/** The same as pairs: what is ticked several times has one for each. */
export const typedPairs = ({ fields }: Form, answers: FormAnswers): Typed =>
  fields.flatMap((field) =>
    answers[field.code] === undefined
      ? []
      : controls(shapeOf(field), { name: fieldName(field), value: answers[field.code] }),
  )

type Typed = readonly (readonly [string, string])[]

const controls = (shape: Shape, { name, value }: { name: string; value: unknown }): Typed => {
  if (value === undefined) return []
  if (shape.is === 'group')
    return shape.parts.flatMap((part) =>
      controls(part.shape, { name: controlName(name, part.code), value: keyed(value)[part.code] }),
    )
  if (shape.is === 'list')
    return [
      [countName(name), String(listed(value).length)],
      ...listed(value).flatMap((one, at) => controls(shape.of, { name: controlName(name, at), value: one })),
    ]
  if (shape.is === 'thing') {
    const { kind, id } = keyed(value)
    return [[name, thingCode({ kind: said(kind), id: said(id) })]]
  }
  if (shape.is === 'many') return listed(value).map((one) => [name, said(one)] as const)
  return [[name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : said(value)]]
}

const said = (value: unknown): string =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
