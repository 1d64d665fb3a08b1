import type { FormField } from './field.js'
import type { FormAnswers } from './form.js'
import { keyed } from './kinds/kind.js'
import { newRow, shapeOf, type ShapePart, type Shape } from './shape.js'

/** What a page sent back under a name: nothing, one text, or several. */
export type FromPage = (name: string) => readonly string[]

/** Names of the controls of a page; none of them is ever taken apart again. */
export const controlName = (outer: string, inner: string | number): string => `${outer}/${inner}`
/** How many rows of a list were on the page. */
export const countName = (list: string): string => `${list}#`
/** Where a field says that there is nothing to say, and why. */
export const nothingName = (field: string): string => `${field}?`
/** Where the reason of that is written. */
export const whyName = (field: string): string => `${field}?why`

/** The answers to some fields, from what a page sent: what nobody filled in is absent. */
export const answersPosted = (fields: readonly FormField[], posted: FromPage): FormAnswers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const name = fieldName(field)
      const answer = nothingPosted(name, posted) ?? answerPosted(shapeOf(field), { name, posted })
      return answer === undefined ? [] : [[field.code, answer]]
    }),
  )

/** Under which name a field stands on a page. */
export const fieldName = ({ code }: Pick<FormField, 'code'>): string => `a/${code}`

const nothingPosted = (name: string, posted: FromPage): object | undefined => {
  const [none = ''] = posted(nothingName(name))
  const why = asLines(posted(whyName(name)))
  if (none === '') return undefined
  return why === undefined ? { none } : { none, why }
}

interface Named {
  readonly name: string
  readonly posted: FromPage
}

const answerPosted = (shape: Shape, { name, posted }: Named): unknown => {
  switch (shape.is) {
    case 'line':
    case 'date':
    case 'exhibit':
    case 'one':
      return filled(posted(name)[0]?.trim())
    case 'thing':
      return thingPosted(posted(name)[0]?.trim() ?? '')
    case 'lines':
      return asLines(posted(name))
    case 'number':
      return asNumber(filled(posted(name)[0]?.replaceAll(/[\s,，]/g, '')))
    case 'yes_no':
      return { yes: true, no: false }[posted(name)[0] ?? '']
    case 'tick':
      return posted(name).length > 0 ? true : undefined
    case 'many':
      return posted(name).length > 0 ? [...posted(name)] : undefined
    case 'along':
      return filled(posted(name)[0]) ?? shape.value
    case 'group':
      return groupPosted(shape.parts, { name, posted })
    case 'list':
      return listPosted(shape, { name, posted })
  }
}

/** How a thing that is there is chosen: by kind and id. */
export const thingCode = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`

const thingPosted = (code: string): object | undefined => {
  const [kind = '', id] = code.split(' ')
  return code === '' ? undefined : { kind, id }
}

/** Filled in where anything of it is but what only goes along. */
const groupPosted = (parts: readonly ShapePart[], { name, posted }: Named): object | undefined => {
  const found = parts.map((part) => ({
    part,
    value: answerPosted(part.shape, { name: controlName(name, part.code), posted }),
  }))
  const isFilled = found.some(({ part, value }) => part.shape.is !== 'along' && value !== undefined)
  return isFilled
    ? Object.fromEntries(found.flatMap(({ part, value }) => (value === undefined ? [] : [[part.code, value]])))
    : undefined
}

const listPosted = (
  { of, most }: Extract<Shape, { is: 'list' }>,
  { name, posted }: Named,
): readonly unknown[] | undefined => {
  const rows = rowsPosted(posted, { name, most }).flatMap((at) => {
    const row = answerPosted(of, { name: controlName(name, at), posted })
    return row === undefined ? [] : [row]
  })
  return rows.length === 0 ? undefined : rows.reduce<readonly unknown[]>(withOwnId, [])
}

const rowsPosted = (posted: FromPage, { name, most }: { name: string; most: number }): readonly number[] =>
  Array.from({ length: rowCount(posted, { name, most }) }, (_, at) => at)

/** How many rows a list had on the page, and no more than it may have. */
export const rowCount = (posted: FromPage, { name, most }: { readonly name: string; readonly most: number }): number =>
  Math.min(Math.max(Math.trunc(Number(posted(countName(name))[0] ?? '0')) || 0, 0), most)

/** A new row of a table gets the first id that no other has; one that stood before keeps its own. */
const withOwnId = (before: readonly unknown[], row: unknown): readonly unknown[] => {
  const { id, ...rest } = keyed(row)
  if (id !== newRow) return [...before, row]
  const taken = before.map((other) => keyed(other)['id'])
  const own = taken.findIndex((_, at) => !taken.includes(`r${at + 1}`))
  return [...before, { id: `r${own === -1 ? taken.length + 1 : own + 1}`, ...rest }]
}

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
const asLines = (texts: readonly string[]): string | undefined => filled(texts[0]?.replaceAll('\r\n', '\n').trim())
/** What is no number is handed on as it is, and the check says so. */
const asNumber = (text: string | undefined): unknown =>
  text === undefined ? undefined : Number.isFinite(Number(text)) ? Number(text) : text
