import { readdir, readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from '@jest/globals'
import { repositoryFiles } from './repository-files.js'

const folder = 'docs/decisions'
const sections = ['Context', 'Decision', 'Consequences', 'Held by']

let names: readonly string[]
let files: readonly string[]
let lint: string
let directions: string

beforeAll(async () => {
  names = (await readdir(folder)).toSorted()
  files = await repositoryFiles()
  lint = await readFile('eslint.config.js', 'utf8')
  directions = await readFile('.dependency-cruiser.mjs', 'utf8')
})

test('the decisions are numbered without a gap', () => {
  expect(names.length).toBeGreaterThan(10)
  expect(names.map((name) => /^\d{4}(?=-[a-z0-9-]+\.md$)/.exec(name)?.[0])).toEqual(
    names.map((_, at) => String(at + 1).padStart(4, '0')),
  )
})

test('every decision says its context, what was decided, what follows and what holds it', async () => {
  for (const name of names) {
    expect({ name, sections: [...(await pageOf(name)).matchAll(/^## (.+)$/gm)].map(([, title]) => title) }).toEqual({
      name,
      sections,
    })
  }
})

test('what holds a decision exists', async () => {
  const held = await Promise.all(names.map(async (name) => ({ name, holders: holdersIn(await pageOf(name)) })))
  expect(held.filter(({ holders }) => holders.length === 0)).toEqual([])
  const missing = held.flatMap(({ name, holders }) =>
    holders.filter((holder) => !exists(holder)).map((holder) => `${name}: ${holder.kind} ${holder.name}`),
  )
  expect(missing).toEqual([])
})

test('a decision held by a test or rule that does not exist is found', () => {
  const holders = holdersIn('## Held by\n\n- `test/nowhere.test.ts`\n- lint rule `no-such-rule`\n')
  expect(holders.map(exists)).toEqual([false, false])
})

const pageOf = (name: string): Promise<string> => readFile(`${folder}/${name}`, 'utf8')

interface Holder {
  readonly kind: 'lint rule' | 'dependency rule' | 'file'
  readonly name: string
}

/** Each line of "Held by" begins with a file, or with the words "lint rule" or "dependency rule" and a name. */
const holdersIn = (text: string): readonly Holder[] => {
  const section = text.split('## Held by')[1] ?? ''
  return [...section.matchAll(/^- (lint rule |dependency rule )?`([^`]+)`/gm)].map(([, kind, name = '']) => ({
    kind: kind === 'lint rule ' ? 'lint rule' : kind === 'dependency rule ' ? 'dependency rule' : 'file',
    name,
  }))
}

const exists = ({ kind, name }: Holder): boolean => {
  if (kind === 'lint rule') return lint.includes(`'${name}'`)
  if (kind === 'dependency rule') return directions.includes(`name: '${name}'`)
  const [before = '', after] = name.split('*')
  return files.some((file) => (after === undefined ? file === name : file.startsWith(before) && file.endsWith(after)))
}
