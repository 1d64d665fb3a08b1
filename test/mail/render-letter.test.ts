import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { steps } from '../../domain/gicc/steps.js'
import { holdsInSilence } from '../../domain/judge/clock.js'
import { locales } from '../../domain/locale.js'
import type { Procedure } from '../../domain/procedure.js'
import { letterKinds, letters } from '../../domain/letters/letters.js'
import type { LetterKind } from '../../domain/letters/letters.js'
import { paperForms, type Audience } from '../../domain/letters/letter.js'
import type { MailFacts } from '../../mail/letter.js'
import { filled, gapsOf } from '../../mail/fill.js'
import { renderLetter, renderTogether, shortCode } from '../../mail/render-letter.js'
import { exampleFacts } from './example-letters.js'
import { brokenLaws, everyGap, letterCases } from './letter-laws.js'

test('a letter reads from the address to the code by which it is verified', () => {
  const { subject, text } = renderLetter('step_opened', { languages: ['zh-CN'], facts: exampleFacts })
  expect(`${subject}\n\n${text.replaceAll('\u3000', '  ')}`).toMatchInlineSnapshot(`
   "请于10月29日前办理：政府审阅草案｜乐清（柳市）低压电器

   乐清市人民政府

   陈晓燕：

       全球产业集群合作基地（乐清（柳市）低压电器）的事项“政府审阅草案”现由贵方办理。

       可选择的答复：

       （一）同意。
       （二）提出意见。
       （三）不同意：请说明理由。

       请于2027年10月29日（星期五）24时（北京时间；纽约时间同日12时）前答复。需要更多时间的，请在到期前告知。

       办理方式：打开下列页面，核对后确认提交。也可以盖章公函答复，寄送我办或将扫描件发至本邮件的回复地址，由我办登记。打开页面、回复邮件供沟通之用，不作为正式答复。

   https://cornerstone.example/act#k3J9

       敬请函复。

   此致
   敬礼

   全球中小企业联盟
   全球产业集群合作基地项目办公室
   沈若兰（项目经理）
   2027年9月30日

   ----------------------------------------

   联系人：沈若兰  项目办公室  邮箱：office@gasme.example（可直接回复本邮件）

   ——核验信息——
   基地编号gasme-C09-yueqing-1  登记第42条  2027年9月30日16时（北京时间；纽约时间4时）  校验码3F9A-1C5B-E07D  登记查阅：https://cornerstone.example/bases/gasme-C09-yueqing-1
   事项编号3.5
   请留存本函，日后可凭校验码核对登记内容未被更改。
   "
  `)
})

test('a letter to a partner in China has Chinese first, then English, and one footer at the end', () => {
  const { subject, text } = renderLetter('step_opened', { languages: ['zh-CN', 'en'], facts: exampleFacts })
  expect(subject).toBe(
    '请于10月29日前办理：政府审阅草案｜乐清（柳市）低压电器 / By 29 October: Government review of the draft',
  )
  expect(text.indexOf('请于2027年10月29日')).toBeLessThan(text.indexOf('Please answer by Friday, 29 October 2027'))
  expect(text.split(shortCode(exampleFacts.head)).length).toBe(3)
})

test('a letter prints the last signed checkpoint in every language it speaks, and none where there was none', () => {
  const checkpoint = { short: '1234:9f86d081884c7d65', at: '2027-09-30T07:55:00.000Z' }
  const { text, html } = renderLetter('base_closed', {
    languages: ['zh-CN', 'en'],
    facts: { ...exampleFacts, checkpoint },
  })
  for (const written of [text, html]) {
    expect(written).toContain(
      '全部登记最近一次签名校验点：1234:9f86d081884c7d65，2027年9月30日15时55分（北京时间；纽约时间3时55分）',
    )
    expect(written).toContain(
      'Last signed checkpoint of the whole record: 1234:9f86d081884c7d65, 30 September 2027, 15:55 in Beijing (03:55 in New York)',
    )
  }
  expect(renderLetter('base_closed', { languages: ['en'], facts: exampleFacts }).text).not.toContain('checkpoint')
})

test('every letter to every reader in every language keeps the law of letters', () => {
  const cases = letterCases()
  expect(cases.length).toBeGreaterThan(150)
  expect(cases.flatMap(brokenLaws)).toEqual([])
})

const plainDay = { en: '29 October', 'zh-CN': '10月29日' }

