import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { programOnPath } from '../../config/places.js'
import { fuzzApi, fuzzers } from '../../tools/fuzzing/fuzz-api.js'
import type { Fuzzer } from '../../tools/fuzzing/fuzz-api.js'
import { withKnownValues } from '../../tools/fuzzing/known-values.js'
import { runSchemathesis } from '../../tools/fuzzing/schemathesis.js'
import { aStack } from '../support/a-stack.js'
import { notRun } from '../support/not-run.js'

const program = programOnPath('st')
const roles: readonly Fuzzer[] = ['PM', 'LG', 'AU', 'EX']
const told: string[] = []

const ofGifts = {
  openapi: '3.1.0',
  info: { title: 'Gifts', version: '1' },
  paths: {
    '/gifts/{id}': {
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z]{30}$' } }],
        responses: { 200: { description: 'A gift', content: { 'application/json': { schema: { type: 'object' } } } } },
      },
    },
  },
}

/** An API that has nothing but gifts, and what was wrong with how it answered. */
const wrongWith = async (answer: { status: number; body: string }): Promise<readonly string[]> => {
  const server = createServer((_, reply) => {
    reply.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-fuzz-'))
  try {
    const document = join(folder, 'openapi.json')
    await writeFile(document, JSON.stringify(ofGifts))
    const api = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`
    const run = { document, api, folder, token: 'none', seed: 1, perOperation: 3, boundaries: false }
    const { wrong } = await runSchemathesis({ ...run, program: program ?? '' })
    return wrong.map(({ isServerError }) => (isServerError ? 'server error' : 'schema break'))
  } finally {
    server.close()
    await rm(folder, { recursive: true })
  }
}

test('a parameter that names something may also be what is there, and no other one is touched', () => {
  const document = withKnownValues(ofGifts, { 'gifts id': ['ring'], other: ['x'] })
  const known = { $ref: '#/components/schemas/Known-gifts-id' }
  expect(document).toMatchObject({
    info: ofGifts.info,
    components: { schemas: { 'Known-gifts-id': { type: 'string', enum: ['ring'] } } },
    paths: {
      '/gifts/{id}': {
        get: {
          parameters: [{ name: 'id', schema: { anyOf: [known, { pattern: '^[a-z]{30}$' }] } }],
          responses: { 200: { description: 'A gift' } },
        },
      },
    },
  })
  expect(withKnownValues(ofGifts, {})).toEqual({ ...ofGifts, components: { schemas: {} } })
})

if (program === undefined)
  notRun('the API asked at random as its document describes it', 'Schemathesis (`st`) is not on the PATH')
else {
  test('asked at random as four people, the API gives no fault of its own and nothing its document does not say', async () => {
    const stack = await aStack()
    try {
      const tell = (line: string): void => void told.push(line)
      const done = await fuzzApi({ api: stack.url, program, requests: 160, seed: 20_270_101, roles, tell })
      expect([done.flatMap(({ wrong }) => wrong), told]).toEqual([[], []])
      expect(done.map(({ role }) => role)).toEqual(Object.keys(fuzzers))
      expect(Math.min(...done.map(({ requests }) => requests))).toBeGreaterThanOrEqual(160)
    } finally {
      await stack.remove()
    }
  }, 600_000)

  test.each([
    ['a fault', { status: 500, body: '{}' }, ['server error', 'schema break']],
    ['an answer of another shape', { status: 200, body: '[]' }, ['schema break']],
    ['what the document says', { status: 200, body: '{}' }, []],
  ])('%s is told as what it is', async (_, answer, expected) => {
    expect(await wrongWith(answer)).toEqual(expected)
  })
}
