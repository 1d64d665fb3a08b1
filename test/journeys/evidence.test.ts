import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { machineClock } from '../../clock/machine-clock.js'
import { fingerprint } from '../../documents/document-store.js'
import { openZip } from '../../verify/zip.js'
import { aStack } from '../support/a-stack.js'
import type { Stack } from '../support/a-stack.js'

let stack: Stack
let folder: string
let base: string
let file: string
let kept: string

beforeAll(async () => {
  stack = await aStack()
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-evidence-'))
  const played = await stack.cli('rehearse', 'C09-yueqing', '--years', '1', '--json')
  base = /[a-z0-9]+-C09-yueqing-1/.exec(played.out)?.[0] ?? ''
  // What is kept is older than the file: the ledger goes on growing, and a file says nothing of what came after it.
  kept = join(folder, 'kept.txt')
  await writeFile(kept, (await stack.cli('checkpoint')).out)
  file = join(folder, 'evidence.zip')
  expect(await stack.cli('evidence', base, '--out', file, '--as', 'p-au-1')).toMatchObject({ code: 0 })
}, 240_000)
afterAll(async () => {
  await stack.remove()
  await rm(folder, { recursive: true, force: true })
})

/** The verifier out of the file itself, with Node alone: no packages, no settings. */
const standalone = async (zip: string, ...words: readonly string[]): Promise<{ code: number; out: string }> => {
  const program = join(folder, 'verify-evidence.mjs')
  await writeFile(program, openZip(await readFile(zip)).bytes('verify-evidence.mjs') ?? '')
  return await new Promise((resolve) => {
    execFile(process.execPath, [program, zip, ...words], { cwd: folder, env: {} }, (error, out) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    )
  })
}

test('an auditor who kept one checkpoint verifies a base played through to its review, with everything switched off', async () => {
  await stack.stop()
  const verified = await stack.cli('verify', file, '--checkpoint', kept)
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('Everything fits.') })
  // Whether the runs were sealed before or after the checkpoint was signed is a race; each of them is in the file.
  const [, under, beside] = /under the checkpoint (\d+), histories this .* yet (\d+)/.exec(verified.out) ?? []
  expect(Number(under) + Number(beside)).toBeGreaterThan(1)
  expect(verified.out).toContain('replayed bases 1')
  expect(verified.out).toContain('The key is that of the checkpoint you kept')
  expect(verified.out).toContain(
    `SHA-256 ${fingerprint(openZip(await readFile(file)).bytes('verify-evidence.mjs') ?? Buffer.of())}`,
  )
  expect((await stack.cli('verify', file)).out).toContain('THE KEY CAME FROM THE FILE ITSELF')
  expect(await standalone(file, '--checkpoint', kept)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Everything fits.'),
  })
}, 120_000)

test('a file in which one entry was changed is refused with exit code 1 and the entry is named, in both languages', async () => {
  const bytes = await readFile(file)
  const files = openZip(bytes)
  const lines = (files.bytes('entries.ndjson')?.toString('utf8') ?? '').split('\n')
  expect(lines.length).toBeGreaterThan(200)
  const { zipOf } = await import('../../exhibits/zip-writer.js')
  const changed = new Map(files.names.map((name) => [name, files.bytes(name) ?? Buffer.alloc(0)]))
  const text = lines.map((line, at) => (at === 99 ? line.replace('"channel":"', '"channel":"x') : line)).join('\n')
  changed.set('entries.ndjson', Buffer.from(text))
  const bad = join(folder, 'bad.zip')
  await writeFile(bad, zipOf(changed, machineClock()))
  const refused = await stack.cli('verify', bad)
  expect(refused.code).toBe(1)
  expect(refused.said).toContain(`Entry 100 of ${base}`)
  const alone = await standalone(bad, '--language', 'zh-CN')
  expect(alone.code).toBe(1)
  expect(alone.out).toContain(`${base}第100条记录`)
}, 120_000)

test('what is no zip, and what is no checkpoint, is said in one line', async () => {
  const none = join(folder, 'none.zip')
  await writeFile(none, 'no zip')
  expect(await stack.cli('verify', none)).toMatchObject({
    code: 2,
    said: expect.stringContaining('cannot be read as a zip'),
  })
  expect(await stack.cli('verify', join(folder, 'absent.zip'))).toMatchObject({ code: 2 })
  expect(await stack.cli('verify', file, '--checkpoint', '12')).toMatchObject({
    code: 2,
    said: expect.stringContaining('a checkpoint is a file with a signed note'),
  })
}, 60_000)
