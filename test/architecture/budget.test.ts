import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { measureSource, type Measured } from './measure-source.js'
import { sourceFiles } from './repository-files.js'

const Lines = z.object({ ts: z.int(), tsx: z.int() })
const Budget = z.strictObject({
  lines: z.object({ file: Lines, function: Lines }),
  parameters: z.int(),
  exceptions: z.array(
    z.strictObject({ file: z.string(), limit: z.enum(['file', 'function']), reason: z.string().min(20) }),
  ),
})

let budget: z.infer<typeof Budget>
let measured: readonly Measured[]

beforeAll(async () => {
  budget = Budget.parse(JSON.parse(await readFile('tools/budget.json', 'utf8')))
  measured = (await Promise.all((await sourceFiles()).map(measureSource))).flat()
})

test('no file and no function is over the budget, but for the exceptions that carry their reason', () => {
  expect(measured.length).toBeGreaterThan(100)
  expect(
    measured
      .filter(isOver)
      .filter((found) => !isExcepted(found))
      .map(sentence),
  ).toEqual([])
})

test('every exception is still needed', () => {
  const over = measured.filter(isOver)
  const needless = budget.exceptions.filter(
    ({ file, limit }) => !over.some((it) => it.file === file && it.what === limit),
  )
  expect(needless).toEqual([])
})

test('a file and a function over the budget are found', async () => {
  const fixtures = ['test/architecture/fixtures/lint/web/long.ts', 'test/architecture/fixtures/lint/web/endless.ts']
  const found = (await Promise.all(fixtures.map(measureSource))).flat().filter(isOver)
  expect(found.map(sentence)).toEqual([
    'function at test/architecture/fixtures/lint/web/long.ts:2 has 55 lines',
    'file at test/architecture/fixtures/lint/web/endless.ts:1 has 301 lines',
  ])
})

const isOver = ({ what, file, lines }: Measured): boolean =>
  lines > budget.lines[what][file.endsWith('.tsx') ? 'tsx' : 'ts']

const isExcepted = ({ what, file }: Measured): boolean =>
  budget.exceptions.some((exception) => exception.file === file && exception.limit === what)

const sentence = ({ what, file, line, lines }: Measured): string => `${what} at ${file}:${line} has ${lines} lines`
