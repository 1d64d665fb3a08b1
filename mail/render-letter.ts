import type { Letter, OmittedLine } from '../domain/letters/letter.js'
import { momentInWords } from '../domain/words/hours.js'
import { letters, type LetterKind } from '../domain/letters/letters.js'
import { dateInWords, locales, type Locale, type LocalText } from '../domain/locale.js'
import type { MailFacts, RenderedLetter } from './letter.js'
import { defined } from '../domain/values/defined.js'
import { letterFrame, letterLabels } from './letter-frame.js'

/** A notice of a letter: its kind, and what it tells. */
export interface Notice {
  readonly kind: LetterKind
  readonly facts: MailFacts
}

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
  if (languages.length === 0) throw new RangeError('a letter is written in at least one language; got none')
  const parts = languages.map((locale) => partOf(notices, locale))
  const marks = notices.some(({ facts }) => facts.rehearsal) ? rehearsalMarks(languages) : []
  const ledger = ledgerLines(languages, notices)
  return {
    languages,
    subject: subjectOf(notices, languages),
    text: [...marks, ...parts.map(asText), ledger.join('\n')].join(`\n\n${rule}\n\n`) + '\n',
    html: asHtml({ marks, parts, ledger, language: languages[0] ?? 'en' }),
  }
}

/** The newest head of each base, and the last checkpoint over all of it: whoever keeps the letter keeps both. */
const ledgerLines = (languages: readonly Locale[], notices: readonly Notice[]): string[] => {
  const newest = new Map(
    notices.toSorted((one, other) => one.facts.headSeq - other.facts.headSeq).map(({ facts }) => [facts.baseId, facts]),
  )
  const place = notices[0]?.facts.zone
  const checkpoint = notices.find(({ facts }) => facts.checkpoint !== undefined)?.facts.checkpoint
  return [
    ...[...newest.values()].flatMap(({ baseId, head, headTime, zone }) => [
      ...languages.map((locale) => letterFrame.ledger[locale](baseId, momentInWords(headTime, zone)[locale])),
      head,
    ]),
    ...(checkpoint === undefined
      ? []
      : languages.map((locale) =>
          letterFrame.checkpoint[locale](checkpoint.short, momentInWords(checkpoint.at, place)[locale]),
        )),
  ]
}

interface Part {
  readonly locale: Locale
  readonly greeting: readonly string[]
  readonly sections: readonly Section[]
  readonly sender: string
}

/** One notice in one language; its heading is a number and a subject where there are several. */
interface Section {
  readonly heading?: string
  readonly opening: string
  readonly lines: readonly (readonly [label: string, value: string])[]
  readonly link: readonly [label: string, href: string]
  readonly closing: readonly string[]
}

const rule = '-'.repeat(40)

/** Rehearsal marks stand in both languages whatever the letter's own are; the letter's first comes first. */
const rehearsalMarks = (languages: readonly Locale[]): string[] =>
  [...new Set([...languages, ...locales])].map((locale) => letterFrame.rehearsal[locale])

const subjectOf = (notices: readonly Notice[], languages: readonly Locale[]): string => {
  const mark = notices.some(({ facts }) => facts.rehearsal) ? letterFrame.rehearsalSubject : ''
  const bases = new Set(notices.map(({ facts }) => facts.baseId))
  const [base] = bases
  const [notice] = notices
  const said = languages.map((locale) =>
    notice !== undefined && notices.length === 1
      ? subjectOfOne(notice, locale)
      : letterFrame.several[locale](notices.length, bases.size),
  )
  return oneLine(`${mark}${bases.size === 1 ? `[${base}] ` : ''}${said.join(' / ')}`)
}

/** The words of a letter and the lines it leaves out, in the form it has. */
const formOf = ({ kind, facts: { form } }: Notice): Pick<Letter, 'words' | 'omits'> => {
  const { words, omits = [], forms = {} } = letters[kind]
  return (form && forms[form]) ?? { words, omits }
}

const subjectOfOne = (notice: Notice, locale: Locale): string => {
  const { facts } = notice
  const { subject } = formOf(notice).words[locale]
  return facts.step === undefined ? subject : `${subject}${letterFrame.between[locale]}${facts.step.title[locale]}`
}

const partOf = (notices: readonly Notice[], locale: Locale): Part => {
  const alone = notices.length === 1
  const bases = new Set(notices.map(({ facts }) => facts.baseId))
  return {
    locale,
    greeting: [
      letterFrame.greeting[locale](oneLine(notices[0]?.facts.recipientName ?? '')),
      ...(alone ? [] : [letterFrame.told[locale](notices.length, bases.size)]),
    ],
    sections: notices.map((notice, at) => ({
      ...sectionOf(notice, locale),
      ...defined({ heading: alone ? undefined : `${at + 1}. ${oneLine(subjectOfOne(notice, locale))}` }),
    })),
    sender: letterFrame.sender[locale],
  }
}

const sectionOf = (notice: Notice, locale: Locale): Section => {
  const { facts } = notice
  const wording = formOf(notice).words[locale]
  return {
    opening: wording.opening,
    lines: factLines(notice, locale),
    link: [letterLabels.link[locale], facts.link],
    closing: [wording.closing].filter((text) => text !== ''),
  }
}

