import type { ClusterId } from '../../domain/ids.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { board } from '../letterhead.js'
import type { PaperOf } from '../paper.js'
import type { Block, Content } from '../sheet.js'
import { conditionsTable } from './conditions.js'
import { knownFacts } from './known-facts.js'

/** The Board's resolution to establish a base and to keep a place for it (2.10). How it voted stands in the record of the session alone. */
export const composeApprovalResolution = ({ base, facts, language }: PaperOf<'approval_resolution'>): Content => {
  const words = wordings[language]
  const cluster = base.cluster[language]
  const { conditions, keptUntil } = facts
  return {
    layout: 'report',
    title: words.title(cluster),
    blocks: [
      { type: 'paragraph', text: words.opening(cluster, dateInWords(facts.resolvedOn, language)) },
      {
        type: 'list',
        items: [
          words.establishes(cluster, base.government[language]),
          keptUntil === undefined ? words.keeps(facts.slot) : words.keepsUntil(facts.slot, keptUntil[language]),
          conditions.length === 0 ? words.plain : words.conditional(conditions.length),
        ],
      },
      knownFacts(
        [
          [words.place, base.place],
          [words.industry, base.industry],
        ],
        language,
      ),
      ...(conditions.length === 0
        ? []
        : ([{ type: 'heading', text: words.conditions }, conditionsTable(conditions, language)] satisfies Block[])),
    ],
    signedBy: { name: board[language], date: dateInWords(facts.resolvedOn, language) },
  }
}

type Word = 'plain' | 'place' | 'industry' | 'conditions'
type Words = Readonly<Record<Word, string>> & {
  readonly title: (cluster: ClusterId) => string
  readonly opening: (cluster: ClusterId, date: string) => string
  readonly establishes: (cluster: ClusterId, government: string) => string
  readonly keeps: (slot: number) => string
  readonly keepsUntil: (slot: number, day: string) => string
  readonly conditional: (count: number) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: (cluster) => `Resolution on the establishment of the Base ${cluster}`,
    opening: (cluster, date) => `The Board considered the nomination of ${cluster} and resolved on ${date}:`,
    establishes: (cluster, government) => `The Base ${cluster} is to be established together with ${government}.`,
    keeps: (slot) => `Place No. ${slot} is kept for it.`,
    keepsUntil: (slot, day) => `Place No. ${slot} is kept for it, until ${day}.`,
    conditional: (count) =>
      count === 1 ? 'The resolution attaches one condition.' : `The resolution attaches ${count} conditions.`,
    plain: 'The resolution attaches no conditions.',
    place: 'Place',
    industry: 'Lead industry',
    conditions: 'Conditions',
  },
  'zh-CN': {
    title: (cluster) => `关于确认共建全球产业集群合作基地（${cluster}）的决议`,
    opening: (cluster, date) => `理事会审议了${cluster}产业集群的申报，于${date}作出如下决议。`,
    establishes: (cluster, government) => `与${government}共建全球产业集群合作基地（${cluster}）。`,
    keeps: (slot) => `为其保留第${slot}号名额。`,
    keepsUntil: (slot, day) => `为其保留第${slot}号名额，期限为${day}。`,
    conditional: (count) => `本决议附带${count}项条件。`,
    plain: '本决议未附条件。',
    place: '所在地区',
    industry: '主导产业',
    conditions: '所附条件',
  },
}
