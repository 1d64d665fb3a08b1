import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** One run of Schemathesis over a document. */
export interface Run {
  readonly program: string
  readonly document: string
  readonly api: string
  readonly token: string
  readonly folder: string
  readonly seed: number
  readonly perOperation: number
  /** Every boundary the document names, which takes some thousand requests, instead of requests made up at random. */
  readonly boundaries: boolean
}

/** What was wrong, and on which operations. */
export interface Wrong {
  readonly what: string
  readonly isServerError: boolean
  readonly count: number
  readonly operations: readonly string[]
}

export interface Ran {
  readonly requests: number
  readonly operations: number
  readonly wrong: readonly Wrong[]
  /** What it printed, with a command for each request that went wrong. */
  readonly said: string
}

/** Whatever is no answer of the document: its status, media type, headers and body; and every fault of ours. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
]

const Report = z.looseObject({
  operations: z.looseObject({ selected: z.int() }).nullable(),
  test_cases: z.looseObject({ generated: z.int() }),
  failures: z.array(
    z.looseObject({ type: z.string(), title: z.string(), count: z.int(), operations: z.array(z.string()) }),
  ),
  errors: z.array(z.looseObject({ title: z.string(), count: z.int() })),
})

/** Runs it once. Throws what it said when it left no report. */
export const runSchemathesis = async (run: Run): Promise<Ran> => {
  const { program, document, api, token, folder, seed, perOperation, boundaries } = run
  const report = join(folder, `report-${seed}.json`)
  const args = [
    'run',
    document,
    '--url',
    api,
    '--header',
    `Authorization: Bearer ${token}`,
    '--phases',
    boundaries ? 'coverage' : 'fuzzing',
    '--max-examples',
    String(perOperation),
    '--seed',
    String(seed),
    '--checks',
    checks.join(','),
    // An answer that does not end is none that is looked at.
    '--exclude-path',
    '/changes',
    '--continue-on-failure',
    '--no-color',
    '--report',
    'json',
    '--report-json-path',
    report,
    '--suppress-health-check',
    'all',
    '--warnings',
    'off',
  ]
  const said = await saidBy(program, { args, folder })
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(`Schemathesis left no report:\n${said}`)
  })
  const { operations, test_cases: cases, failures, errors } = Report.parse(JSON.parse(text))
  return {
    requests: cases.generated,
    operations: operations?.selected ?? 0,
    said,
    wrong: [
      ...failures.map(({ type, title, ...rest }) => ({ ...rest, what: title, isServerError: type === 'ServerError' })),
      ...errors.map(({ title, count }) => ({ what: title, isServerError: true, count, operations: [] })),
    ],
  }
}

/** It keeps caches where it is started, so it is started where they are taken away again. */
const saidBy = (program: string, { args, folder }: { args: readonly string[]; folder: string }): Promise<string> =>
  new Promise((tell, fail) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.once('error', fail)
    child.once('close', () => tell(text))
  })
