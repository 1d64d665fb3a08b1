import { letters, type LetterKind } from '../domain/letters/letters.js'
import { locales, type Locale } from '../domain/locale.js'
import { momentInWords } from '../domain/words/hours.js'
import { defined } from '../domain/values/defined.js'
import { filled, paragraphOf, type Slots } from './fill.js'
import type { MailFacts, RenderedLetter, Thread } from './letter.js'
import { blocksOf, subjectOf, type LetterBlock, type Notice, type LetterPart } from './letter-blocks.js'
import { letterFrame, rehearsalSubject } from './letter-frame.js'
import { asHtml } from './letter-html.js'
import { oneLine, slotsOf } from './letter-slots.js'

/**
 * Writes a letter, in one language or in several beneath each other in the order given (for a partner in China zh-CN
 * first). Pure: the same facts give the same letter. Refuses no language at all and a date that is none.
 */
export const renderLetter = (
  kind: LetterKind,
  { languages, facts }: { readonly languages: readonly Locale[]; readonly facts: MailFacts },
): RenderedLetter => renderTogether([{ kind, facts }], languages)

/** Writes what waits for one reader as one letter, each notice under its own number; one alone has none. */
export const renderTogether = (notices: readonly Notice[], languages: readonly Locale[]): RenderedLetter => {
  const [first] = notices
  if (languages.length === 0 || first === undefined)
    throw new RangeError('a letter says something in at least one language; got none')
  const parts = languages.map((locale) => partOf(notices, locale))
  const marks = notices.some(({ facts }) => facts.rehearsal) ? rehearsalMarks(languages) : []
  const footer = footerOf(notices, languages)
  const subject = subjectLine(notices, languages)
  const contact = languages.flatMap((locale) => filled(letterFrame[locale].contact, slotsOf(first.facts, locale)) ?? [])
  const page = { marks, parts, contact, footer, subject, language: languages[0] ?? 'en' }
  return {
    languages,
    subject,
    text: [...marks, ...parts.map(asText), [...contact, '', ...footer].join('\n')].join(`\n\n${rule}\n\n`) + '\n',
    html: asHtml(page),
    ...defined({ sender: first.facts.manager?.[languages[0] ?? 'en'], thread: threadOf(notices, languages) }),
  }
}

const rule = '-'.repeat(40)

const basesOf = (notices: readonly Notice[]): readonly string[] => [
  ...new Set(notices.map(({ facts }) => facts.baseId)),
]

/** A mail about one base alone hangs on its thread. */
const threadOf = (notices: readonly Notice[], [locale = 'en']: readonly Locale[]): Thread | undefined => {
  const [notice] = notices
  if (notice === undefined || basesOf(notices).length > 1) return undefined
  const { baseId: base, cluster, firstMail } = notice.facts
  return { base, baseName: cluster[locale], ...defined({ first: notices.length === 1 ? firstMail : undefined }) }
}

/** Rehearsal marks stand in both languages whatever the letter's own are; the letter's first comes first. */
const rehearsalMarks = (languages: readonly Locale[]): string[] =>
  [...new Set([...languages, ...locales])].map((locale) => letterFrame[locale].rehearsal)

/** The first language first, the name of the base last, and a second language only where the line stays short. */
const subjectLine = (notices: readonly Notice[], languages: readonly Locale[]): string => {
  const mark = notices.some(({ facts }) => facts.rehearsal) ? rehearsalSubject : ''
  const said = languages.map((locale) => subjectIn(notices, locale))
  const [first = '', ...others] = said.map((subject, at) => {
    const name =
      at === 0 && basesOf(notices).length === 1 ? (notices[0]?.facts.cluster[languages[0] ?? 'en'] ?? '') : ''
    if (name === '' || subject.includes(name)) return subject
    return `${subject}${languages[0] === 'zh-CN' ? '｜' : ' · '}${name}`
  })
  const whole = [first, ...others].join(' / ')
  return oneLine(`${mark}${cut(whole.length > longest ? first : whole)}`)
}

/** Signs of a subject, beyond which readers see no more of it. */
const longest = 110

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

const subjectIn = (notices: readonly Notice[], locale: Locale): string => {
  const [notice] = notices
  if (notice !== undefined && notices.length === 1) return subjectOf(notice, locale)
  const slots = severalSlots(notices, locale)
  return letterFrame[locale].several.subject.flatMap((one) => filled(one, slots) ?? [])[0] ?? ''
}

/** How many there are, and by when the first of them is to be done. */
const severalSlots = (notices: readonly Notice[], locale: Locale): Slots => {
  const dated = notices.flatMap(({ facts: { dueAt, dueDay } }) => (dueAt && dueDay ? [{ dueAt, dueDay }] : []))
  const [soonest] = dated.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
  return { count: String(notices.length), dueDay: soonest?.dueDay[locale] }
}

