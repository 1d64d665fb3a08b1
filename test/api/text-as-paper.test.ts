import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { recordLife } from '../activities/a-recorded-base.js'
import { asDrawn, readPdf } from '../documents/pdf-text.js'
import { readTextFile } from '../../exhibits/texts/read-text-file.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { anApi, type AnApi } from './an-api.js'
import { atTheText } from './at-the-text.js'
import { recording } from './by-link.js'
import { personOf, seatEverybody } from './everybody-seated.js'

let api: AnApi
const [manager, counsel, government] = [personOf('PM'), personOf('LC'), personOf('LG')]

/** A memorandum whose first draft counsel checks, and a worker that judges and records. */
beforeAll(async () => {
  api = await anApi('a text as a paper')
  const base = playTo(aNominatedBase(), { key: '3.2a' })
  await recordLife(api.parts.db, base)
  await seatEverybody(api.parts.db, exampleBase)
  api.door.answer = recording(api, base.now())
}, 120_000)
afterAll(() => api.close())

const { say, answerTo, clauseFor, decided, get, textFor } = atTheText(() => api)

test('what reads otherwise is a paper in both languages, for those eyes alone that both versions are for', async () => {
  await decided(manager, { step: '3.2a.1', option: 'ready' })
  const { hashes, paragraphs } = await clauseFor(counsel, 'purpose')
  const text = { en: 'They aim at a strong Base.', 'zh-CN': '双方力求建成有竞争力的基地。' }
  const edit = { kind: 'replace', clause: 'purpose', paragraph: paragraphs[0]?.id, text }
  const no = await say(counsel, { kind: 'proposal', step: '3.2b.1', edit, from: hashes, why: 'shorter' })
  await answerTo(counsel, { no, step: '3.2b.1', state: 'accepted' })
  await decided(counsel, { step: '3.2b.1', option: 'ready' })
  const paper = (person: string, language = 'zh-CN') =>
    get(person, `/text/differences.pdf?from=1&to=2&language=${language}`)
  const { statusCode, headers, rawPayload } = await paper(manager)
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
  const pages = readPdf(rawPayload).pages.join('')
  for (const one of ['对照稿', '修改1条，其中实质性修改0条', ...Object.values(text)])
    expect(pages).toContain(asDrawn(one))
  expect(readPdf((await paper(manager, 'en')).rawPayload).pages.join('')).toContain(asDrawn('What reads otherwise'))
  const file = await get(manager, '/text.docx?against=1')
  expect(file.headers['content-disposition']).toContain('text-2.docx')
  const read = await readTextFile(file.rawPayload)
  expect(read?.placed.map((one) => one.text)).toEqual(
    expect.arrayContaining([`(1) ${text.en}`, `（一） ${text['zh-CN']}`]),
  )
  expect(read?.besides).toEqual([])
  const { hash } = await textFor(manager)
  expect(read?.origin).toEqual({ base: exampleBase, no: 2, hash, languages: ['en', 'zh-CN'] })
  // Neither draft was sent to the place.
  expect((await get(government, '/text.docx')).statusCode).toBe(409)
  expect((await paper(government)).statusCode).toBe(404)
})
