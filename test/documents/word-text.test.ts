import { expect, test } from '@jest/globals'
import { wordFileOf, type WordParagraph, type WordText } from '../../documents/word/text-file.js'
import { returnedChanges } from '../../domain/text/returned.js'
import { markRead, textMark } from '../../domain/text/text-mark.js'
import { rehearsalMark } from '../../documents/letterhead.js'
import { readTextFile } from '../../exhibits/texts/read-text-file.js'
import { wordParts } from './word-parts.js'

const left = [
  { clause: 'purpose', paragraph: 'purpose.1', en: 'They intend to work together.', 'zh-CN': '双方愿共同工作。' },
  { clause: 'money', paragraph: 'money.1', en: 'Each bears its own costs.', 'zh-CN': '双方各自承担费用。' },
].map(({ en, 'zh-CN': chinese, ...one }) => ({
  ...one,
  text: { en, 'zh-CN': chinese },
  numbers: { en: '(1) ', 'zh-CN': '（一） ' },
  hasTable: false,
}))
const leftAs3 = { no: 3, paragraphs: left, headings: ['A title', 'A heading'] }
const languages = ['en', 'zh-CN'] as const
const origin = { base: 'gasme-C09-yueqing-1', no: 3, hash: 'ab'.repeat(32), languages }

const plain = (text: string): WordParagraph['runs'] => [{ how: 'same', text }]

/** The text as a file, some of its paragraphs with other runs, by language and place, and with some more of them. */
const fileWith = (
  change: Readonly<Record<string, WordParagraph['runs']>> = {},
  { more = [], rehearsal = false }: { more?: readonly WordParagraph[]; rehearsal?: boolean } = {},
) => {
  const text: WordText = {
    origin,
    rehearsal,
    by: 'Somebody',
    at: '2027-03-01T08:00:00.000Z',
    languages: languages.map((language) => ({
      language,
      title: 'A title',
      sections: [
        {
          heading: 'A heading',
          paragraphs: [
            ...left.map(({ numbers, text: words }, index) => ({
              index,
              number: numbers[language],
              runs: change[`${language} ${index}`] ?? plain(words[language]),
            })),
            ...more,
          ],
        },
      ],
    })),
  }
  return wordFileOf(text)
}
const changesIn = async (file: Promise<Buffer>) => {
  const read = await readTextFile(await file)
  if (read === undefined) throw new Error('it cannot be read')
  return returnedChanges(leftAs3, read)
}

test('a text that leaves as a file and returns untouched changes nothing', async () => {
  expect(await changesIn(fileWith())).toEqual({ changes: [], untaken: [] })
  // What it bears at the edge of each page is its own.
  expect(await changesIn(fileWith({}, { rehearsal: true }))).toEqual({ changes: [], untaken: [] })
})

test('what was changed with tracking reads as accepted: what was put in counts, what was taken out does not', async () => {
  const runs = [
    { how: 'same', text: 'Each bears ' },
    { how: 'taken_out', text: 'its own' },
    { how: 'put_in', text: 'half of the' },
    { how: 'same', text: ' costs.' },
  ] as const
  expect(await changesIn(fileWith({ 'en 1': runs }))).toEqual({
    changes: [{ clause: 'money', paragraph: 'money.1', text: { en: 'Each bears half of the costs.' } }],
    untaken: [],
  })
})

test('a paragraph emptied in every language is left out, in one alone it stays, and new text is named as placed nowhere', async () => {
  const gone = [{ how: 'taken_out', text: 'all of it' }] as const
  const more = [{ number: '', runs: plain('Something new.') }]
  const { changes, untaken } = await changesIn(fileWith({ 'en 0': gone, 'zh-CN 0': gone, 'en 1': gone }, { more }))
  expect(changes).toEqual([{ clause: 'purpose', paragraph: 'purpose.1', text: undefined }])
  expect(untaken).toEqual([
    { what: 'emptied_in_one_language', at: 'money money.1 en', text: '' },
    { what: 'added_paragraph', at: 'money money.1 en', text: 'Something new.' },
    { what: 'added_paragraph', at: 'money money.1 zh-CN', text: 'Something new.' },
  ])
})

test('a file says of which base, version and languages it is, and that of a rehearsal says so in both languages', async () => {
  expect((await readTextFile(await fileWith()))?.origin).toEqual(origin)
  const partsOf = async (file: Promise<Buffer>) => (await wordParts(await file)).join('')
  const said = [...Object.values(rehearsalMark), 'gasme-C09-yueqing-1 · 3 · en, zh-CN · abababababab']
  const marked = await partsOf(fileWith({}, { rehearsal: true }))
  const plainly = await partsOf(fileWith())
  expect(said.map((one) => [marked.includes(one), plainly.includes(one)])).toEqual([
    [true, false],
    [true, false],
    [true, true],
  ])
})

test('what is no file of ours has nothing that is known again', async () => {
  expect(await readTextFile(Buffer.from('no file'))).toBeUndefined()
  expect([markRead('_GoBack'), markRead(textMark({ no: 3, language: 'zh-CN', index: 7 }))]).toEqual([
    undefined,
    { no: 3, language: 'zh-CN', index: 7 },
  ])
})
