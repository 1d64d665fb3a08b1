import type { Locale } from '../../domain/locale.js'
import { organisation } from '../letterhead.js'
import type { MouTerms } from '../mou/clause.js'
import { startingText } from '../mou/starting-text.js'
import type { PaperOf } from '../paper.js'
import type { Block, Content } from '../sheet.js'
import { chineseNumeral, say } from '../wording.js'

/** One language version of the memorandum of understanding; headings are bilingual, numbers the same in both. */
export const composeMouText = (paper: PaperOf<'mou_text'>): Content => {
  const { facts, language } = paper
  const words = wordings[language]
  return {
    layout: 'memorandum',
    title: words.title,
    subtitle: words.between(organisation[language], paper.base.government[language]),
    mark: facts.locked === true ? words.final(facts.version) : words.draft(facts.version),
    blocks: [
      { type: 'paragraph', text: words.preamble },
      ...mouClauseTexts(paper).map(({ number, heading, otherHeading, paragraphs }) => ({
        type: 'clause' as const,
        number: words.article(number),
        heading,
        otherHeading,
        paragraphs: paragraphs.map((text, index) => ({ number: `${number}.${index + 1}`, text })),
      })),
      signatures(paper),
      { type: 'heading', text: words.annex },
      facts.conditions.length === 0
        ? { type: 'paragraph', text: words.noConditions }
        : { type: 'list', items: facts.conditions.map((condition) => say(condition, language)) },
    ],
  }
}

export interface MouClauseText {
  readonly key: string
  /** From 1, the same in every language. */
  readonly number: number
  readonly heading: string
  /** The heading in the other language. */
  readonly otherHeading: string
  readonly paragraphs: readonly string[]
}

/**
 * The clauses of one memorandum as plain texts, for comparing two versions or two languages (R6, 8.7).
 * The same numbers and as many paragraphs come out in either language.
 */
export const mouClauseTexts = ({ base, facts, language }: PaperOf<'mou_text'>): readonly MouClauseText[] => {
  const terms: MouTerms = {
    ...base,
    termYears: facts.termYears,
    times: facts.times,
    conditions: facts.conditions.length,
  }
  const other: Locale = language === 'en' ? 'zh-CN' : 'en'
  return (facts.text ?? startingText(terms)).clauses.map(({ id, heading, paragraphs }, index) => ({
    key: id,
    number: index + 1,
    heading: heading[language] ?? '',
    otherHeading: heading[other] ?? '',
    paragraphs: paragraphs.map(({ text }) => text[language] ?? ''),
  }))
}

const signatures = ({ base, language }: PaperOf<'mou_text'>): Block => {
  const words = wordings[language]
  const lines = [words.signature, words.nameAndOffice, words.placeAndDate]
  return {
    type: 'signatures',
    sides: [
      { of: words.onBehalfOf, name: organisation[language], lines },
      { of: words.onBehalfOf, name: base.government[language], lines },
    ],
  }
}

type Word =
  'title' | 'preamble' | 'annex' | 'noConditions' | 'onBehalfOf' | 'signature' | 'nameAndOffice' | 'placeAndDate'
type Words = Readonly<Record<Word, string>> & {
  readonly between: (one: string, other: string) => string
  readonly article: (number: number) => string
  readonly draft: (version: number) => string
  readonly final: (version: number) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Memorandum of Understanding',
    between: (one, other) => `between ${one} and ${other}`,
    preamble:
      'Wishing to help the small and medium-sized enterprises of industry clusters to work together across borders, and ' +
      'building on equality and mutual benefit, the participants have reached the following understanding.',
    article: (number) => `${number}`,
    draft: (version) => `Draft, version ${version}`,
    final: (version) => `Version ${version}`,
    annex: 'Annex: conditions of the resolution',
    noConditions: 'None.',
    onBehalfOf: 'For',
    signature: 'Signature',
    nameAndOffice: 'Name and office',
    placeAndDate: 'Place and date',
  },
  'zh-CN': {
    title: '谅解备忘录',
    between: (one, other) => `${one}与${other}`,
    preamble: '为促进产业集群中小企业开展跨国合作，参与方本着平等互利的原则，经友好协商，达成如下谅解。',
    article: (number) => `第${chineseNumeral(number)}条`,
    draft: (version) => `草案第${version}稿`,
    final: (version) => `第${version}稿`,
    annex: '附件：决议所附条件',
    noConditions: '无。',
    onBehalfOf: '代表',
    signature: '签字',
    nameAndOffice: '姓名及职务',
    placeAndDate: '地点及日期',
  },
}
