import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { apiProblemCodes } from '../../api/contract/problem.js'
import { refusalCodes } from '../../domain/refusal.js'
import { errorsPage } from '../../tools/errors.js'
import { openApiDocument } from '../../tools/openapi.js'

const everyCode = [...refusalCodes, ...apiProblemCodes]
// Raised by hand when a "no" is added, so that an empty catalogue cannot pass.
const count = { refusals: 156, apiProblems: 64 }

const headingsOf = (page: string): readonly string[] => [...page.matchAll(/^### (\w+)$/gm)].map(([, code = '']) => code)
const rowsOf = (document: string): readonly string[] =>
  [...document.matchAll(/\| `(\w+)` \| \d{3} \|/g)].map(([, code = '']) => code)

test('the catalogues hold as many codes as were counted, each once', () => {
  expect([refusalCodes.length, apiProblemCodes.length]).toEqual([count.refusals, count.apiProblems])
  expect(new Set(everyCode).size).toBe(count.refusals + count.apiProblems)
})

test('docs/errors.md names every code, and no other', async () => {
  const page = await readFile('docs/errors.md', 'utf8')
  expect(headingsOf(page).toSorted()).toEqual(everyCode.toSorted())
  expect(page).toBe(await errorsPage.make())
})

test('the OpenAPI document names every code, and no other', async () => {
  const text = await openApiDocument.make()
  expect(rowsOf(text).toSorted()).toEqual(everyCode.toSorted())
  const document: { components: { schemas: Record<string, { properties: { code: { enum: readonly string[] } } }> } } =
    JSON.parse(text)
  expect(document.components.schemas['Problem']?.properties.code.enum.toSorted()).toEqual(everyCode.toSorted())
  expect(await readFile('docs/openapi.json', 'utf8')).toBe(text)
})

test('a page that lacks a code, or has one too many, is noticed', async () => {
  const page = await errorsPage.make()
  expect(headingsOf(page.replace('### unknown_step', '')).length).toBe(everyCode.length - 1)
  expect(headingsOf(`${page}\n### made_up\n`)).toContain('made_up')
})

test('every sentence is said in both languages, without a hole in it', async () => {
  const page = await errorsPage.make()
  expect(page.match(/^- en: /gm)?.length).toBe(everyCode.length)
  expect(page.match(/^- zh-CN: /gm)?.length).toBe(everyCode.length)
  expect(page).not.toMatch(/undefined|\[object|NaN/)
})
