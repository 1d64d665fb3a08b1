import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { questions } from './strangers-questions.js'

const page = readFileSync('docs/house.md', 'utf8')

/** The wings the page names, longest first: the one that leads a stranger to a file. */
const wings = [...new Set([...page.matchAll(/`([a-z]+\/[\w./-]*)`/g)].map(([, wing = '']) => wing))].toSorted(
  (one, other) => other.length - one.length,
)
/** A whole room leads only to what lies in it and in no wing of its own. */
const wingOf = (file: string): string | undefined =>
  wings.find((wing) => file.startsWith(wing) && (!/^[a-z]+\/$/.test(wing) || !file.slice(wing.length).includes('/')))

test('the page is one screen, and all it names is there', () => {
  expect(page.split('\n').length).toBeLessThanOrEqual(70)
  expect(wings.filter((wing) => !existsSync(wing))).toEqual([])
})

/** Every folder that lies in a room, and each that lies in one of these and is named for itself. */
const folders = (rooms: readonly string[]): readonly string[] =>
  rooms.flatMap((room) =>
    readdirSync(room, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [`${room}/${one.name}/`] : [])),
  )
const roomsNamed = [...new Set(wings.map((wing) => wing.slice(0, wing.indexOf('/'))))].filter(
  (room) => room !== 'test' && room !== 'docs',
)
const unnamed = (found: readonly string[]): readonly string[] => found.filter((folder) => !wings.includes(folder))

test('every wing that is there is named on the page', () => {
  expect(folders(roomsNamed).length).toBeGreaterThan(40)
  expect(unnamed(folders(roomsNamed))).toEqual([])
  expect(unnamed([...folders(roomsNamed), 'api/a-new-wing/'])).toEqual(['api/a-new-wing/'])
})

test('fifty questions of strangers have their answers where the page leads', () => {
  expect(questions.length).toBeGreaterThanOrEqual(50)
  const astray = questions.filter(
    ({ file, wing, says }) => wingOf(file) !== wing || !existsSync(file) || !readFileSync(file, 'utf8').includes(says),
  )
  expect(astray.map(({ asks, file }) => `${asks} ${wingOf(file) ?? 'nowhere'}`)).toEqual([])
})

test('a file the page leads nowhere to would be found', () => {
  expect(wingOf('elsewhere/a-file.ts')).toBeUndefined()
  expect(wingOf('domain/gicc/full.ts')).toBe('domain/gicc/')
  expect(wingOf('api/pages/deep/a-file.ts')).toBe('api/pages/')
  expect(wingOf('web/deep/a-file.ts')).toBeUndefined()
})
