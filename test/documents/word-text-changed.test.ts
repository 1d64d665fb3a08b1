import { expect, test } from '@jest/globals'
import { wordFileOf } from '../../documents/word/text-file.js'
import { returnedChanges, type UntakenChange } from '../../domain/text/returned.js'
import { textMark } from '../../domain/text/text-mark.js'
import { readTextFile } from '../../exhibits/texts/read-text-file.js'
import { aZip } from '../exhibits/a-zip.js'
import { wordParts } from './word-parts.js'

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
/** Words with tags between them: each piece outside of any as a run of its own. */
const asRuns = (words: string) =>
  words
    .split(/(<w:del>.*?<\/w:del>|<[^>]+>)/)
    .map((piece) => (piece.startsWith('<') || piece === '' ? piece : run(piece)))
    .join('')
const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
const box = (words: string) => {
  const inside = `<w:txbxContent><w:p>${run(words)}</w:p></w:txbxContent>`
  return `<w:r><mc:AlternateContent><mc:Choice>${inside}</mc:Choice><mc:Fallback>${inside}</mc:Fallback></mc:AlternateContent></w:r>`
}
const heading = (words: string) => `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run(words)}</w:p>`
const headings = left.headings.map(heading).join('')
const [first, second] = ['They work together.', 'The areas are:'].map(
  (words, index) => `<w:p>${marked(index)}${run(words)}</w:p>`,
)

const returned = async (...paragraphs: readonly (string | undefined)[]) => {
  const xml = `<w:document xmlns:w="urn:w"><w:body>${paragraphs.join('')}</w:body></w:document>`
  const read = await readTextFile(aZip([{ name: 'word/document.xml', bytes: Buffer.from(xml) }]))
  if (read === undefined) throw new Error('it cannot be read')
  return returnedChanges(left, read)
}
const nothing = { changes: [], untaken: [] }
const untaken = (what: UntakenChange['what'], { at = '', text }: { at?: string; text: string }) => ({ what, at, text })
const first1 = 'purpose purpose.1 en'
const gone = (at: 0 | 1) =>
  untaken(
    'paragraph_gone',
    [
      { at: first1, text: 'They work together.' },
      { at: 'areas areas.1 en', text: 'The areas are:' },
    ][at] ?? { text: '' },
  )
const changed = (en: string) => [{ clause: 'purpose', paragraph: 'purpose.1', text: { en } }]

test('what was moved away with tracking does not count where it stood, and does where it was put', async () => {
  const moved = (how: string) => `<w:p>${marked(0)}${run('They work')}<w:${how}>${run(' together.')}</w:${how}></w:p>`
  expect(await returned(headings, moved('moveFrom'), second)).toEqual({ ...nothing, changes: changed('They work') })
  expect(await returned(headings, moved('moveTo'), second)).toEqual(nothing)
})

test('two paragraphs that were joined are placed nowhere, joined by hand or by a tracked change of the end between them', async () => {
  const joined = `<w:p>${marked(0)}${run('They work together. ')}${marked(1)}${run('The areas are:')}</w:p>`
  const told = untaken('joined', { at: first1, text: 'They work together. The areas are:' })
  expect(await returned(headings, joined)).toEqual({ ...nothing, untaken: [told] })
  const withEnd = (mark: string) =>
    `<w:p>${marked(0, { about: `<w:rPr>${mark}</w:rPr>` })}${run('They work together. ')}</w:p>`
  expect(await returned(headings, withEnd('<w:del w:id="1"/>'), second)).toEqual({ ...nothing, untaken: [told] })
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
    [heading('A title'), heading('1. Aims'), first, second],
    [untaken('heading', { text: '1. Aims' })],
  ],
  [
    'a heading that was left out',
    [heading('A title'), first, second],
    [untaken('heading_gone', { text: '1. Purpose' })],
  ],
  [
    'a paragraph with a table',
    [headings, first, second?.replace('areas', 'fields')],
    [untaken('table', { at: 'areas areas.1 en', text: 'The fields are:' })],
  ],
  [
    'a paragraph of another version',
    [headings, first, second, `<w:p>${marked(0, { no: 2 })}${run('An old one.')}</w:p>`],
    [untaken('other_version', { text: 'An old one.' })],
  ],
  [
    'a paragraph this version does not have',
    [headings, first, second, `<w:p>${marked(9)}${run('From nowhere.')}</w:p>`],
    [untaken('place_unknown', { text: 'From nowhere.' })],
  ],
  ['a paragraph that is not there any more', [headings, first], [gone(1)]],
  [
    'a new paragraph',
    [headings, first, `<w:p>${run('Something new.')}</w:p>`, second],
    [untaken('added_paragraph', { at: first1, text: 'Something new.' })],
  ],
  [
    'a table somebody added',
    [headings, first, table(['Area', 'Who'], ['Silk', '']), second],
    [untaken('added_table', { at: first1, text: 'Area | Who / Silk | ' })],
  ],
  [
    'a text box inside of a paragraph, once and not as older programs show it again',
    [headings, first?.replace('</w:p>', `${box('Beside it.')}</w:p>`), second],
    [untaken('added_paragraph', { text: 'Beside it.' })],
  ],
  [
    'a picture inside of a paragraph',
    [headings, first?.replace('</w:p>', '<w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>'), second],
    [untaken('picture', { text: '' })],
  ],
  [
    'a paragraph that stands there twice',
    [headings, first, first?.replace('together', 'apart'), second],
    [
      untaken('twice', { at: first1, text: 'They work together.' }),
      untaken('twice', { at: first1, text: 'They work apart.' }),
    ],
  ],
] as const)('%s is named as what it is and taken by nobody, and untouched it is not', async (_says, file, named) => {
  expect(await returned(...file)).toEqual({ ...nothing, untaken: named })
  expect(await returned(headings, first, second)).toEqual(nothing)
})

