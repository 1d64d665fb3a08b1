import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'

const missingIn = (source: string): readonly string[] =>
  [...source.matchAll(/^ {2}'([\w/-]+)',$/gm)]
    .map(([, file = '']) => file)
    .filter((file) => !existsSync(`test/${file}.test.ts`))

test('each file that is said to be long is there, and one that is not is found', async () => {
  const source = await readFile('test/support/longest-first.mjs', 'utf8')
  expect(source).toContain("'chaos/sabotage'")
  expect(missingIn(source)).toEqual([])
  expect(missingIn(source.replace('chaos/sabotage', 'chaos/gone'))).toEqual(['chaos/gone'])
})
