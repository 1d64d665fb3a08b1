import { dateInWords, type Locale } from '../../domain/locale.js'
import { leftTable } from '../left-table.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'
import { say } from '../wording.js'
import { knownFacts } from './known-facts.js'

/** What the appeals panel examined, found and decided, and what follows (8.9). No member is named, and no vote is counted. */
export const composeRedressDecision = ({ base, facts, language }: PaperOf<'redress_decision'>): Content => {
  const words = wordings[language]
  const { upheld, on, grounds } = facts
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      {
        type: 'paragraph',
        text: words.opening(dateInWords(facts.askedOn, language), dateInWords(facts.decidedOn, language)),
      },
      {
        type: 'verdict',
        tone: upheld ? 'positive' : 'negative',
        label: words.decision,
        text: upheld ? words.upheld : words.dismissed,
      },
      knownFacts(
        [
          [words.government, base.government],
          [words.relief, facts.relief],
        ],
        language,
      ),
      ...(grounds.length === 0
        ? []
        : [
            { type: 'heading' as const, text: words.examined },
            leftTable(
              [
                [words.ground, 6],
                [words.finding, 3],
              ],
              grounds.map(({ ground, founded }) => [say(ground, language), founded ? words.founded : words.unfounded]),
            ),
          ]),
      { type: 'heading', text: words.follows },
      { type: 'list', items: upheld ? words.afterUpheld[on] : words.afterDismissed },
    ],
    signedBy: { name: words.panel, date: dateInWords(facts.decidedOn, language) },
  }
}

type Word = 'title' | 'decision' | 'upheld' | 'dismissed' | 'government' | 'relief' | 'examined' | 'ground' | 'finding'
type Words = Readonly<Record<Word | 'founded' | 'unfounded' | 'follows' | 'panel', string>> & {
  readonly opening: (asked: string, decided: string) => string
  readonly afterUpheld: Readonly<Record<PaperOf<'redress_decision'>['facts']['on'], readonly string[]>>
  readonly afterDismissed: readonly string[]
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Decision on a re-examination',
    opening: (asked, decided) =>
      `The appeals panel examined the request of ${asked} and decided on ${decided}. Nobody who took part in the decision that was contested sat on it.`,
    decision: 'Decision',
    upheld: 'The request is well founded',
    dismissed: 'The request is not founded',
    government: 'Local government',
    relief: 'Asked for',
    examined: 'What was examined',
    ground: 'Ground',
    finding: 'Finding',
    founded: 'Founded',
    unfounded: 'Not founded',
    follows: 'What follows',
    afterUpheld: {
      decision: [
        'The decision that was contested no longer applies.',
        'The matter is decided again by other people, and the outcome is told by letter.',
        'The time of the re-examination does not count.',
      ],
      extraordinary: [
        'The result of the extraordinary review no longer applies and calls for nothing; it stays in the history, marked as that.',
        'It is not decided again: the base is judged next by its yearly review.',
      ],
    },
    afterDismissed: [
      'The decision stands, and what it calls for takes its course.',
      'A decision is re-examined once; this one is final.',
    ],
    panel: 'Appeals panel, Global Alliance of SMEs',
  },
  'zh-CN': {
    title: '复核决定书',
    opening: (asked, decided) =>
      `复核小组审议了${asked}提出的复核申请，于${decided}作出决定。参加复核的人员均未参与原决定。`,
    decision: '决定',
    upheld: '申请成立',
    dismissed: '申请不成立',
    government: '地方政府',
    relief: '复核请求',
    examined: '复核事项',
    ground: '复核理由',
    finding: '结论',
    founded: '成立',
    unfounded: '不成立',
    follows: '后续安排',
    afterUpheld: {
      decision: ['原决定不再执行。', '由其他人员重新办理，结果另函告知。', '复核所用时间不计入期限。'],
      extraordinary: [
        '特别评估结果予以撤销，不再产生后续措施；该结果保留在评估记录中并注明已撤销。',
        '本次特别评估不再重新评定，基地由下一次年度评估评定。',
      ],
    },
    afterDismissed: ['原决定维持，后续措施照常执行。', '复核以一次为限，本决定为最终决定。'],
    panel: '全球中小企业联盟复核小组',
  },
}