const factLines = (notice: Notice, locale: Locale): (readonly [string, string])[] => {
  const { kind, facts } = notice
  const { roleIs = 'role' } = letters[kind]
  const { omits = [] } = formOf(notice)
  const line = (label: keyof typeof letterLabels, value: string | undefined): (readonly [string, string])[] =>
    value === undefined || value === '' ? [] : [[letterLabels[label][locale], value]]
  const unlessOmitted = <T>(omitted: OmittedLine, value: T): T | undefined =>
    omits.includes(omitted) ? undefined : value
  const { step, paper, voided, adoption, sentBack, raised } = facts
  return [
    ...line('base', `${facts.cluster[locale]} (${facts.baseId})`),
    ...line('step', step && `${step.key} ${step.title[locale]}`),
    ...line(
      roleIs === 'role' && step?.isReaders === false ? 'waitsFor' : roleIs,
      unlessOmitted('role', step && said(step.role, locale)),
    ),
    ...line('signatory', unlessOmitted('signatory', paper?.signatory)),
    ...line('act', paper?.option?.[locale]),
    ...line('signedOn', paper?.signedOn && dateInWords(paper.signedOn, locale)),
    ...line('enteredBy', unlessOmitted('enteredBy', paper?.enteredBy[locale])),
    ...line('confirmedBy', paper?.confirmedBy?.[locale]),
    ...line('refusedBy', paper?.refusedBy?.[locale]),
    ...line('cause', voided?.cause[locale]),
    ...line('because', voided?.because?.[locale]),
    ...line('decidedBy', voided?.decidedBy?.[locale]),
    ...line('version', adoption?.version),
    ...line('former', adoption?.former),
    ...line('agreedBy', adoption?.agreedBy?.[locale]),
    ...line('exhibit', facts.exhibit?.id),
    ...line('reason', facts.exhibit?.why[locale]),
    ...line('sentBack', sentBack?.by[locale]),
    ...line('sentBackFor', sentBack?.code?.[locale]),
    ...line('missing', sentBack?.words),
    ...line('raised', raised?.by[locale]),
    ...line('raisedWords', raised?.words),
    ...line('formerDueBy', unlessOmitted('dueBy', facts.formerDueBy?.[locale])),
    ...line('dueBy', unlessOmitted('dueBy', facts.dueBy?.[locale])),
    ...line(
      'options',
      unlessOmitted('options', facts.options?.map((option) => option[locale]).join(letterFrame.listed[locale])),
    ),
    ...line('silence', unlessOmitted('silence', facts.silence?.[locale])),
    ...line('contested', facts.contested?.[locale]),
    ...line('means', facts.means?.[locale]),
    ...line('outcome', facts.outcome?.[locale]),
    ...line('reason', facts.reason === undefined ? undefined : said(facts.reason, locale)),
    ...line('rung', facts.rung === undefined ? undefined : String(facts.rung)),
  ]
}

const said = (text: LocalText | string, locale: Locale): string => (typeof text === 'string' ? text : text[locale])

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const asText = ({ locale, greeting, sections, sender }: Part): string =>
  [...greeting, ...sections.flatMap((section) => sectionAsText(section, locale)), sender].join('\n\n')

const sectionAsText = (
  { heading, opening, lines, link: [label, href], closing }: Section,
  locale: Locale,
): string[] => [
  ...(heading === undefined ? [] : [heading]),
  opening,
  lines.map(([name, value]) => `${name}${letterFrame.between[locale]}${value}`).join('\n'),
  `${label}${letterFrame.between[locale].trimEnd()}\n${href}`,
  ...closing,
]

interface Page {
  readonly marks: readonly string[]
  readonly parts: readonly Part[]
  readonly ledger: readonly string[]
  readonly language: Locale
}

const asHtml = ({ marks, parts, ledger, language }: Page): string => {
  const alarm = 'margin:0 0 4px;padding:8px;border:1px solid #a61b1b;color:#a61b1b;font-weight:bold'
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title></title></head>`,
    '<body style="margin:16px;font-family:sans-serif;font-size:15px;line-height:1.6;color:#1d2733;max-width:640px">',
    ...marks.map((mark) => `<p style="${alarm}">${escaped(mark)}</p>`),
    ...parts.map(partAsHtml),
    `<p style="font-size:12px;color:#5b6673;word-break:break-all">${ledger.map(escaped).join('<br>')}</p>`,
    '</body></html>',
  ].join('\n')
}

const partAsHtml = ({ locale, greeting, sections, sender }: Part): string =>
  [
    `<div lang="${locale}" style="padding-bottom:12px;margin-bottom:16px;border-bottom:1px solid #c3cad2">`,
    ...greeting.map((text) => `<p>${escaped(text)}</p>`),
    ...sections.map(sectionAsHtml),
    `<p>${escaped(sender)}</p>`,
    '</div>',
  ].join('\n')

const sectionAsHtml = ({ heading, opening, lines, link: [label, href], closing }: Section): string => {
  const cell = 'padding:4px 12px 4px 0;vertical-align:top;text-align:left;font-weight:normal'
  const rows = lines.map(
    ([name, value]) =>
      `<tr><th style="${cell};color:#5b6673">${escaped(name)}</th><td style="${cell}">${escaped(value)}</td></tr>`,
  )
  return [
    ...(heading === undefined ? [] : [`<h2 style="font-size:16px;margin:20px 0 4px">${escaped(heading)}</h2>`]),
    `<p>${escaped(opening)}</p>`,
    `<table style="border-collapse:collapse">${rows.join('')}</table>`,
    `<p>${escaped(label)}<br>${linked(href)}</p>`,
    ...closing.map((text) => `<p>${escaped(text)}</p>`),
  ].join('\n')
}

/** Only a web address becomes a link; anything else stays text. */
const linked = (href: string): string =>
  /^https?:\/\//i.test(href) ? `<a href="${escaped(href)}">${escaped(href)}</a>` : escaped(href)

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
