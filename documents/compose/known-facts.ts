import type { Locale } from '../../domain/locale.js'
import type { Wording } from '../facts/parts.js'
import type { Block } from '../sheet.js'
import { say } from '../wording.js'

/** Facts by their labels, without those that nobody has told. */
export const knownFacts = (
  rows: readonly (readonly [label: string, value: Wording | undefined])[],
  language: Locale,
): Block => ({
  type: 'facts',
  rows: rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, say(value, language)] as const])),
})

/** What somebody told, or a line in its place. */
export const orLine = (value: Wording | undefined, language: Locale): string =>
  value === undefined ? '—' : say(value, language)