test.each<readonly [string, Partial<MailFacts>, RegExp]>([
  ['an id of the base', { cluster: { en: 'gasme-C09-yueqing-1', 'zh-CN': 'gasme-C09-yueqing-1' } }, /id/],
  ['a step key', { step: { key: '3.5', title: { en: '3.5 Review', 'zh-CN': '3.5审阅' }, role: 'LG' } }, /code/],
  ['an English word in Chinese', { reason: { en: 'late', 'zh-CN': 'too late' } }, /English/],
  ['a date in one zone', { dueBy: plainDay, formerDueBy: plainDay }, /zones/],
])('the law would find %s: the twin', (_, change, law) => {
  const kind: LetterKind = 'deadline_moved'
  const facts = { ...everyGap, ...change }
  expect(brokenLaws({ kind, facts, language: 'zh-CN' }).join()).toMatch(law)
})

test('a sentence has no gap that nothing fills, and both languages say the same of it', () => {
  const known = new Set(Object.keys(everyGap.told ?? {}))
  const said = [
    ...letterKinds.flatMap((kind) => {
      const { words, forms = {}, to = {}, papers } = letters[kind]
      const ofPapers = papers === undefined ? [] : paperForms.map((form) => papers[form])
      return [words, ...Object.values(forms), ...Object.values(to), ...ofPapers]
    }),
    ...Object.values(steps).flatMap(({ asks }) => asks?.letter ?? []),
    ...Object.values(steps).flatMap(({ news = {} }) => Object.values(news).map(({ words }) => words)),
  ]
  const { text } = renderLetter('step_opened', { languages: ['en'], facts: everyGap })
  expect(text).not.toMatch(/[{}]/)
  const gaps = new Set(said.flatMap((words) => Object.values(words)).flatMap(({ body }) => gapsOf(body.join('\n'))))
  for (const gap of ['link', 'asked', 'details', 'how']) gaps.delete(gap)
  const written = letterCases().map(({ kind, facts, language }) => renderLetter(kind, { languages: [language], facts }))
  expect(written.filter(({ text: one }) => /[{}]/.test(one))).toEqual([])
  expect([...gaps].filter((gap) => known.has(gap)).length).toBeGreaterThan(10)
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

test('a sentence without its fact is left out, and a part of it alone where only that is missing', () => {
  expect(filled('Due by {due}[ in {zone}].', { due: 'Friday' })).toBe('Due by Friday.')
  expect(filled('Due by {due}[ in {zone}].', { zone: 'Rome' })).toBeUndefined()
  expect(filled('{?due}Please tell us.', { due: 'Friday' })).toBe('Please tell us.')
  expect(filled('{?due}Please tell us.', {})).toBeUndefined()
  expect(filled('Said: {words}.', { words: '{due} [x]', due: 'no' })).toBe('Said: {due} [x].')
  const { step: _step, dueBy: _dueBy, dueDay: _day, options: _options, ...bare } = exampleFacts
  const { text, subject } = renderLetter('held', { languages: ['en'], facts: bare })
  expect(text).not.toMatch(/undefined|You may|The reason/)
  expect(subject).toBe('On hold · Yueqing (Liushi) low-voltage electrical')
})

test('several matters are listed with what is asked, of which base and by when', () => {
  const other = {
    ...exampleFacts,
    baseId: 'gasme-W05-prato-1',
    cluster: { en: 'Prato textiles', 'zh-CN': '普拉托纺织' },
  }
  const { subject, text, html } = renderTogether(
    [
      { kind: 'step_opened', facts: exampleFacts },
      { kind: 'reminded', facts: { ...other, nth: 2 } },
      { kind: 'resumed', facts: other },
    ],
    ['en'],
  )
  expect(subject).toBe('3 matters, the first by 29 October')
  expect(text).toContain(
    '1. Yueqing (Liushi) low-voltage electrical: Government review of the draft – please act on "Government review of the draft" by Friday, 29 October 2027',
  )
  expect(text).toContain('2. Prato textiles: Government review of the draft – please act on')
  expect(text).toContain('3. Going on again')
  expect(html.match(/<h2/g)).toHaveLength(3)
})

test('markup and script in a name or a reason is inert, and only a web address becomes a link', () => {
  const name = '<img src=x onerror=alert(1)>'
  const facts = {
    ...exampleFacts,
    recipient: { en: name, 'zh-CN': name },
    reason: '"><script>alert(1)</script> ${secret} {{secret}}',
    link: 'javascript:alert(1)',
  }
  const { html, text } = renderLetter('base_closed', { languages: ['en'], facts })
  expect(html).not.toMatch(/<img|<script|href=/)
  expect(text).toContain('${secret} {{secret}}')
})

test('a line break in a name cannot reach the subject or start a line of its own', () => {
  const name = 'Chen\r\nBcc: spy@example.org'
  const facts = { ...exampleFacts, recipient: { en: name, 'zh-CN': name } }
  expect(renderLetter('reminded', { languages: ['en'], facts }).text).toContain('Dear Chen Bcc: spy@example.org,')
  const step = { key: '3.5', title: { en: 'Review\r\nBcc: spy@example.org', 'zh-CN': '审阅' }, role: 'LG' }
  expect(renderLetter('reminded', { languages: ['en'], facts: { ...facts, step } }).subject).not.toMatch(/[\r\n]/)
})

test('a letter without a language, or with a date that is none, is refused', () => {
  expect(() => renderLetter('reminded', { languages: [], facts: exampleFacts })).toThrow('at least one language')
  const nobody = { en: 'x', 'zh-CN': 'x' }
  const facts = { ...exampleFacts, headTime: 'tomorrow', paper: { signatory: nobody, enteredBy: nobody } }
  expect(() => renderLetter('paper_refused', { languages: ['en'], facts })).toThrow()
})

test('whoever is not to act is asked for nothing, and the head of the place is written to as such', () => {
  const to = (audience: Audience, kind: LetterKind) =>
    renderLetter(kind, { languages: ['en'], facts: { ...everyGap, audience } }).text
  expect(to('staff', 'step_opened')).toContain('Nothing is asked of you.')
  expect(to('staff', 'step_opened')).not.toMatch(/You may:|Please act/)
  expect(to('head', 'escalated')).toContain('We know how much you have before you.')
  expect(to('staff', 'escalated')).toContain('give the step to somebody else')
  expect(to('actor', 'escalated')).toContain('has passed and we have not received your answer')
})

test('a reader whose name is not there is addressed by office', () => {
  const { recipient: _, ...facts } = exampleFacts
  const { text } = renderLetter('resumed', { languages: ['zh-CN', 'en'], facts })
  expect(text).toContain('负责同志：')
  expect(text).toContain('Dear Sir or Madam,')
  expect(text).toContain('Yours faithfully,')
})

test('each kind of decision has words of its own, and redress stands only where the paper promises it (8.9)', () => {
  const subjects = paperForms.map((paperForm) =>
    renderLetter('document_made', { languages: ['en'], facts: { ...everyGap, paperForm } }),
  )
  expect(new Set(subjects.map(({ text }) => text)).size).toBe(paperForms.length)
  const { redressUntil: _, ...told } = everyGap.told ?? {}
  const facts = { ...everyGap, paperForm: 'yellow' as const }
  expect(renderLetter('document_made', { languages: ['en'], facts }).text).toContain('re-examination until')
  expect(renderLetter('document_made', { languages: ['en'], facts: { ...facts, told } }).text).not.toContain(
    'you may ask once for a re-examination',
  )
})

/** The letters of steps that silence holds which do not say that the hold ends in a lapse (R3). */
const silentOnTheLapse = ({ steps: defined, escalation }: Procedure, told: typeof steps = steps): readonly string[] =>
  Object.entries(defined).flatMap(([key, definition]) => {
    const own = told[key]?.asks?.silence
    const holds = escalation[definition.escalation].some(({ effect }) => effect === 'hold')
    if (own === undefined || !holds || !holdsInSilence(definition) || definition.silence !== undefined) return []
    const says = locales.every((locale) => ['holdDays', 'lapses'].every((gap) => gapsOf(own[locale]).includes(gap)))
    return says ? [] : [key]
  })

test.each([full, light])(
  'each letter of $id that says that silence holds the base says that it lapses then (R3)',
  (procedure) => {
    expect(silentOnTheLapse(procedure)).toEqual([])
    const asks = steps['3.5']?.asks
    if (asks === undefined) throw new Error('3.5 asks the place')
    const { text } = renderLetter('step_opened', { languages: ['en', 'zh-CN'], facts: { ...everyGap, own: asks } })
    expect(text).toContain('all dates stand still meanwhile; after 90 days on hold this nomination lapses.')
    expect(text).toContain('暂停满90日的，本次申报随之失效。')
  },
)

test('a letter that tells of the hold alone is found: the twin', () => {
  const asks = {
    ask: { en: 'act', 'zh-CN': '办理' },
    silence: { en: '{heldAfter} later it is held.', 'zh-CN': '{heldAfter}后暂停。' },
  }
  const draft = steps['3.5']
  if (draft === undefined) throw new Error('3.5 is a step')
  expect(silentOnTheLapse(full, { ...steps, '3.5': { ...draft, asks } })).toEqual(['3.5'])
})
