import { steps } from '../../domain/gicc/steps.js'
import { paperForms, type Audience } from '../../domain/letters/letter.js'
import { letterKinds, letters, type LetterKind } from '../../domain/letters/letters.js'
import { locales, type Locale, type LocalText } from '../../domain/locale.js'
import type { MailFacts } from '../../mail/letter.js'
import { renderLetter } from '../../mail/render-letter.js'
import { exampleFacts } from './example-letters.js'

const both = (en: string, chinese: string): LocalText => ({ en, 'zh-CN': chinese })
const moment = both(
  'Monday, 1 November 2027, 24:00 in Beijing (12:00 the same day in New York)',
  '2027年11月1日（星期一）24时（北京时间；纽约时间同日12时）',
)
const person = both('Chen Xiaoyan (Committee secretary)', '陈晓燕（委员会秘书）')

/** Whatever a letter may tell, all at once. */
export const everyGap: MailFacts = {
  ...exampleFacts,
  government: both('the Government of Yueqing', '乐清市人民政府'),
  isWorkingDate: true,
  isExtensible: true,
  formerDueBy: moment,
  until: moment,
  silence: both('it goes on waiting', '将继续等待'),
  hold: {
    after: both('20 working days', '20个工作日'),
    day: moment,
    days: 90,
    lapses: both('this nomination', '本次申报'),
  },
  first: both('1 October 2027', '2027年10月1日'),
  nth: 2,
  reminders: 1,
  left: 5,
  contested: both('the shortlist: decline', '审议入围名单：不予通过'),
  means: both('Accepted, it stands.', '接受的，决定生效。'),
  sentBack: { by: both('the check', '核对'), code: both('Incomplete', '不完整'), words: '2027' },
  raised: { by: both('Asked for by the manager.', '由项目经理提出。'), words: '2027' },
  outcome: both('Declined', '不予通过'),
  reason: both('The time allowed has passed', '期限已过'),
  paper: {
    signatory: person,
    option: both('no objection', '无异议'),
    signedOn: '2027-09-01',
    enteredBy: person,
    confirmedBy: person,
    refusedBy: person,
  },
  exhibit: { id: '00000002-0000-4000-8000-000000000000', why: both('not legible', '无法辨认') },
  voided: { cause: both('entered by mistake', '误录'), because: both('the score', '评分'), decidedBy: person },
  adoption: { version: '2027-03-01', agreedBy: person },
  told: {
    decision: both('Decline', '不予通过'),
    decidedOn: both('1 October 2027', '2027年10月1日'),
    reasonText: both('2027', '2027'),
    score: both('64', '64'),
    slot: both('4', '4'),
    reservedUntil: moment,
    conditions: both('2', '2'),
    redressUntil: moment,
    admittedWithin: both('5 working days', '5个工作日'),
    decidedWithin: both('20 working days', '20个工作日'),
    year: both('2027', '2027'),
    total: both('71', '71'),
    colour: both('Green', '绿色（运行良好）'),
    colourLow: both('green', '绿色（运行良好）'),
    titleYears: both('2', '2'),
    nextReview: both('1 January 2028', '2028年1月1日'),
    planWithin: both('30 working days', '30个工作日'),
    parts: both('13', '13'),
    missing: both('the map', '地图'),
    plaque: both('7', '7'),
    firstReview: both('1 January 2028', '2028年1月1日'),
    written: both('1', '1'),
    writtenOf: both('2', '2'),
    deferredUntil: both('1 March 2028', '2028年3月1日'),
    mustShow: both('the water permit', '取水许可'),
    ceremonyOn: both('1 March 2028', '2028年3月1日'),
    ceremonyItems: both('opening; plaque', '开幕；授牌匾'),
  },
}

export interface LetterCase {
  readonly kind: LetterKind
  readonly facts: MailFacts
  readonly language: Locale
}