test('remarks at the edge and notes are named with their words', async () => {
  const parts = [
    ['document', [headings, first, second].join('')],
    ['comments', `<w:comment w:id="0"><w:p>${run('Not in our budget.')}</w:p></w:comment>`],
    ['footnotes', `<w:footnote w:id="1"><w:p>${run('See the law.')}</w:p></w:footnote><w:footnote><w:p/></w:footnote>`],
  ].map(([name = '', xml = '']) => ({
    name: `word/${name}.xml`,
    bytes: Buffer.from(`<w:x xmlns:w="urn:w">${xml}</w:x>`),
  }))
  const read = await readTextFile(aZip(parts))
  expect(read && returnedChanges(left, read).untaken).toEqual([
    untaken('remark', { text: 'Not in our budget.' }),
    untaken('note', { text: 'See the law.' }),
  ])
  // Of two parts under one name each program takes another.
  expect(await readTextFile(aZip([...parts, ...parts.slice(0, 1)]))).toBeUndefined()
})

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const leadsTo = (name: string, ...to: readonly (readonly [kind: string, target: string])[]) => ({
  name,
  bytes: Buffer.from(
    `<Relationships>${to.map(([kind, target], at) => `<Relationship Id="r${at}" Type="${office}/${kind}" Target="${target}"/>`).join('')}</Relationships>`,
  ),
})
const partOf = (name: string, ...paragraphs: readonly (string | undefined)[]) => ({
  name,
  bytes: Buffer.from(`<w:x xmlns:w="urn:w">${paragraphs.join('')}</w:x>`),
})
const whole = partOf('word/document.xml', headings, first, second)
const other = partOf('word/shown.xml', headings, first?.replace('together', 'apart'), second)
const readFrom = async (...parts: Parameters<typeof aZip>[0]) => {
  const read = await readTextFile(aZip(parts))
  return read && returnedChanges(left, read)
}

test('the text is the part to which the file leads, whatever stands where the text of most files does', async () => {
  const shown = leadsTo('_rels/.rels', ['officeDocument', 'word/shown.xml'])
  expect(await readFrom(whole, other, shown)).toEqual({ ...nothing, changes: changed('They work apart.') })
  const own = leadsTo('_rels/.rels', ['officeDocument', '/word/document.xml'])
  expect(await readFrom(whole, other, own)).toEqual(nothing)
})

test.each([
  ['to two texts', [['officeDocument', 'word/document.xml'] as const, ['officeDocument', 'word/shown.xml'] as const]],
  ['to a text that is not there', [['officeDocument', 'word/other.xml'] as const]],
  ['to a text named in a way that is read differently', [['officeDocument', 'word/x/../document.xml'] as const]],
  ['to no text', [['image', 'word/document.xml'] as const]],
])('a file that leads %s is not read', async (_says, to) => {
  expect(await readFrom(whole, other, leadsTo('_rels/.rels', ...to))).toBeUndefined()
})

