import { beforeAll, expect, test } from '@jest/globals'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'

let code = ''
beforeAll(async () => {
  const bundle = await bundleWorkflowCode({
    workflowsPath: new URL('../../workflows/index.ts', import.meta.url).pathname,
    workflowInterceptorModules: [new URL('../../workflows/interceptors.ts', import.meta.url).pathname],
    logger: new DefaultLogger('ERROR'),
  })
  code = bundle.code
})

/** Modules the bundle holds, as webpack names them in the development build. */
const modules = (): readonly string[] =>
  [...code.matchAll(/"(\.\/[^"\n]+?\.(?:ts|js|cjs|mjs))"/g)].map(([, name = '']) => name)

test('the workflows bundle, so nothing in them reaches Node', () => {
  expect(modules()).toContain('./workflows/cooperation-base.ts')
})

test('no schema library, database or other room is in the bundle: domain and workflows only', () => {
  const rooms = new Set(modules().flatMap((name) => /^\.\/(?!node_modules)([a-z]+)\//.exec(name)?.[1] ?? []))
  expect([...rooms].sort()).toEqual(['domain', 'workflows'])
  expect(modules().filter((name) => /node_modules\/(zod|kysely|pg)\//.test(name))).toEqual([])
})

test('the bundle stays small, so that a library creeping in is seen', () => {
  // 2.3 MB with its source map on the day this was written, 3.3 MB since the words of steps and options are told to operators
  // too, 3.6 MB with paper, records and rules in time, 4.0 MB with each step told whole, 4.5 MB
  // with extraordinary reviews and matters that go on beside the next stage; 6.2 MB with a form for each step, 6.5 MB with
  // what is followed from form to form, 6.9 MB with sheets of the year and screening again, 7.0 MB
  // with a text that both sides make, 7.2 MB with variants of it, days that are named and people asked from outside,
  // 7.5 MB with what is let lie told of every matter; zod alone would add more than two.
  expect(code.length).toBeLessThan(7_700_000)
})