/** Every letter there is: kind, form, paper, reader, steps with words of their own; each in each language, with all facts and with few. */
export const letterCases = (): readonly LetterCase[] => {
  const few: MailFacts = { ...exampleFacts, told: {} }
  const audiences: readonly Audience[] = ['actor', 'head', 'place', 'staff']
  const kinds = letterKinds.flatMap((kind) => {
    const { forms = {}, papers } = letters[kind]
    const formed = Object.keys(forms).flatMap((form) => (isForm(kind, form) ? [{ form }] : []))
    const papered = papers === undefined ? [] : paperForms.map((paperForm) => ({ paperForm }))
    return [{}, ...formed, ...papered, ...audiences.map((audience) => ({ audience }))].map((more) => ({ kind, more }))
  })
  const own = Object.values(steps).flatMap(({ key, title, asks }) =>
    asks === undefined
      ? []
      : [
          {
            kind: 'step_opened' as const,
            more: { own: asks, step: { key, title, role: both('Local government', '地方政府') } },
          },
        ],
  )
  const news = Object.values(steps).flatMap(({ key, title, news: told = {} }) =>
    Object.values(told).map(({ words }) => ({
      kind: 'step_news' as const,
      more: { news: words, step: { key, title, role: both('Local government', '地方政府') } },
    })),
  )
  return [...kinds, ...own, ...news].flatMap(({ kind, more }) =>
    [everyGap, few].flatMap((facts) => locales.map((language) => ({ kind, language, facts: { ...facts, ...more } }))),
  )
}

const isForm = (kind: LetterKind, form: string): form is NonNullable<MailFacts['form']> =>
  Object.hasOwn(letters[kind].forms ?? {}, form)

/** What a letter may not do; each law that one breaks, with the letter. */
export const brokenLaws = ({ kind, facts, language }: LetterCase): readonly string[] => {
  const { subject, text, html } = renderLetter(kind, { languages: [language], facts })
  const [letter = '', tail = ''] = text.split(`\n\n${'-'.repeat(40)}\n\n`)
  const [contact = '', footer = ''] = tail.split('\n\n')
  const body = `${subject}\n${letter}`
  const said = body.replaceAll(facts.link, '')
  const laws: Readonly<Record<string, boolean>> = {
    'no address': letter.startsWith(facts.body?.[language] ?? '') && letter.includes(facts.recipient?.[language] ?? ''),
    'no day': letter.includes(language === 'en' ? '30 September 2027' : '2027年9月30日'),
    'no contact': contact.includes(facts.office ?? '') && contact.includes(facts.manager?.[language] ?? ''),
    'no link': letter.includes(facts.link) && html.includes(facts.link),
    'no code to verify by': footer.includes('3F9A-1C5B-E07D') && footer.includes(facts.baseId),
    'an id outside the footer': !said.includes(facts.baseId) && !/\b[pm]-[a-z]+-\d/.test(said),
    'a code outside the footer':
      !/(?:^|[\s（(“"])(?:R|E|SD|G)?\d+\.\d+[a-z]?(?![\d.年月日%])|\b(?:R|SD)\d+\b|[0-9a-f]{16}/m.test(said),
    'an English word in Chinese': language === 'en' || !/[A-Za-z]{2,}/.test(said),
    'a gap': !/[{}[\]]|undefined/.test(said),
    'a date without both zones': !asksByADay(kind, facts) || bothZones(letter, language),
    'no request':
      !asksByADay(kind, facts) || kind === 'deadline_moved' || (language === 'en' ? /please|ask/i : /请/).test(letter),
    'words that differ in the page': letter.split('\n').every((line) => html.includes(inPage(line.trim()))),
    'a long subject': [...subject].length <= 110,
  }
  return Object.entries(laws).flatMap(([law, kept]) =>
    kept
      ? []
      : [`${kind} ${facts.form ?? facts.paperForm ?? facts.audience ?? facts.step?.key ?? ''} ${language}: ${law}`],
  )
}

/** As a page writes what it is given. */
const inPage = (line: string): string => line.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const asksByADay = (kind: LetterKind, facts: MailFacts): boolean =>
  kind === 'deadline_moved' ||
  (letters[kind].asksToAct === true && facts.form === undefined && (facts.audience ?? 'actor') === 'actor')

const bothZones = (letter: string, language: Locale): boolean =>
  (language === 'en' ? /24:00 in Beijing \(12:00/ : /24时（北京时间；纽约时间/).test(letter)
