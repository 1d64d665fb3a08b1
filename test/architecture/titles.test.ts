import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import ts from 'typescript'
import { sourceFiles } from './repository-files.js'

/** Databases and task queues are named after a test's title, so two of the same title in one file would share one. */
test('no two tests of a file have the same title', async () => {
  const files = (await sourceFiles()).filter((file) => file.endsWith('.test.ts'))
  const read = await Promise.all(files.map(async (file) => ({ file, titles: titlesIn(await readFile(file, 'utf8')) })))
  expect(read.flatMap(({ titles }) => titles).length).toBeGreaterThan(10)
  expect(read.flatMap(({ file, titles }) => repeated(titles).map((title) => `${file}: ${title}`))).toEqual([])
})

test('a repeated title is found', () => {
  expect(repeated(titlesIn(`test('a base is named', f); test('a base is named', f)`))).toEqual(['a base is named'])
})

/** A title is a claim about the product, true or false; "should" makes it a wish. */
test('no title is a wish', async () => {
  const files = (await sourceFiles()).filter((file) => file.endsWith('.test.ts'))
  const titles = await Promise.all(files.map(async (file) => titlesIn(await readFile(file, 'utf8'))))
  expect(titles.flat().filter(isWish)).toEqual([])
  expect(isWish('should work')).toBe(true)
})

const isWish = (title: string): boolean => /^(it )?should\b/i.test(title)

const repeated = (titles: readonly string[]): readonly string[] =>
  titles.filter((title, at) => titles.indexOf(title) !== at)

const titlesIn = (text: string): readonly string[] => {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) && node.expression.getText() === 'test' ? node.arguments[0] : undefined
    if (title !== undefined && ts.isStringLiteralLike(title)) found.push(title.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('titles.ts', text, ts.ScriptTarget.ES2022, true))
  return found
}
