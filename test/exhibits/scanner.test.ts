import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createBuiltInScanner } from '../../exhibits/built-in.js'
import { createClamdScanner } from '../../exhibits/clamd.js'
import { eicar } from '../../exhibits/inspect/needles.js'
import { ScannerAway, type Scanner } from '../../exhibits/scanner.js'
import { sourceOf } from '../../exhibits/source.js'
import { takeIn } from '../../exhibits/take-in.js'
import { exhibitLimits } from '../../domain/exhibits/media.js'
import { fingerprint } from '../../documents/document-store.js'
import { aClamd, type AClamd, type Behaviour } from './a-clamd.js'
import { aPdf } from './files.js'

let clamd: AClamd
let asked: Scanner
beforeAll(async () => {
  clamd = await aClamd()
  asked = createClamdScanner({ at: { host: '127.0.0.1', port: clamd.port }, patienceMs: 300 })
})
afterAll(() => clamd.close())
beforeEach(() => {
  clamd.behaves = 'as it should'
})

const scan = (scanner: Scanner, bytes: Buffer) => scanner.scan(sourceOf(bytes, 1_000).stream())

describe.each([
  ['clamd', () => asked, Buffer.from('malice'), 'clean'],
  ['what stands in for it in a trial', createBuiltInScanner, eicar, 'unscanned'],
])('%s', (_, scanner, bad, otherwise) => {
  test('finds what is bad, also across two pieces, and says of the rest what it knows', async () => {
    const padded = Buffer.concat([Buffer.alloc(997, 32), bad, Buffer.alloc(5_000, 32)])
    expect(await scan(scanner(), padded)).toMatchObject({ kind: 'infected', found: expect.any(String) })
    expect(await scan(scanner(), Buffer.alloc(5_000, 32))).toEqual({ kind: otherwise })
    await scanner().check()
  })
})

test('clamd is given the file as it is, byte for byte', async () => {
  const bytes = aPdf({ pages: 900 })
  await scan(asked, bytes)
  expect(clamd.received.equals(bytes)).toBe(true)
})

test.each<Behaviour>(['silent', 'cut off', 'half an answer', 'talks nonsense'])(
  'a clamd that is %s has not said that a file is clean',
  async (behaves) => {
    clamd.behaves = behaves
    await expect(scan(asked, Buffer.alloc(3_000_000))).rejects.toThrow(ScannerAway)
    await expect(asked.check()).rejects.toThrow(ScannerAway)
  },
)

test('where nobody listens the scanner is away', async () => {
  const nobody = createClamdScanner({ at: { path: '/nowhere/clamd.sock' } })
  await expect(nobody.check()).rejects.toThrow('does not answer (ENOENT)')
})

test('a file over the limit of clamd was not looked at whole, and is not taken', async () => {
  clamd.behaves = 'over its limit'
  const taken = await takeIn(sourceOf(aPdf({ pages: 50_000 })), { scanner: asked, limits: exhibitLimits })
  expect(taken).toEqual({ ok: false, verdict: 'unscannable' })
})

test('what is taken in is known by its fingerprint, size, kind, pages and what the scanner said', async () => {
  const bytes = aPdf({ pages: 3 })
  expect(await takeIn(sourceOf(bytes), { scanner: asked, limits: exhibitLimits })).toEqual({
    ok: true,
    file: { sha256: fingerprint(bytes), size: bytes.byteLength, media: 'application/pdf', scan: 'clean', pages: 3 },
  })
})
