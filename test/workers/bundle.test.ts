import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { workflowBundle } from '../../workers/bundle.js'
import { asModernCode } from '../../workers/modern-code.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-bundles-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the same sources are bundled once: the second start reads the file of the first', async () => {
  const cacheFolder = join(folder, 'kept')
  const first = await workflowBundle({ cacheFolder })
  const path = 'codePath' in first ? first.codePath : ''
  const { mtimeMs } = await stat(path)
  expect(await workflowBundle({ cacheFolder })).toEqual(first)
  expect((await stat(path)).mtimeMs).toBe(mtimeMs)
  expect(await readdir(cacheFolder)).toHaveLength(1)
})

test('where nothing can be kept the worker still gets its workflows', async () => {
  const occupied = join(folder, 'a-file')
  await writeFile(occupied, '')
  const bundle = await workflowBundle({ cacheFolder: occupied })
  expect('code' in bundle && bundle.code.includes('cooperationBase')).toBe(true)
})

test('our code stays as modern as it is written: no helper copies objects property by property', async () => {
  const bundle = await workflowBundle({ cacheFolder: join(folder, 'modern') })
  const code = 'codePath' in bundle ? await readFile(bundle.codePath, 'utf8') : ''
  expect(code).toContain('cooperationBase')
  expect(code).not.toContain('_object_spread')
})

test('a bundler that no longer translates as it did is a defect, not a slower bundle', () => {
  expect(() => asModernCode({ module: { rules: [{ test: /\.js$/ }] } })).toThrow('in a way that is not known here')
  const known = { use: { loader: 'swc', options: { sourceMap: true, jsc: { target: 'es2017' } } } }
  expect(asModernCode({ module: { rules: [known] } }).module?.rules).toEqual([
    { use: { loader: 'swc', options: { sourceMap: true, jsc: { target: 'es2022' } } } },
  ])
})
