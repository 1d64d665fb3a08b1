import type { BaseId } from '../../domain/ids.js'
import { memorandumModel, modelOf } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { applyModel } from '../../domain/text/apply-model.js'
import type { TextModel } from '../../domain/text/model.js'
import { annexNumber, chineseNumeral, paragraphMark, sectionNumber } from '../../domain/text/numbering.js'
import type { MemorandumText, SetParagraph, SetPiece, SetText } from '../../domain/text/text.js'
import { defined } from '../../domain/values/defined.js'
import type { PaperOf } from '../paper.js'
import type { Block, Content } from '../sheet.js'
import { withGaps, wordingOf, type TextReading } from './gaps.js'

/**
 * The original that one side holds: the Alliance the English one, the Government the other. Its holder is named first and its
 * holder's language stands first; each language is a whole text with its own signature page, the annexes follow the last.
 */
export const composeMouText = (paper: PaperOf<'mou_text'>): Content => {
  const { facts, language } = paper
  const model = modelOf(facts.text.model)
  const text = mouSet(paper)
  const languages = ordered(text.authentic, language)
  const words = wordings[language]
  const sides = holderOf(language) === model.sides[0] ? model.sides : [...model.sides].reverse()
  return {
    layout: 'memorandum',
    title: words.named(paper.base.cluster[language]),
    ...defined({
      mark:
        facts.locked === true
          ? undefined
          : words.draft(facts.version, dateInWords(paper.ledger.at.slice(0, 10), language)),
    }),
    blocks: [
      ...languages.map((one, index): Block =>
        bodyIn(one, { text, model, first: index === 0, sides, values: facts.text.values }),
      ),
      ...languages.map((one): Block => annexesIn(one, { text, model })),
      ...missingIn(language, { text, model }),
    ],
  }
}

/** The text of a paper as it is set in it: whoever holds the original is named first. */
export const mouSet = ({ facts, language }: PaperOf<'mou_text'>): SetText =>
  applyModel(modelOf(facts.text.model), { ...facts.text, heldBy: holderOf(language) })

const holderOf = (language: Locale): string => memorandumModel.sides[language === 'en' ? 0 : 1]

/** English first in the original of the Alliance, last in that of the Government. */
const ordered = (languages: readonly string[], held: Locale): readonly string[] => {
  const others = languages.filter((one) => one !== 'en')
  const english = languages.filter((one) => one === 'en')
  return held === 'en' ? [...english, ...others] : [...others, ...english]
}

interface Made {
  readonly text: SetText
  readonly model: TextModel
}

const reading = (language: string, { text, model }: Made): TextReading => ({
  language,
  locale: language === 'zh-CN' ? 'zh-CN' : 'en',
  style: text.citing[language] ?? 'western',
  variables: model.variables,
})

/** The sides in the order of this original, and the values their names are taken from. */
interface Signed {
  readonly sides: readonly string[]
  readonly values: MemorandumText['values']
}

const bodyIn = (
  language: string,
  { first, sides, values, ...made }: Made & Signed & { readonly first: boolean },
): Block => {
  const read = reading(language, made)
  const { text } = made
  const ofKind = (kind: SetPiece['kind']) => text.pieces.filter((piece) => piece.kind === kind)
  const plain = (paragraphs: readonly SetParagraph[]) =>
    paragraphs.map((one): Block => ({ type: 'paragraph', text: withGaps(one.text, read) }))
  const [title] = ofKind('title').flatMap(({ paragraphs }) => paragraphs)
  return {
    type: 'language',
    language,
    first,
    ...defined({ title: title === undefined ? undefined : withGaps(title.text, read) }),
    blocks: [
      ...ofKind('recitals').flatMap(({ paragraphs }) => plain(paragraphs)),
      ...text.parts.flatMap(({ id, heading }, index): readonly Block[] => [
        { type: 'part', text: wordings[read.locale].part(index + 1, withGaps(heading, read)) },
        ...ofKind('clause')
          .filter(({ part }) => part === id)
          .map((piece) => sectionOf(piece, read)),
      ]),
      ...plain(text.closing),
      signatures(sides, { read, values }),
    ],
  }
}