const partOf = (notices: readonly Notice[], locale: Locale): LetterPart => {
  const [first] = notices
  const slots = first === undefined ? {} : slotsOf(first.facts, locale)
  const frame = letterFrame[locale]
  const isAlone = notices.length === 1
  return {
    locale,
    isAlone,
    address: [
      ...(slots['body'] === undefined ? [] : [slots['body']]),
      filled(frame.dear, slots) ?? frame.dearNobody,
      ...(isAlone ? [] : overview(notices, locale)),
    ],
    sections: notices.map((notice, at) => ({
      blocks: blocksOf(notice, locale),
      ...defined({ heading: isAlone ? undefined : `${at + 1}. ${subjectOf(notice, locale)}` }),
    })),
    ending: endingOf(notices, { locale, slots }),
  }
}

/** Of each matter: which, of which base, what is asked and by when. */
const overview = (notices: readonly Notice[], locale: Locale): readonly string[] => {
  const { told, listed, named } = letterFrame[locale].several
  const lines = notices.map((notice, at) => {
    const isAsked = isAskedOf(notice)
    const slots = { ...slotsOf(notice.facts, locale), number: String(at + 1), subject: subjectOf(notice, locale) }
    return (isAsked ? filled(listed, slots) : undefined) ?? filled(named, slots) ?? ''
  })
  return [filled(told, { count: String(notices.length) }) ?? '', lines.join('\n')]
}

/** Whoever only hears of it is asked for nothing. */
const isAskedOf = ({ kind, facts: { audience = 'actor' } }: Notice): boolean => {
  const { ends = 'inform', asksToAct = false } = letters[kind]
  return ends !== 'inform' && (audience === 'actor' || !asksToAct)
}

const endingOf = (
  notices: readonly Notice[],
  { locale, slots }: { readonly locale: Locale; readonly slots: Slots },
): readonly string[] => {
  const frame = letterFrame[locale]
  const ends = notices.map((notice) => (isAskedOf(notice) ? (letters[notice.kind].ends ?? 'inform') : 'inform'))
  const [one = 'inform'] = [...new Set(ends)].length === 1 ? ends : ends.filter((end) => end === 'request')
  const sender = frame.sender.flatMap((line) => paragraphOf(line, { slots, between: frame.between }) ?? [])
  return [
    ...(frame.ends[one] === '' ? [] : [`${frame.indent}${frame.ends[one]}`]),
    slots['recipient'] === '' ? frame.greeting.nobody : frame.greeting.person,
    sender.join('\n'),
  ]
}

/** For machines and for whoever keeps the letter: the newest entry of each base, and the last checkpoint over all of it. */
const footerOf = (notices: readonly Notice[], languages: readonly Locale[]): readonly string[] => {
  const newest = new Map(
    notices.toSorted((one, other) => one.facts.headSeq - other.facts.headSeq).map(({ facts }) => [facts.baseId, facts]),
  )
  const checkpoint = notices.find(({ facts }) => facts.checkpoint !== undefined)?.facts.checkpoint
  const place = notices[0]?.facts.zone
  return languages.flatMap((locale) => {
    const { title, entry, matter, exhibited, keep, checkpoint: signed } = letterFrame[locale].footer
    const entries = [...newest.values()].flatMap((facts) => filled(entry, entrySlots(facts, locale)) ?? [])
    const at = checkpoint && { short: checkpoint.short, time: momentInWords(checkpoint.at, place)[locale] }
    const numbered = notices.flatMap(({ facts: { step, exhibit, expiring } }) => [
      ...(step === undefined ? [] : [filled(matter, { no: step.key }) ?? '']),
      ...[...(exhibit === undefined ? [] : [exhibit.id]), ...(expiring?.ids ?? [])].flatMap(
        (no) => filled(exhibited, { no }) ?? '',
      ),
    ])
    return [title, ...entries, ...new Set(numbered), keep, ...(at === undefined ? [] : [filled(signed, at) ?? ''])]
  })
}

const entrySlots = ({ baseId, headSeq, headTime, zone, head, record }: MailFacts, locale: Locale): Slots => ({
  baseNo: baseId,
  seq: String(headSeq),
  time: momentInWords(headTime, zone)[locale],
  code: shortCode(head),
  record,
})

/** The first twelve digits of a ledger head in three groups, as somebody reads them out. */
export const shortCode = (head: string): string =>
  [0, 4, 8].map((from) => head.slice(from, from + 4).toUpperCase()).join('-')

const asText = ({ locale, address, sections, ending }: LetterPart): string =>
  [
    ...address,
    ...sections.flatMap(({ heading, blocks }) => [
      ...(heading === undefined ? [] : [heading]),
      ...blocks.map((block) => inText(block, locale)),
    ]),
    ...ending,
  ].join('\n\n')

const inText = (block: LetterBlock, locale: Locale): string => {
  const { indent } = letterFrame[locale]
  if (block.is === 'text') return `${indent}${block.text}`
  return block.is === 'list' ? block.items.map((item) => `${indent}${item}`).join('\n') : block.href
}
