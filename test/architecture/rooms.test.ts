import { expect, test } from '@jest/globals'
import { staleFiles } from '../../tools/gen.js'
import { oneSentence, rooms, roomsPage, sentenceOf } from '../../tools/rooms.js'
import { repositoryFiles } from './repository-files.js'

const drawers = /(^|\/)(utils?|helpers?|common|shared|lib|misc|types)(\/|\.tsx?$)/

test('every room says in one sentence what it is for', async () => {
  const sentences = await Promise.all(rooms.map(sentenceOf))
  expect(new Set(sentences).size).toBe(rooms.length)
})

test.each([
  ['a heading', '# Domain'],
  ['two sentences', 'Rules live here. Nothing else does.'],
  ['no full stop', 'Rules live here'],
  ['nothing at all', ''],
])('a room that begins with %s is refused', (_, line) => {
  expect(() => oneSentence('domain', line)).toThrow('The first line of domain/README.md must be one sentence')
})

test('every folder at the top is a room, and every room exists', async () => {
  const folders = (await repositoryFiles()).filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '')
  expect(new Set(folders.filter((folder) => !folder.startsWith('.')))).toEqual(new Set(rooms))
})

test('the map of the rooms is what the rooms say', async () => {
  expect(await staleFiles([roomsPage])).toEqual([])
})

test('a map that says something else is found stale', async () => {
  expect(await staleFiles([{ ...roomsPage, make: async () => 'An old map.\n' }])).toEqual(['docs/rooms.md'])
})

test('no room keeps a drawer for what has no name', async () => {
  const files = await repositoryFiles()
  expect(files.filter((file) => drawers.test(file))).toEqual([])
  expect(['domain/utils/dates.ts', 'api/helpers.ts'].every((file) => drawers.test(file))).toBe(true)
})

test('source files are named in kebab-case, components in PascalCase', async () => {
  const sources = (await repositoryFiles()).filter((file) => /\.tsx?$/.test(file))
  const names = sources.map((file) => file.split('/').at(-1) ?? '')
  expect(names.length).toBeGreaterThan(20)
  expect(
    names.filter((name) => !/^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?|[A-Z][A-Za-z0-9]+\.tsx)$/.test(name)),
  ).toEqual([])
})
