import { expect, test } from '@jest/globals'
import { sharedNames } from '../../tools/names/exported-types.js'
import { readRepository } from '../../tools/read-repository.js'

test('every exported type has a name of its own', async () => {
  const files = await readRepository()
  expect(files.filter(({ text }) => /^export (interface|type) /m.test(text)).length).toBeGreaterThan(300)
  expect(sharedNames(files)).toEqual([])
})

test('a name that two files export is found, with both; one that a file keeps to itself is not', () => {
  const files = [
    { file: 'domain/a.ts', text: 'export interface Place { x: 1 }\ninterface Own {}' },
    { file: 'db/b.ts', text: 'export type Place = string\ninterface Own {}\nexport type Other = 1' },
    { file: 'test/c.ts', text: 'export type Other = 1' },
  ]
  expect(sharedNames(files)).toEqual([{ name: 'Place', files: ['domain/a.ts', 'db/b.ts'] }])
})
