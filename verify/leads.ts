import { fieldsOf } from './entry.js'
import type { Fields } from './entry.js'

/** The steps an option may open, by its `leads`; without an option those of all of them. */
export function leadsTo(options: Fields, option: string | undefined): readonly string[] {
  const chosen = option === undefined ? Object.keys(options) : [option]
  return chosen.flatMap((name) => targets(fieldsOf(fieldsOf(options, name), 'leads')))
}

/** A lead names steps by `to`, by `back`, by `via`, or, when a limit is used up, by the lead behind it. */
const targets = (lead: Fields): readonly string[] => [
  ...['to', 'via'].flatMap((name) => keysOf(lead[name])),
  ...(typeof lead['back'] === 'string' ? [lead['back']] : []),
  ...(Object.keys(fieldsOf(lead, 'then')).length > 0 ? targets(fieldsOf(lead, 'then')) : []),
]

const keysOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((key) => typeof key === 'string') : []
