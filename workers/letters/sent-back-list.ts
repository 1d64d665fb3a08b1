import type { Kysely } from 'kysely'
import { broughtOn, quoted, rowsOf } from '../../activities/papers/brought.js'
import { storyNow, type StorySoFar } from '../../activities/papers/story-so-far.js'
import { inEveryLanguage } from '../../activities/wording.js'
import type { OpenedBy } from '../../db/reads/returns.js'
import type { Database } from '../../db/schema.js'
import type { Wording } from '../../documents/facts/parts.js'
import type { LocalText } from '../../domain/locale.js'

/**
 * What the form lists of a decision that sent something back, as far as it is for the eyes of the place: the rows that are asked with that
 * option alone. Undefined where it lists nothing.
 */
export const listedWith = async (
  db: Kysely<Database>,
  { base, key, option }: Pick<OpenedBy, 'base' | 'key' | 'option'>,
): Promise<LocalText | undefined> => {
  const story = await storyNow(db, base)
  const rows = story === undefined ? [] : rowsAsked(story, { key, option })
  if (rows.length === 0) return undefined
  return inEveryLanguage((locale) =>
    rows.map((cells) => cells.map((cell) => said(cell)[locale]).join(between[locale].cells)).join(between[locale].rows),
  )
}

const rowsAsked = (
  story: StorySoFar,
  { key, option }: Pick<OpenedBy, 'key' | 'option'>,
): readonly (readonly Wording[])[] => {
  const brought = broughtOn(story, { key })
  const { fields = [] } = story.procedure.steps[key]?.form ?? {}
  return fields
    .filter(({ kind, asked }) => kind === 'table' && isOnlyWith(asked, option))
    .flatMap(({ code }) => rowsOf(brought, code))
    .map((row) => row.fields.flatMap((column) => quoted(row, column.code) ?? []))
    .filter((cells) => cells.length > 0)
}

const isOnlyWith = (asked: unknown, option: string): boolean =>
  typeof asked === 'object' &&
  asked !== null &&
  'option' in asked &&
  Array.isArray(asked.option) &&
  asked.option.includes(option)

const between = { en: { cells: ': ', rows: '; ' }, 'zh-CN': { cells: '：', rows: '；' } } as const

const said = (text: Wording): LocalText => (typeof text === 'string' ? { en: text, 'zh-CN': text } : text)
