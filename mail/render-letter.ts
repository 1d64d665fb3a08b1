import { dateInWords, instantInWords, locales, type Locale, type LocalText } from '../domain/locale.js'
import type { LetterFacts, LetterKind, RenderedLetter } from './letter.js'
import { letterFrame, letterLabels, letterWordings } from './letter-wordings.js'

/**
 * Writes a letter, in one language or in several beneath each other in the order given (for a partner in China zh-CN
 * first). Pure: the same facts give the same letter. Refuses no language at all and a date that is none.
 */
export const renderLetter = (
  kind: LetterKind,
  { languages, facts }: { readonly languages: readonly Locale[]; readonly facts: LetterFacts },
): RenderedLetter => {
  if (languages.length === 0) throw new RangeError('a letter is written in at least one language; got none')
  const parts = languages.map((locale) => partOf(kind, { locale, facts }))
  const marks = facts.rehearsal ? rehearsalMarks(languages) : []
  const ledger = ledgerLines(languages, facts)
  return {
    languages,
    subject: subjectOf(kind, { languages, facts }),
    text: [...marks, ...parts.map(asText), ledger.join('\n')].join(`\n\n${rule}\n\n`) + '\n',
    html: asHtml({ marks, parts, ledger, language: languages[0] ?? 'en' }),
  }
}

/** The head of the base's ledger, and the last checkpoint over all of it: whoever keeps the letter keeps both. */
const ledgerLines = (languages: readonly Locale[], { baseId, head, headTime, checkpoint }: LetterFacts): string[] => [
  ...languages.map((locale) => letterFrame.ledger[locale](baseId, instantInWords(headTime))),
  head,
  ...(checkpoint === undefined
    ? []
    : languages.map((locale) => letterFrame.checkpoint[locale](checkpoint.short, instantInWords(checkpoint.at)))),
]

interface Part {
  readonly locale: Locale
  readonly paragraphs: readonly string[]
  readonly lines: readonly (readonly [label: string, value: string])[]
  readonly link: readonly [label: string, href: string]
  readonly closing: readonly string[]
}

const rule = '-'.repeat(40)

/** Rehearsal marks stand in both languages whatever the letter's own are; the letter's first comes first. */
const rehearsalMarks = (languages: readonly Locale[]): string[] =>
  [...new Set([...languages, ...locales])].map((locale) => letterFrame.rehearsal[locale])

const subjectOf = (
  kind: LetterKind,
  { languages, facts }: { readonly languages: readonly Locale[]; readonly facts: LetterFacts },
): string => {
  const said = languages.map((locale) => {
    const { subject } = letterWordings[kind][locale]
    return facts.step === undefined ? subject : `${subject}${letterFrame.between[locale]}${facts.step.title[locale]}`
  })
  return oneLine(`${facts.rehearsal ? letterFrame.rehearsalSubject : ''}[${facts.baseId}] ${said.join(' / ')}`)
}

const partOf = (
  kind: LetterKind,
  { locale, facts }: { readonly locale: Locale; readonly facts: LetterFacts },
): Part => {
  const wording = letterWordings[kind][locale]
  return {
    locale,
    paragraphs: [letterFrame.greeting[locale](oneLine(facts.recipientName)), wording.opening],
    lines: factLines(kind, { locale, facts }),
    link: [letterLabels.link[locale], facts.link],
    closing: [wording.closing, letterFrame.sender[locale]].filter((text) => text !== ''),
  }
}

const factLines = (
  kind: LetterKind,
  { locale, facts }: { readonly locale: Locale; readonly facts: LetterFacts },
): (readonly [string, string])[] => {
  const line = (label: keyof typeof letterLabels, value: string | undefined): (readonly [string, string])[] =>
    value === undefined || value === '' ? [] : [[letterLabels[label][locale], value]]
  const { step, paper, voided, adoption } = facts
  return [
    ...line('base', `${facts.cluster[locale]} (${facts.baseId})`),
    ...line('step', step && `${step.key} ${step.title[locale]}`),
    ...roleLabels(kind).flatMap((label) => line(label, step && said(step.role, locale))),
    ...line('signatory', kind === 'paper_recorded' ? undefined : paper?.signatory),
    ...line('act', paper?.option?.[locale]),
    ...line('signedOn', paper?.signedOn && dateInWords(paper.signedOn, locale)),
    ...line('enteredBy', kind === 'paper_refused' ? undefined : paper?.enteredBy[locale]),
    ...line('confirmedBy', paper?.confirmedBy?.[locale]),
    ...line('refusedBy', paper?.refusedBy?.[locale]),
    ...line('cause', voided?.cause[locale]),
    ...line('because', voided?.because?.[locale]),
    ...line('decidedBy', voided?.decidedBy?.[locale]),
    ...line('version', adoption?.version),
    ...line('former', adoption?.former),
    ...line('agreedBy', adoption?.agreedBy?.[locale]),
    ...line('formerDueOn', facts.formerDueOn && dateInWords(facts.formerDueOn, locale)),
    ...line('dueOn', facts.dueOn && dateInWords(facts.dueOn, locale)),
    ...line('options', facts.options?.map((option) => option[locale]).join(letterFrame.listed[locale])),
    ...line('outcome', facts.outcome?.[locale]),
    ...line('reason', facts.reason === undefined ? undefined : said(facts.reason, locale)),
    ...line('rung', facts.rung === undefined ? undefined : String(facts.rung)),
  ]
}

/** What the role of the step is to the reader: nothing, where somebody else has signed in it or an act in it is past. */
const roleLabels = (kind: LetterKind): readonly ('role' | 'wanted' | 'signedAs')[] => {
  if (['paper_awaits', 'paper_refused', 'step_voided'].includes(kind)) return []
  if (kind === 'paper_recorded') return ['signedAs']
  return [kind === 'vacancy' ? 'wanted' : 'role']
}

const said = (text: LocalText | string, locale: Locale): string => (typeof text === 'string' ? text : text[locale])

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const asText = ({ locale, paragraphs, lines, link: [label, href], closing }: Part): string =>
  [
    ...paragraphs,
    lines.map(([name, value]) => `${name}${letterFrame.between[locale]}${value}`).join('\n'),
    `${label}${letterFrame.between[locale].trimEnd()}\n${href}`,
    ...closing,
  ].join('\n\n')

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

const partAsHtml = ({ locale, paragraphs, lines, link: [label, href], closing }: Part): string => {
  const cell = 'padding:4px 12px 4px 0;vertical-align:top;text-align:left;font-weight:normal'
  const rows = lines.map(
    ([name, value]) =>
      `<tr><th style="${cell};color:#5b6673">${escaped(name)}</th><td style="${cell}">${escaped(value)}</td></tr>`,
  )
  return [
    `<div lang="${locale}" style="padding-bottom:12px;margin-bottom:16px;border-bottom:1px solid #c3cad2">`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    `<table style="border-collapse:collapse">${rows.join('')}</table>`,
    `<p>${escaped(label)}<br>${linked(href)}</p>`,
    ...closing.map((text) => `<p>${escaped(text)}</p>`),
    '</div>',
  ].join('\n')
}

/** Only a web address becomes a link; anything else stays text. */
const linked = (href: string): string =>
  /^https?:\/\//i.test(href) ? `<a href="${escaped(href)}">${escaped(href)}</a>` : escaped(href)

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
