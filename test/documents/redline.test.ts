import { afterAll, expect, test } from '@jest/globals'
import { asRead } from '../../api/text/as-read.js'
import { composeRedlineSheet, type RedlineOnPaper } from '../../documents/compose/redline-sheet.js'
import { textHashOf } from '../../documents/hash-of-text.js'
import { createTypesetter } from '../../documents/typesetter.js'
import type { Locale } from '../../domain/locale.js'
import { textDifference } from '../../domain/text/text-difference.js'
import { exampleContent } from '../support/negotiating.js'
import { asDrawn, readPdf } from './pdf-text.js'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

/** The example with its section on costs in other words. */
const later = {
  ...exampleContent,
  clauses: exampleContent.clauses.map((clause) =>
    clause.id === 'money'
      ? {
          ...clause,
          paragraphs: [{ id: 'money.1', text: { en: 'Each side pays its own.', 'zh-CN': '双方各自承担费用。' } }],
        }
      : clause,
  ),
}
const [before, after] = [exampleContent, later]
const redline: RedlineOnPaper = {
  base: 'gasme-C09-yueqing-1',
  name: { en: 'Yueqing', 'zh-CN': '乐清' },
  rehearsal: true,
  madeAt: '2027-03-01T08:00:00.000Z',
  head: 'a'.repeat(64),
  before: { called: { en: 'Alliance, draft 1', 'zh-CN': '联盟第1稿' }, hash: textHashOf(before) },
  after: { called: { en: 'Alliance, draft 2', 'zh-CN': '联盟第2稿' }, hash: textHashOf(after) },
  citing: asRead(after).citing,
  pieces: textDifference({ before: asRead(before), after: asRead(after) }).map((piece) => ({
    ...piece,
    weight: 'material',
    differs: ['en', 'zh-CN'],
  })),
}
const printed = async (language: Locale, of = redline) =>
  readPdf(await typesetter.renderSheet(composeRedlineSheet(of, language)))

test.each([
  ['en', ['What reads otherwise', '1 section, 1 of them material', 'List of changes', 'Alliance, draft 2']],
  ['zh-CN', ['对照稿', '修改1条，其中实质性修改1条', '修改清单', '联盟第2稿']],
] as const)(
  'the difference of two versions is a paper in %s with the list in front and both languages, in marks and in words',
  async (language, says) => {
    const { tagged, pages } = await printed(language)
    expect(tagged).toBe(true)
    const text = pages.join('')
    for (const one of [...says, 'Each side pays its own.', '双方各自承担费用。', redline.after.hash.slice(0, 12)])
      expect(text).toContain(asDrawn(one))
    expect(text).toContain(asDrawn('added: “Each side pays its own.”'))
    expect(text).toContain(asDrawn('增加“双方各自承担费用。”'))
  },
)

test('of versions that read the same the paper says so, and lists nothing', async () => {
  const { pages } = await printed('en', { ...redline, pieces: [] })
  expect(pages.join('')).toContain(asDrawn('Both versions read the same.'))
  expect(pages.join('')).not.toContain(asDrawn('Each side pays its own.'))
})
