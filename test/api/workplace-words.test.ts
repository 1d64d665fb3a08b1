import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { locales } from '../../domain/locale.js'

const folder = new URL('../../web/work/', import.meta.url)
const files = readdirSync(folder).filter((name) => /(^|-)words\.ts$/.test(name))

/** Said the same in both languages, or in the other one. */
const alike = new Set(['brand', 'other'])

type Table = Readonly<Record<(typeof locales)[number], Readonly<Record<string, unknown>>>>

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && locales.every((locale) => locale in value)

const tables = await Promise.all(
  files.map(async (name) => {
    const room: object = await import(new URL(name, folder).href)
    return [name, Object.values(room).filter(isTable)] as const
  }),
)

/** What a word says; of one that takes figures, with some. */
const said = (word: unknown): string =>
  typeof word === 'function' ? String(Reflect.apply(word, undefined, [1, 2, 3, 4])) : JSON.stringify(word)

const faultsOf = (table: Table): readonly string[] => {
  const keys = [...new Set(locales.flatMap((locale) => Object.keys(table[locale])))]
  return keys.filter((key) => {
    const [english, chinese] = [table.en[key], table['zh-CN'][key]]
    if (english === undefined || chinese === undefined || typeof english !== typeof chinese) return true
    return !alike.has(key) && (!/\p{Script=Han}/u.test(said(chinese)) || /\p{Script=Han}/u.test(said(english)))
  })
}

test('every word of the workplace is there in both languages, and in its own', () => {
  expect(tables.length).toBeGreaterThan(1)
  for (const [name, found] of tables) expect([name, found.length, found.flatMap(faultsOf)]).toEqual([name, 1, []])
})

test('a word that was left out, or not translated, is found: the twin', () => {
  expect(faultsOf({ en: { a: 'Yes', b: 'No', c: 'So' }, 'zh-CN': { a: '是', b: 'No' } })).toEqual(['b', 'c'])
})
