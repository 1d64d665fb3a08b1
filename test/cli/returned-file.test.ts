import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { wordFileOf } from '../../documents/word/text-file.js'
import type { TextOrigin } from '../../domain/text/text-origin.js'
import { aZip } from '../exhibits/a-zip.js'
import { listening } from './listening.js'
import { runAlone } from './run-alone.js'

const base = 'gasme-C09-yueqing-1'
const standing: TextOrigin = { base, no: 3, hash: 'ab'.repeat(32), languages: ['en'] }
const words = 'They work together.'
const shown = {
  no: standing.no,
  hash: standing.hash,
  languages: ['en'],
  citing: { en: 'western' },
  clauses: [
    {
      id: 'purpose',
      kind: 'clause',
      number: 1,
      heading: { en: 'Purpose' },
      hashes: {},
      paragraphs: [{ id: 'p.1', text: { en: words } }],
    },
  ],
  versions: [],
  clearances: [],
  byNotice: [],
}

let [data, api] = ['', '']
/** An API with a text that stands as version 3. */
const server: Server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(shown))
})
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-returned-'))
  api = await listening(server)
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(data, { recursive: true, force: true })
})

const proposed = async (bytes: Uint8Array) => {
  const file = join(data, 'text.docx')
  writeFileSync(file, bytes)
  const asked = ['text-propose', base, file, '--step', '3.5.1', '--why', 'so']
  const { code, out, said } = await runAlone(asked, { data, api })
  return { code, out, said: said.replace(file, 'FILE') }
}
const left = async (origin: Partial<TextOrigin>) => {
  const paragraphs = [{ index: 0, number: '', runs: [{ how: 'same', text: words }] }] as const
  const languages = [{ language: 'en', title: '', sections: [{ heading: 'Section 1 Purpose', paragraphs }] }]
  return await wordFileOf({
    origin: { ...standing, ...origin },
    rehearsal: false,
    by: 'A',
    at: '2027-03-01T08:00:00.000Z',
    languages,
  })
}

test('a file of the version that stands is taken and changes nothing', async () => {
  expect(await proposed(await left({}))).toEqual({ code: 0, out: 'No paragraph reads otherwise.\n', said: '' })
})

test.each([
  [
    { base: 'gasme-C05-keqiao-1' },
    'FILE is version 3 of the text of gasme-C05-keqiao-1; a file of the text of gasme-C09-yueqing-1;',
  ],
  [{ no: 2 }, 'FILE is version 2 (abababababab) of the text; a file of the version that stands, 3 (abababababab);'],
  [
    { hash: 'cd'.repeat(32) },
    'FILE is version 3 (cdcdcdcdcdcd) of the text; a file of the version that stands, 3 (abababababab);',
  ],
])('a file of another text, %j, is refused with which it is and which would be taken', async (origin, says) => {
  const { code, out, said } = await proposed(await left(origin))
  expect([code, out]).toEqual([2, ''])
  expect(said).toContain(says)
})

test('a file that names no text is refused with what to do, and so is what is no such file', async () => {
  const xml = '<w:document xmlns:w="urn:w"><w:body/></w:document>'
  const nameless = await proposed(aZip([{ name: 'word/document.xml', bytes: Buffer.from(xml) }]))
  expect(nameless.said).toContain('FILE does not say of which base and version it is;')
  expect(nameless.said).toContain('Save the text anew')
  expect((await proposed(Buffer.from('no file'))).said).toContain('FILE is no text that left from here')
})
