import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from '@jest/globals'

interface Entry {
  readonly term: string
  readonly chinese: string
  readonly meaning: string
}

let entries: readonly Entry[]

beforeAll(async () => {
  entries = entriesIn(await readFile('docs/glossary.md', 'utf8'))
})

test('the words of the house stand in alphabetical order, each once', () => {
  expect(entries.length).toBeGreaterThan(50)
  expect(disorder(entries.map(({ term }) => term))).toEqual([])
})

test('every word has its Chinese beside it and no two share one', () => {
  expect(entries.filter(({ chinese }) => !/\p{Script=Han}/u.test(chinese))).toEqual([])
  const chinese = entries.map((entry) => entry.chinese)
  expect(chinese.filter((word, at) => chinese.indexOf(word) !== at)).toEqual([])
})

test('every word has a meaning', () => {
  expect(entries.filter(({ meaning }) => meaning.length < 10)).toEqual([])
})

test('a word out of order or said twice is found', () => {
  expect(disorder(['Cluster', 'Base', 'Base'])).toEqual(['Base', 'Base'])
})

const entriesIn = (page: string): readonly Entry[] =>
  page
    .split('\n')
    .filter((line) => /^\| (?!word |-)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, term = '', chinese = '', meaning = '']) => ({ term, chinese, meaning }))

/** The words that do not come strictly after the one before them. */
const disorder = (terms: readonly string[]): readonly string[] =>
  terms.filter((term, at) => at > 0 && term.toLowerCase() <= (terms[at - 1] ?? '').toLowerCase())
