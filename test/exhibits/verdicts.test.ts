import { expect, test } from '@jest/globals'
import { cleanFileName } from '../../domain/exhibits/file-name.js'
import { exhibitLimits, exhibitMedia } from '../../domain/exhibits/media.js'
import { fileVerdictCodes } from '../../domain/exhibits/verdicts.js'
import { inspect } from '../../exhibits/inspect/inspect.js'
import { sourceOf } from '../../exhibits/source.js'
import type { Case } from './case.js'
import { corpus } from './corpus.js'
import { aPdf, anMp4 } from './files.js'

/** What is said of a file as it comes: of its name, then of its bytes. */
const verdictOn = async ([, name, bytes]: Case, piece?: number): Promise<string> => {
  if (cleanFileName(name) === undefined) return 'bad_name'
  const found = await inspect(sourceOf(bytes, piece))
  return found.ok ? found.media : found.verdict
}

test('of 117 files, good and bad, each gets the right verdict, whatever it is called', async () => {
  const table = await Promise.all(
    corpus.map(async (one) => ({ file: one[0], is: await verdictOn(one), right: one[3] })),
  )
  process.stdout.write(`${table.map(({ file, is }) => `${is.padEnd(76)} ${file}`).join('\n')}\n`)
  expect(table).toHaveLength(117)
  expect(table.filter(({ is, right }) => is !== right)).toEqual([])
})

test('a file gets the same verdict in pieces of seven bytes', async () => {
  const small = corpus.filter(([, , bytes]) => bytes.byteLength < 20_000)
  const told = await Promise.all(small.map(async (one) => [one[0], await verdictOn(one, 7)]))
  expect(told).toEqual(small.map((one) => [one[0], one[3]]))
})

test('every kind that is taken and every verdict that is found in a file is among them', () => {
  const seen = new Set(corpus.map((one) => one[3]))
  expect(Object.keys(exhibitMedia).filter((media) => !seen.has(media))).toEqual([])
  expect(fileVerdictCodes.filter((verdict) => !seen.has(verdict))).toEqual(['too_large', 'too_much', 'unscannable'])
})

test('a kind has its limit: a video may be larger than a paper', async () => {
  const limits = { ...exhibitLimits, file: 300, video: 3_000 }
  const on = async (bytes: Buffer) => inspect(sourceOf(bytes), limits)
  expect(await on(aPdf({ pages: 8 }))).toEqual({ ok: false, verdict: 'too_large' })
  expect(await on(anMp4(1_000))).toEqual({ ok: true, media: 'video/mp4' })
  expect(await on(anMp4(4_000))).toEqual({ ok: false, verdict: 'too_large' })
})

test('a PDF says how many pages it has, packed ones too', async () => {
  expect(await inspect(sourceOf(aPdf({ pages: 3 })))).toMatchObject({ pages: 3 })
})

test('a name is kept in one form and without what some systems cannot show', () => {
  expect(cleanFileName(' re\u0301sume\u0301?.pdf. ')).toBe('résumé_.pdf')
  expect(cleanFileName('a\u00a0b.pdf')).toBe('a b.pdf')
})
