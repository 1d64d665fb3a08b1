import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

interface Ending {
  readonly lastLine: string
  readonly code: number
}

let clone: string

/** A clone with its packages installed, in which `npm` is a script that plays what we write. */
beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'cornerstone-ci-'))
  await Promise.all(['.ci', 'node_modules', 'bin'].map((folder) => mkdir(join(clone, folder))))
  await cp('.ci/run', join(clone, '.ci/run'))
  await writeFile(join(clone, 'package-lock.json'), '{}')
  await writeFile(join(clone, 'node_modules/.package-lock.json'), '{}')
  await utimes(join(clone, 'package-lock.json'), 0, 0) // Older than what is installed, so that nothing is installed again.
})

afterEach(async () => {
  await rm(clone, { recursive: true, force: true })
})

test.each([
  ['all tests pass', 'Tests:       12 passed, 12 total', 0, '12 passed, 0 failed', 0],
  ['some tests fail', 'Tests:       2 failed, 1 skipped, 9 passed, 12 total', 1, '9 passed, 2 failed', 1],
  ['a test file cannot run', 'Tests:       9 passed, 9 total', 1, '9 passed, 1 failed', 1],
  ['nothing runs', 'No tests found', 0, '0 passed, 1 failed', 1],
])('when %s the last line and the code say so', async (_, summary, testCode, lastLine, code) => {
  await playNpm({ checkCode: 0, summary, testCode })
  expect(await runCi()).toEqual({ lastLine, code })
})

test('a check that fails counts as one, and the tests run all the same', async () => {
  await playNpm({ checkCode: 1, summary: 'Tests:       12 passed, 12 total', testCode: 0 })
  expect(await runCi()).toEqual({ lastLine: '12 passed, 1 failed', code: 1 })
})

interface Play {
  readonly checkCode: number
  readonly summary: string
  readonly testCode: number
}

const playNpm = async ({ checkCode, summary, testCode }: Play): Promise<void> => {
  const npm = join(clone, 'bin/npm')
  const script = [
    '#!/bin/sh',
    `case "$*" in`,
    `*check*) exit ${checkCode} ;;`,
    `test) echo "${summary}" >&2 ;;`,
    'esac',
  ]
  await writeFile(npm, [...script, `exit ${testCode}`, ''].join('\n'))
  await chmod(npm, 0o755)
}

const runCi = (): Promise<Ending> =>
  new Promise((answer) => {
    const env = { ...process.env, PATH: `${join(clone, 'bin')}:${process.env['PATH'] ?? ''}` }
    const running = execFile('bash', [join(clone, '.ci/run')], { env }, (_error, told) => {
      answer({ lastLine: told.trimEnd().split('\n').at(-1) ?? '', code: running.exitCode ?? -1 })
    })
  })
