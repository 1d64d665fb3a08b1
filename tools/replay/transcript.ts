import { createHash } from 'node:crypto'
import { canonicalText } from '../../db/canonical-text.js'
import type { Call } from './call.js'

/** One line of a transcript: a call in a form that can be read and compared; what is long stands as its hash. */
export type Line = Readonly<Record<string, unknown>>

/** A call as its transcript keeps it. */
export const lineOf = (call: Call): Line => {
  switch (call.does) {
    case 'local':
      return { does: 'local', name: call.name, args: call.args.map(reduced) }
    case 'activity':
    case 'signal':
    case 'continue':
      return { ...call, args: call.args.map(reduced) }
    case 'answer':
    case 'end':
      return { ...call, gives: reduced(call.gives) }
    case 'timer':
    case 'refuse':
    case 'fail':
      return call
  }
}

/** A value with every long member of it in the form of its hash. */
export const reduced = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return short(value)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, short(member)]))
}

/** A value as it is where it is short, and its hash where it is long; the order of members does not count. */
export const short = (value: unknown): unknown => {
  const text = textOf(value)
  if (text.length <= longest) return value
  return `${kindOf(value)}#${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}

/** The same text for the same members in any order; what is absent has none. */
const textOf = (value: unknown): string => (value === undefined ? '' : canonicalText(value))

/** A command says what it is. */
const kindOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' ? value.type : ''

/** So many characters are still read more easily than a hash. */
const longest = 100

/** A line whose member is another than it was kept. */
export interface LineDifference {
  readonly line: number
  readonly was: unknown
  readonly is: unknown
}

/** Where two transcripts part for the first time; undefined: nowhere. */
export const firstDifference = (kept: readonly Line[], now: readonly Line[]): LineDifference | undefined => {
  const lines = Math.max(kept.length, now.length)
  for (let line = 0; line < lines; line += 1) {
    const [was, is] = [kept[line], now[line]]
    if (textOf(was) !== textOf(is)) return { line, ...membersApart(was, is) }
  }
  return undefined
}

/** Only the members that differ, so that a report fits a screen. */
const membersApart = (was: Line | undefined, is: Line | undefined): Pick<LineDifference, 'was' | 'is'> => {
  if (was === undefined || is === undefined) return { was, is }
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const apart = names.filter((name) => textOf(was[name]) !== textOf(is[name]))
  const only = (line: Line): Line => Object.fromEntries(apart.map((name) => [name, line[name]]))
  return { was: only(was), is: only(is) }
}
