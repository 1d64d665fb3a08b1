import { expect, test } from '@jest/globals'
import { letterKinds, letters } from '../../domain/letters/letters.js'
import { letterLabels } from '../../mail/letter-frame.js'
import { renderLetter } from '../../mail/render-letter.js'
import { exampleFacts } from './example-letters.js'

test('a letter reads from greeting to ledger head', () => {
  const { subject, text } = renderLetter('step_opened', { languages: ['zh-CN'], facts: exampleFacts })
  expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
   "[gasme-C09-yueqing-1] 请办理事项：政府审阅草案

   陈晓燕：

   下列基地的有关事项现请贵方办理。

   基地：乐清（柳市）低压电器 (gasme-C09-yueqing-1)
   事项：3.5 政府审阅草案
   办理身份：地方政府
   办理期限：2027年10月29日（星期五）24时（北京时间；纽约时间同日12时）
   可选意见：同意；提出意见；不同意

   查看及办理（打开页面不产生任何效力）：
   https://cornerstone.example/act#k3J9

   全球中小企业联盟项目办公室

   ----------------------------------------

   gasme-C09-yueqing-1登记校验码，2027年9月30日16时（北京时间；纽约时间4时）：
   3f9a1c5be07d4482a6f1d90e2b7c8855013c9e44d2a76b1fe85c0d3399ab1277
   "
  `)
})

test('a letter to a partner in China has Chinese first, then English, and one ledger head at the end', () => {
  const { subject, text } = renderLetter('step_opened', { languages: ['zh-CN', 'en'], facts: exampleFacts })
  expect(subject).toBe(
    '[gasme-C09-yueqing-1] 请办理事项：政府审阅草案 / your step is open: Government review of the draft',
  )
  expect(text.indexOf('办理期限：2027年10月29日')).toBeLessThan(text.indexOf('Due by: Friday, 29 October 2027'))
  expect(text.split(exampleFacts.head).length).toBe(2)
})

test('a letter prints the last signed checkpoint in every language it speaks, and none where there was none', () => {
  const checkpoint = { short: '1234:9f86d081884c7d65', at: '2027-09-30T07:55:00.000Z' }
  const { text, html } = renderLetter('base_closed', {
    languages: ['zh-CN', 'en'],
    facts: { ...exampleFacts, checkpoint },
  })
  for (const written of [text, html]) {
    expect(written).toContain(
      '全部登记最近的签名检查点：1234:9f86d081884c7d65，2027年9月30日15时55分（北京时间；纽约时间3时55分）',
    )
    expect(written).toContain(
      'Last signed checkpoint of the whole ledger: 1234:9f86d081884c7d65, 30 September 2027, 15:55 in Beijing (03:55 in New York)',
    )
  }
  expect(renderLetter('base_closed', { languages: ['en'], facts: exampleFacts }).text).not.toContain('checkpoint')
})

test.each(letterKinds)('a letter "%s" carries base, link and ledger head in every language', (kind) => {
  for (const languages of [['en'], ['zh-CN'], ['zh-CN', 'en']] as const) {
    const { subject, text, html } = renderLetter(kind, { languages, facts: exampleFacts })
    expect(subject).toContain(`[${exampleFacts.baseId}]`)
    for (const locale of languages) expect(subject).toContain(exampleFacts.step?.title[locale])
    for (const needed of [exampleFacts.link, exampleFacts.head, exampleFacts.recipientName]) {
      expect(text).toContain(needed)
      expect(html).toContain(needed)
    }
    expect(text.trimEnd().endsWith(exampleFacts.head)).toBe(true)
  }
})

test('a rehearsal says so first thing, in both languages, even in a letter of one language', () => {
  const { subject, text } = renderLetter('base_closed', {
    languages: ['en'],
    facts: { ...exampleFacts, rehearsal: true },
  })
  expect(subject.startsWith('[演练 REHEARSAL] ')).toBe(true)
  expect(text.startsWith('REHEARSAL: this letter is no decision of anybody.')).toBe(true)
  expect(text.indexOf('演练邮件：')).toBeLessThan(text.indexOf('Dear'))
  expect(renderLetter('base_closed', { languages: ['en'], facts: exampleFacts }).text).not.toMatch(/REHEARSAL|演练/)
})

test('a line without its fact is left out', () => {
  const { step: _step, dueBy: _dueBy, options: _options, ...bare } = exampleFacts
  const { text, subject } = renderLetter('held', { languages: ['en'], facts: bare })
  expect(text).not.toMatch(/undefined|Step:|Due by|You may/)
  expect(subject).toBe('[gasme-C09-yueqing-1] on hold')
})

test('markup and script in a name or a reason is inert, and only a web address becomes a link', () => {
  const facts = {
    ...exampleFacts,
    recipientName: '<img src=x onerror=alert(1)>',
    reason: '"><script>alert(1)</script> ${secret} {{secret}}',
    link: 'javascript:alert(1)',
  }
  const { html, text } = renderLetter('base_closed', { languages: ['en'], facts })
  expect(html).not.toMatch(/<img|<script|href=/)
  expect(text).toContain('${secret} {{secret}}')
})

test('a line break in a name cannot reach the subject or start a line of its own', () => {
  const facts = { ...exampleFacts, recipientName: 'Chen\r\nBcc: spy@example.org' }
  expect(renderLetter('reminded', { languages: ['en'], facts }).text).toContain('Dear Chen Bcc: spy@example.org,')
  const step = { key: '3.5', title: { en: 'Review\r\nBcc: spy@example.org', 'zh-CN': '审阅' }, role: 'LG' }
  expect(renderLetter('reminded', { languages: ['en'], facts: { ...facts, step } }).subject).not.toMatch(/[\r\n]/)
})

test('a letter without a language, or with a date that is none, is refused', () => {
  expect(() => renderLetter('reminded', { languages: [], facts: exampleFacts })).toThrow('at least one language')
  const facts = {
    ...exampleFacts,
    paper: { signatory: 'p-lg-1', signedOn: 'tomorrow', enteredBy: { en: '', 'zh-CN': '' } },
  }
  expect(() => renderLetter('paper_refused', { languages: ['en'], facts })).toThrow('YYYY-MM-DD')
})

test('a letter about a vacancy names the role that is wanted, and does not tell its reader to act in it', () => {
  const { text } = renderLetter('vacancy_found', { languages: ['en', 'zh-CN'], facts: exampleFacts })
  expect(text).toContain('Wanted: local government')
  expect(text).toContain('所需职务：地方政府')
  expect(text).not.toContain('You act as')
})

test.each(letterKinds)('a letter "%s" leaves out what its row leaves out, and nothing else', (kind) => {
  const paper = { signatory: 'p-lg-1', enteredBy: { en: 'secretary', 'zh-CN': '秘书' } }
  const { text } = renderLetter(kind, { languages: ['en'], facts: { ...exampleFacts, paper } })
  const { omits = [], roleIs = 'role' } = letters[kind]
  const lines = {
    role: roleIs,
    dueBy: 'dueBy',
    options: 'options',
    signatory: 'signatory',
    enteredBy: 'enteredBy',
  } as const
  const shown = Object.entries(lines).flatMap(([line, label]) =>
    text.includes(`${letterLabels[label].en}: `) ? [line] : [],
  )
  expect([...shown, ...omits].toSorted()).toEqual(Object.keys(lines).toSorted())
})
