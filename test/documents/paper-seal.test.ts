import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openPaperSeal, type PaperSeal } from '../../documents/paper-seal.js'
import { createTypesetter } from '../../documents/typesetter.js'
import { readPaperSeal } from '../../stamps/read-paper-seal.js'
import { anEllipticKey, aSealKey, type SealKey } from '../support/a-seal-key.js'
import { notRun } from '../support/not-run.js'
import { examplePaper } from './example-papers.js'
import { readPdf } from './pdf-text.js'

const run = promisify(execFile)
const at = new Date('2027-03-01T08:00:00.000Z')

const typesetter = createTypesetter()
let folder: string
let paper: Uint8Array
let key: SealKey
let seal: PaperSeal
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-papers-'))
  paper = await typesetter.render(examplePaper('decision_letter', { language: 'zh-CN' }))
  key = await aSealKey()
  seal = await openPaperSeal(key)
}, 60_000)
afterAll(async () => {
  await typesetter.close()
  await rm(folder, { recursive: true })
})

const isThere = (program: string): Promise<boolean> =>
  run(program, ['-v']).then(
    () => true,
    (error: unknown) => !(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'),
  )

test('a sealed paper begins with the very bytes of the paper, reads the same, and is the same file when it is sealed again', async () => {
  const sealed = await seal(paper, at)
  expect(Buffer.from(sealed.subarray(0, paper.length)).equals(Buffer.from(paper))).toBe(true)
  expect(readPdf(sealed).pages).toEqual(readPdf(paper).pages)
  const again = await (await openPaperSeal(key))(paper, at)
  expect(createHash('sha256').update(again).digest('hex')).toBe(createHash('sha256').update(sealed).digest('hex'))
})

test('what is read of a seal is whose it is and that it is true of the whole file; one sign or one line more, and it is not', async () => {
  const sealed = await seal(paper, at)
  const found = readPaperSeal(sealed)
  expect(found).toMatchObject({ subject: expect.stringContaining('Seal of a test'), holds: true })
  const other = Uint8Array.from(sealed)
  other[100] = (other[100] ?? 0) ^ 1
  expect(readPaperSeal(other)?.holds).toBe(false)
  expect(readPaperSeal(Buffer.concat([sealed, Buffer.from('\n% more')]))?.holds).toBe(false)
  expect(readPaperSeal(paper)).toBeUndefined()
  expect(readPaperSeal(Buffer.from('/ByteRange [0 4 99 1]'))).toBeUndefined()
})

test('other bytes in the room that was kept for the seal are not of a whole file, and the noughts that were there are: the twin', async () => {
  const sealed = Buffer.from(await seal(paper, at))
  const end = sealed.lastIndexOf('00>')
  for (const [found, holds] of [
    ['00', true],
    ['0f', false],
    ['zz', false],
    ['% ', false],
  ] as const) {
    const other = Buffer.from(sealed)
    other.write(found, end - 20, 'latin1')
    expect([found, readPaperSeal(other)?.holds]).toEqual([found, holds])
  }
})

/** What a seal signs, and the signature. */
const partsOf = (sealed: Uint8Array): { readonly told: Buffer; readonly signature: Buffer } => {
  const bytes = Buffer.from(sealed)
  const text = bytes.toString('latin1')
  const [, to = 0, from = 0, rest = 0] = (/\/ByteRange \[(\d+) (\d+)\s+(\d+)\s+(\d+)/.exec(text) ?? [])
    .slice(1)
    .map(Number)
  const told = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, from + rest)])
  return { told, signature: Buffer.from(text.slice(to + 1, from - 1), 'hex') }
}

test('a reader that is not ours, openssl, finds the seal true, and that of a changed paper not', async () => {
  if (!(await isThere('openssl'))) return notRun('the seal of a paper read by openssl', 'openssl is not on the PATH')
  const { told, signature } = partsOf(await seal(paper, at))
  const file = (name: string): string => join(folder, name)
  await Promise.all([
    writeFile(file('told'), told),
    writeFile(file('other'), Buffer.concat([told, Buffer.from('x')])),
    writeFile(file('signature'), signature),
    writeFile(file('certificate'), key.certificates),
  ])
  const verified = (content: string) =>
    run('openssl', [
      'cms',
      '-verify',
      '-binary',
      '-cades',
      '-inform',
      'DER',
      '-in',
      file('signature'),
      '-content',
      file(content),
      '-CAfile',
      file('certificate'),
      '-purpose',
      'any',
      '-no_check_time',
      '-out',
      file('out'),
    ])
  await verified('told')
  await expect(verified('other')).rejects.toThrow(/digest|verif/i)
})

test('a reader of papers that is not ours, pdfsig, finds the seal valid and over the whole file', async () => {
  if (!(await isThere('pdfsig'))) return notRun('the seal of a paper read by pdfsig', 'poppler is not on the PATH')
  const file = join(folder, 'sealed.pdf')
  await writeFile(file, await seal(paper, at))
  const { stdout } = await run('pdfsig', ['-nocert', file])
  expect(stdout).toContain('Signature is Valid')
  expect(stdout).toContain('Total document signed')
  expect((await readFile(file)).length).toBeGreaterThan(paper.length)
})

test('a key that is not RSA, one that is none, and a certificate of another key are refused at the start, each in its words', async () => {
  const other = await aSealKey()
  const refused = async (files: Parameters<typeof openPaperSeal>[0]) =>
    await openPaperSeal(files).then(
      () => 'taken',
      (error: unknown) => String(error),
    )
  expect(await refused({ ...key, key: await anEllipticKey() })).toContain('holds no private RSA key')
  expect(await refused({ ...key, key: 'no key' })).toContain('PAPER_SEAL_KEY_FILE')
  expect(await refused({ ...key, certificates: 'none' })).toContain('holds no certificate')
  expect(await refused({ ...key, certificates: other.certificates })).toContain('is not of the key')
  expect(await refused(key)).toBe('taken')
})
