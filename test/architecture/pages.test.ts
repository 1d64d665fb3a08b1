import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { rooms } from '../../tools/rooms.js'
import { repositoryFiles } from './repository-files.js'

const Manifest = z.object({ scripts: z.record(z.string(), z.string()).default({}) })
const roomPath = new RegExp(`^(${rooms.join('|')})/[\\w./-]*$`)

let files: readonly string[]
let scripts: readonly string[]
let pages: readonly { readonly page: string; readonly text: string }[]

beforeAll(async () => {
  files = await repositoryFiles()
  scripts = Object.keys(Manifest.parse(JSON.parse(await readFile('package.json', 'utf8'))).scripts)
  const named = files.filter((file) =>
    /^(docs\/how-to\/.+|([a-z]+\/)?README|CONTRIBUTING)\.md$|^README\.md$/.test(file),
  )
  pages = await Promise.all(named.map(async (page) => ({ page, text: await readFile(page, 'utf8') })))
})

test('every file that a page names exists', () => {
  expect(pages.length).toBeGreaterThan(15)
  expect(
    pages.flatMap(({ page, text }) =>
      pathsIn(text)
        .filter(isMissing)
        .map((path) => `${page}: ${path}`),
    ),
  ).toEqual([])
})

test('every command that a page names is a script of package.json', () => {
  const missing = pages.flatMap(({ page, text }) =>
    scriptsIn(text)
      .filter((script) => !scripts.includes(script))
      .map((script) => `${page}: npm run ${script}`),
  )
  expect(missing).toEqual([])
})

test('a page that names a file or a command that does not exist is found', () => {
  expect(pathsIn('see `domain/nowhere.ts` and [rooms](rooms.md)').filter(isMissing)).toEqual(['domain/nowhere.ts'])
  expect(scriptsIn('run `npm run -s nothing -- --json`')).toEqual(['nothing'])
})

const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, path = '']) => path).filter((path) => roomPath.test(path))

const isMissing = (path: string): boolean =>
  !files.some((file) => (path.endsWith('/') ? file.startsWith(path) : file === path))

const scriptsIn = (text: string): readonly string[] =>
  [...text.matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map(([, script = '']) => script)