test('words at the edge of a page, files set in and remarks under another name are named as not taken in', async () => {
  const read = await readFrom(
    leadsTo('_rels/.rels', ['officeDocument', 'word/document.xml']),
    whole,
    leadsTo('word/_rels/document.xml.rels', ['aFChunk', 'chunk.html'], ['comments', 'said/elsewhere.xml']),
    partOf('word/header1.xml', `<w:p>${run('Confidential draft.')}</w:p>`),
    partOf('word/said/elsewhere.xml', `<w:comment w:id="0"><w:p>${run('Too much.')}</w:p></w:comment>`),
    partOf('word/chunk.html', 'One million more.'),
  )
  expect(read).toEqual({
    ...nothing,
    untaken: [
      untaken('other_file', { text: '' }),
      untaken('remark', { text: 'Too much.' }),
      untaken('margin', { text: 'Confidential draft.' }),
    ],
  })
})

test('hidden words are no words of the text and are told, and those whose switch is off are: the twin', async () => {
  const aRun = (about: string) =>
    first?.replace('</w:p>', `<w:r><w:rPr><w:vanish${about}/></w:rPr><w:t> Not.</w:t><w:br/></w:r></w:p>`)
  expect(await returned(headings, aRun(''), second)).toEqual({
    ...nothing,
    untaken: [untaken('hidden', { text: 'Not.' })],
  })
  const shown = await returned(headings, aRun(' w:val="0"'), second)
  expect(shown).toEqual({ ...nothing, changes: changed('They work together. Not.') })
})

test('words under a look that is hidden are hidden as well, and under one that only follows it too', async () => {
  const styles = partOf(
    'word/styles.xml',
    '<w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:styleId="C"/>',
  )
  const under = async (style: string) =>
    await readFrom(
      leadsTo('_rels/.rels', ['officeDocument', 'word/document.xml']),
      leadsTo('word/_rels/document.xml.rels', ['styles', 'styles.xml']),
      styles,
      partOf(
        'word/document.xml',
        headings,
        first?.replace('</w:p>', `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr><w:t> Not.</w:t></w:r></w:p>`),
        second,
      ),
    )
  const hidden = { ...nothing, untaken: [untaken('hidden', { text: 'Not.' })] }
  expect([await under('A'), await under('B')]).toEqual([hidden, hidden])
  expect(await under('C')).toEqual({ ...nothing, changes: changed('They work together. Not.') })
})

test.each([
  ['text that was taken out, given as words that stand', `They work<w:del>${run(' not')}</w:del> together.`],
  ['a hyphen that may be left out, as a tag and as a sign', 'They work toge<w:softHyphen/>the\u00ADr.'],
  ['a break of the line and a tab', 'They work<w:br/><w:tab/>together.'],
  [
    'how it looked before, in a tracked change of the look',
    'They work together.',
    '<w:pPrChange><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:pPrChange>',
  ],
  ['where the tab stops are', 'They work together.', '<w:tabs><w:tab w:val="left"/></w:tabs>'],
])('%s changes nothing', async (_says, words, about = '') => {
  const file = `<w:p>${marked(0, { about })}${asRuns(words)}</w:p>`
  expect(await returned(headings, file, second)).toEqual(nothing)
})

test('a hyphen that may not break is a hyphen, and a break inside of Chinese words says nothing', async () => {
  const said = (words: string) => `<w:p>${marked(0)}${asRuns(words)}</w:p>`
  const reads = async (words: string) => (await returned(headings, said(words), second)).changes
  expect(await reads('They co<w:noBreakHyphen/>work.')).toEqual(changed('They co-work.'))
  expect(await reads('双方<w:br/>共建，<w:tab/>互利。')).toEqual(changed('双方共建，互利。'))
  expect(await reads('They<w:br/>co\u2011work.')).toEqual(changed('They co-work.'))
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
  const origin = { base: 'b', no: 3, hash: 'ab'.repeat(32), languages: ['en', 'zh-CN'] }
  const text = { origin, rehearsal: false, by: 'A', at: '2027-03-01T08:00:00.000Z', languages }
  const xml = (await wordParts(await wordFileOf(text), /^word\/document\.xml$/)).join('')
  const ids = [...xml.matchAll(/<w:(?:ins|del) [^>]*w:id="(\d+)"/g)].map(([, id]) => id)
  expect([ids.length, new Set(ids).size]).toEqual([8, 8])
})
