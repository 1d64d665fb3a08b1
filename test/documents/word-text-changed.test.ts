import { expect, test } from '@jest/globals'
import { wordFileOf } from '../../documents/word/text-file.js'
import { returnedChanges } from '../../domain/text/returned.js'
import { textMark } from '../../domain/text/text-mark.js'
import { readTextFile } from '../../exhibits/texts/read-text-file.js'
import { openZip } from '../../exhibits/inspect/zip-parts.js'
import { sourceOf } from '../../exhibits/source.js'
import { aZip } from '../exhibits/a-zip.js'

const left = {
  no: 3,
  headings: ['A title', '1. Purpose'],
  paragraphs: [
    { clause: 'purpose', paragraph: 'purpose.1', words: 'They work together.', hasTable: false },
    { clause: 'areas', paragraph: 'areas.1', words: 'The areas are:', hasTable: true },
  ].map(({ words, ...one }) => ({ ...one, text: { en: words }, numbers: { en: '' } })),
}

/** What a word processor writes of a paragraph: the mark it left with, and its runs. */
const marked = (index: number, { no = 3, about = '' } = {}) =>
  `<w:pPr>${about}</w:pPr><w:bookmarkStart w:id="${index}" w:name="${textMark({ no, language: 'en', index })}"/>`
const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`
const heading = (words: string) => `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run(words)}</w:p>`
const headings = left.headings.map(heading).join('')
const [first, second] = ['They work together.', 'The areas are:'].map(
  (words, index) => `<w:p>${marked(index)}${run(words)}</w:p>`,
)

const returned = async (...paragraphs: readonly (string | undefined)[]) => {
  const xml = `<w:document xmlns:w="urn:w"><w:body>${paragraphs.join('')}</w:body></w:document>`
  const read = await readTextFile(aZip([{ name: 'word/document.xml', bytes: Buffer.from(xml) }]))
  if (read === undefined) throw new Error('it cannot be read')
  return { ...returnedChanges(left, read), unplaced: read.unplaced }
}
const nothing = { changes: [], untaken: [], unplaced: [] }
const changed = (en: string) => [{ clause: 'purpose', paragraph: 'purpose.1', text: { en } }]

test('what was moved away with tracking does not count where it stood, and does where it was put', async () => {
  const moved = (how: string) => `<w:p>${marked(0)}${run('They work')}<w:${how}>${run(' together.')}</w:${how}></w:p>`
  expect(await returned(headings, moved('moveFrom'), second)).toEqual({ ...nothing, changes: changed('They work') })
  expect(await returned(headings, moved('moveTo'), second)).toEqual(nothing)
})

test('two paragraphs that were joined are placed nowhere, joined by hand or by a tracked change of the end between them', async () => {
  const joined = `<w:p>${marked(0)}${run('They work together. ')}${marked(1)}${run('The areas are:')}</w:p>`
  const unplaced = ['They work together. The areas are:']
  expect(await returned(headings, joined)).toEqual({ ...nothing, unplaced })
  const withEnd = (mark: string) =>
    `<w:p>${marked(0, { about: `<w:rPr>${mark}</w:rPr>` })}${run('They work together. ')}</w:p>`
  expect(await returned(headings, withEnd('<w:del w:id="1"/>'), second)).toEqual({ ...nothing, unplaced })
  expect(await returned(headings, withEnd('<w:ins w:id="1"/>'), second)).toEqual(nothing)
  const last = await returned(headings, second, withEnd('<w:del w:id="1"/>').replace('together. ', 'apart.'))
  expect(last).toEqual({ ...nothing, changes: changed('They work apart.') })
})

test('a paragraph taken out whole with tracking, its end with it, leaves the next one as it is', async () => {
  const about = '<w:rPr><w:del w:id="1"/></w:rPr>'
  const gone = `<w:p>${marked(0, { about })}<w:del><w:r><w:delText>They work.</w:delText></w:r></w:del></w:p>`
  const changes = [{ clause: 'purpose', paragraph: 'purpose.1', text: undefined }]
  expect(await returned(headings, gone, second)).toEqual({ ...nothing, changes })
})

test.each([
  [
    'a heading with other words',
    [heading('A title'), heading('1. Aims'), first],
    { what: 'heading', at: '', text: '1. Aims' },
  ],
  ['a heading that was left out', [heading('A title'), first], { what: 'heading_gone', at: '', text: '1. Purpose' }],
  [
    'a paragraph with a table',
    [headings, first, second?.replace('areas', 'fields')],
    { what: 'table', at: 'areas areas.1 en', text: 'The fields are:' },
  ],
  [
    'a paragraph of another version',
    [headings, first, `<w:p>${marked(0, { no: 2 })}${run('An old one.')}</w:p>`],
    { what: 'other_version', at: '', text: 'An old one.' },
  ],
  [
    'a paragraph this version does not have',
    [headings, first, `<w:p>${marked(9)}${run('From nowhere.')}</w:p>`],
    { what: 'place_unknown', at: '', text: 'From nowhere.' },
  ],
] as const)('%s is named as what it is and taken by nobody, and untouched it is not', async (_says, file, untaken) => {
  expect(await returned(...file)).toEqual({ ...nothing, untaken: [untaken] })
  expect(await returned(headings, first, second)).toEqual(nothing)
})

test('no two tracked changes of a file have one number', async () => {
  const runs = [
    { how: 'taken_out', text: 'old' },
    { how: 'put_in', text: 'new' },
  ] as const
  const languages = ['en', 'zh-CN'].map((language) => ({
    language,
    title: 'A title',
    sections: [{ heading: '', paragraphs: [0, 1].map((index) => ({ index, number: '', runs })) }],
  }))
  const zip = await openZip(sourceOf(await wordFileOf({ no: 3, by: 'A', at: '2027-03-01T08:00:00.000Z', languages })), {
    entries: 200,
  })
  const main = zip.entries.find(({ fileName }) => fileName === 'word/document.xml')
  if (main === undefined) throw new Error('it has no text')
  const pieces: Uint8Array[] = []
  for await (const piece of await zip.open(main)) if (piece instanceof Uint8Array) pieces.push(piece)
  zip.close()
  const xml = Buffer.concat(pieces).toString('utf8')
  const ids = [...xml.matchAll(/<w:(?:ins|del) [^>]*w:id="(\d+)"/g)].map(([, id]) => id)
  expect([ids.length, new Set(ids).size]).toEqual([8, 8])
})
