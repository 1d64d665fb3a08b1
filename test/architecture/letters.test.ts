import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from '@jest/globals'
import { letterKinds } from '../../domain/letters/letters.js'
import { eventWords } from '../../domain/words/events.js'
import { readRepository, type ReadFile } from '../../tools/read-repository.js'

/** The row with its words, and one more where a row is asked for by its name. */
const atMost = 2

let sources: readonly ReadFile[]

beforeAll(async () => {
  sources = (await readRepository()).filter(({ file }) => /\.(ts|js|mjs|sql)$/.test(file) && !file.startsWith('test/'))
})

test('a kind of letter stands in two files of the product at most', () => {
  expect(sources.length).toBeGreaterThan(500)
  expect(spread(sources)).toEqual([])
})

test('each kind of letter is found in the table', () => {
  for (const kind of letterKinds) {
    const files = filesOf(kind, sources)
    expect({ kind, files }).toEqual({
      kind,
      files: expect.arrayContaining([expect.stringMatching(/^domain\/letters\//)]),
    })
  }
})

test('a kind of letter that is told apart by its name in one place more and one more again is found, with every place', () => {
  const more: readonly ReadFile[] = [
    { file: 'mail/more-words.ts', text: "export const words = { paper_awaits: { en: 'a paper' } }" },
    { file: 'workers/letters/told-apart.ts', text: "if (letter.kind === 'paper_awaits') return undefined" },
  ]
  const found = spread([...sources, ...more])
  expect(found.map(({ kind }) => kind)).toEqual(['paper_awaits'])
  expect(found[0]?.files).toEqual(expect.arrayContaining(more.map(({ file }) => file)))
})

test('a letter that is named like its event is found where letters are spoken of, and nowhere else', () => {
  const text = "if (kind === 'escalated') return []"
  const imports = "import { draftsOf } from '../domain/letters/drafts-of.js'\n"
  const files = ['activities/a.ts', 'activities/b.ts'].map((file) => ({
    file,
    text: imports + text,
  }))
  expect(spread([...sources, ...files]).map(({ kind }) => kind)).toEqual(['escalated'])
  expect(spread([...sources, ...files.map(({ file }) => ({ file, text }))])).toEqual([])
  const events = files.map(({ file }) => ({ file, text: imports + "if (event.type === 'escalated') return []" }))
  expect(spread([...sources, ...events])).toEqual([])
})

test('the page on adding a letter names the files it takes', async () => {
  const page = await readFile('docs/how-to/add-a-letter.md', 'utf8')
  for (const place of ['domain/letters/', 'test/workers/']) expect(page).toContain(`\`${place}`)
})

/** Kinds of letters that stand in too many files, with those files. */
const spread = (files: readonly ReadFile[]) =>
  letterKinds.map((kind) => ({ kind, files: filesOf(kind, files) })).filter((found) => found.files.length > atMost)

/**
 * The files in which a kind of letter stands. Migrations that listed the kinds are never changed again; since the tables take them
 * from the programme, none may.
 */
const filesOf = (kind: string, files: readonly ReadFile[]): readonly string[] =>
  files.filter((one) => !listedKinds(one) && names(one, kind)).map(({ file }) => file)

const isMigration = (file: string): boolean => file.startsWith('db/migrations/')
const listedKinds = ({ file }: ReadFile): boolean => isMigration(file) && file < 'db/migrations/0046'

/** Whether a file says the name as a word or key of its own; one that events have too counts only where letters are spoken of. */
const names = ({ file, text }: ReadFile, kind: string): boolean =>
  (!(kind in eventWords) || speaksOfLetters({ file, text })) &&
  new RegExp(`'${kind}'|(^|[{,\\s])${kind}:`).test(text.replaceAll(ofEvents, ''))

/** Forms in which a name is the one of an event. */
const ofEvents = /\btype(?::| [!=]==) '\w+'|EventOf<[^>]*>/g

const speaksOfLetters = ({ file, text }: ReadFile): boolean =>
  isMigration(file)
    ? /\bletter\b/.test(text)
    : [file, ...imported(text)].some((path) => /(^|\/)letters?[./-]/.test(path))

const imported = (text: string): readonly string[] =>
  [...text.matchAll(/ from '([^']+)'/g)].map(([, path = '']) => path)