const sectionOf = ({ number = 0, heading, paragraphs }: SetPiece, read: TextReading): Block => ({
  type: 'section',
  number: sectionNumber(number, read.style),
  heading: withGaps(heading, read),
  paragraphs: paragraphs.map((one) => ({
    mark: one.number === undefined ? '' : paragraphMark(one.number, read.style),
    text: withGaps(one.text, read),
  })),
})

const annexesIn = (language: string, made: Made): Block => {
  const read = reading(language, made)
  return {
    type: 'language',
    language,
    first: false,
    blocks: made.text.pieces.filter(({ kind }) => kind === 'annex').flatMap((annex) => annexBlocks(annex, read)),
  }
}

const annexBlocks = ({ number = 0, heading, paragraphs }: SetPiece, read: TextReading): readonly Block[] => [
  {
    type: 'section',
    heading: `${wordings[read.locale].annex(annexNumber(number, read.style))} ${withGaps(heading, read)}`,
    paragraphs: [],
  },
  ...paragraphs.flatMap((one): readonly Block[] => [
    {
      type: 'paragraph',
      text: `${one.number === undefined ? '' : `${paragraphMark(one.number, read.style)}${read.style === 'chinese' ? '' : ' '}`}${withGaps(one.text, read)}`,
    },
    ...tableOf(one, read),
  ]),
]

const tableOf = ({ table }: SetParagraph, read: TextReading): readonly Block[] => {
  if (table === undefined) return []
  if (table.rows.length === 0) return [{ type: 'paragraph', text: withGaps(table.none, read) }]
  return [
    {
      type: 'table',
      columns: table.columns.map(({ heading, width }) => ({ label: withGaps(heading, read), width, align: 'left' })),
      rows: table.rows.map((row) => row.map((cell) => withGaps(cell, read))),
    },
  ]
}

/** The holder of the original signs on the left. */
const signatures = (
  sides: readonly string[],
  { read, values }: { readonly read: TextReading; readonly values: MemorandumText['values'] },
): Block => {
  const words = wordings[read.locale]
  return {
    type: 'signatures',
    sides: sides.map((side) => ({
      of: words.onBehalfOf(wordingOf(`${side}.full`, { values, read })),
      lines: [words.signature, words.nameAndOffice, words.placeAndDate],
    })),
  }
}

/** What the text asks for and nobody has given: named with the place it is taken from, and never made up. */
const missingIn = (locale: Locale, { text, model }: Made): readonly Block[] => {
  const asked = model.variables.filter(({ name, outside }) => outside !== true && text.missing.includes(name))
  if (asked.length === 0) return []
  return [
    { type: 'heading', text: wordings[locale].missing },
    { type: 'list', items: asked.map(({ title, source }) => wordings[locale].from(title[locale], source[locale])) },
  ]
}

interface Words {
  readonly named: (base: BaseId) => string
  readonly draft: (version: number, day: string) => string
  readonly part: (number: number, heading: string) => string
  readonly annex: (number: string) => string
  readonly onBehalfOf: (name: string) => string
  readonly signature: string
  readonly nameAndOffice: string
  readonly placeAndDate: string
  readonly missing: string
  readonly from: (what: string, source: string) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    named: (base) => `Memorandum of Understanding: ${base}`,
    draft: (version, day) => `DRAFT ${version} · ${day}`,
    part: (number, heading) => `Part ${romanNumerals[number] ?? String(number)}. ${heading}`,
    annex: (number) => `Annex ${number}.`,
    onBehalfOf: (name) => `For ${name}`,
    signature: 'Signature',
    nameAndOffice: 'Name and office',
    placeAndDate: 'Place and date',
    missing: 'Values without a source so far',
    from: (what, source) => `${what} (from: ${source})`,
  },
  'zh-CN': {
    named: (base) => `谅解备忘录：${base}`,
    draft: (version, day) => `草案（第${version}稿）· ${day}`,
    part: (number, heading) => `第${chineseNumeral(number)}部分 ${heading}`,
    annex: (number) => `附件${number}`,
    onBehalfOf: (name) => `${name}代表`,
    signature: '签字',
    nameAndOffice: '姓名和职务',
    placeAndDate: '地点和日期',
    missing: '尚无来源的内容',
    from: (what, source) => `${what}（来源：${source}）`,
  },
}

const romanNumerals = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'] as const
