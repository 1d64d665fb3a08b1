import { relative, resolve } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { runTool } from './run-tool.js'

const fixtures = resolve('test/architecture/fixtures/lint')
const replayed = /^(domain|workflows)\//
const Report = z.array(
  z.object({ filePath: z.string(), messages: z.array(z.object({ ruleId: z.string().nullable(), line: z.number() })) }),
)

/** The twin of `npm run lint`: a small tree that breaks each rule, linted by the house's own configuration. */
let found: readonly string[]

beforeAll(async () => {
  found = await lint(fixtures)
}, 240_000)

test('what a replayed room must not touch is seen, and the lawful lines beside it pass', () => {
  expect(found.filter((line) => replayed.test(line)).join('\n')).toMatchInlineSnapshot(`
   "domain/impure.ts:1 no-restricted-imports
   domain/impure.ts:5 no-restricted-syntax
   domain/impure.ts:6 no-restricted-syntax
   domain/impure.ts:7 no-restricted-syntax
   domain/impure.ts:8 no-restricted-syntax
   domain/impure.ts:9 no-restricted-syntax
   domain/impure.ts:10 no-restricted-globals
   domain/impure.ts:11 no-restricted-globals
   domain/impure.ts:12 no-restricted-globals
   domain/impure.ts:13 no-restricted-syntax
   domain/names-a-step.ts:2 no-restricted-syntax
   domain/names-a-step.ts:5 no-restricted-syntax
   domain/names-a-step.ts:5 no-restricted-syntax
   domain/names-a-step.ts:5 no-restricted-syntax
   workflows/reads-a-file.ts:1 no-restricted-imports
   workflows/story.ts:4 no-restricted-syntax"
  `)
})

test('what no room may write is seen, and the lawful lines beside it pass', () => {
  expect(found.filter((line) => !replayed.test(line)).join('\n')).toMatchInlineSnapshot(`
   "api/asks-the-date.ts:3 no-restricted-syntax
   api/asks-the-date.ts:4 no-restricted-syntax
   api/asks-the-date.ts:5 no-restricted-syntax
   api/asks-the-date.ts:6 no-restricted-syntax
   api/asks-the-date.ts:7 no-restricted-syntax
   api/asks-the-date.ts:8 no-restricted-syntax
   api/careless.ts:7 @typescript-eslint/no-floating-promises
   api/careless.ts:8 @typescript-eslint/no-misused-promises
   api/careless.ts:9 @typescript-eslint/no-explicit-any
   api/careless.ts:9 no-restricted-syntax
   api/careless.ts:10 @typescript-eslint/consistent-type-assertions
   api/careless.ts:11 @typescript-eslint/no-non-null-assertion
   api/careless.ts:12 @typescript-eslint/switch-exhaustiveness-check
   api/careless.ts:19 @typescript-eslint/ban-ts-comment
   api/careless.ts:20 house/documented-export
   api/careless.ts:23 house/positional-parameters
   api/careless.ts:25 no-restricted-syntax
   api/careless.ts:29 no-restricted-syntax
   api/careless.ts:31 no-warning-comments
   api/careless.ts:32 no-restricted-syntax
   api/index.ts:1 house/no-barrel
   api/index.ts:2 house/no-barrel
   api/spreads.ts:3 no-restricted-syntax
   api/spreads.ts:4 no-restricted-syntax
   api/spreads.ts:5 no-restricted-syntax
   api/spreads.ts:6 no-restricted-syntax
   api/suppressed.ts:6 house/described-suppression
   api/suppressed.ts:10 suppression without use
   db/asks-the-server.ts:5 no-restricted-syntax
   db/asks-the-server.ts:6 no-restricted-syntax
   db/asks-the-server.ts:7 no-restricted-syntax
   db/asks-the-server.ts:8 no-restricted-syntax
   db/left-lying.ts:5 house/executed-query
   db/statements.ts:6 no-restricted-syntax
   db/statements.ts:8 no-restricted-syntax
   test/dated.ts:4 no-restricted-syntax
   test/skipped.ts:3 no-restricted-syntax
   web/endless.ts:301 max-lines
   web/long.ts:2 max-lines-per-function"
  `)
})

const lint = async (folder: string): Promise<readonly string[]> =>
  linesOf(await runTool(folder, ['eslint/bin/eslint.js', '-c', resolve('eslint.config.js'), '-f', 'json', '.']))

const linesOf = (told: string): readonly string[] =>
  Report.parse(JSON.parse(told)).flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, ruleId }) => `${relative(fixtures, filePath)}:${line} ${ruleId ?? 'suppression without use'}`,
    ),
  )
