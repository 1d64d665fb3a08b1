import { dateInWords, type Locale } from '../../domain/locale.js'
import { leftTable } from '../left-table.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'
import { knownFacts } from './known-facts.js'

/** What a body decided on a base, with its votes in figures, for chair and secretary to sign (8.4). No member is named. */
export const composeSessionMinutes = ({ base, facts, language }: PaperOf<'session_minutes'>): Content => {
  const words = wordings[language]
  const { members, voted, recused, drawn } = facts
  return {
    layout: 'report',
    title: words.title(facts.body[language]),
    subtitle: base.cluster[language],
    blocks: [
      { type: 'verdict', tone: 'neutral', label: words.outcome, text: facts.outcome[language] },
      knownFacts(
        [
          [words.matter, facts.matter],
          [words.heldOn, dateInWords(facts.heldOn, language)],
          [words.present, String(voted)],
          [words.absent, String(Math.max(0, members - voted))],
          [words.recused, String(recused)],
          [words.drawn, drawn === 0 ? undefined : String(drawn)],
          [words.reason, facts.reason],
        ],
        language,
      ),
      { type: 'heading', text: words.votes },
      leftTable(
        [
          [words.option, 6],
          [words.count, 2],
        ],
        facts.votes.map(({ option, count }) => [option[language], String(count)]),
      ),
      {
        type: 'signatures',
        sides: [
          { of: words.chair, lines: [''] },
          { of: words.secretary, lines: [''] },
        ],
      },
    ],
  }
}

type Word =
  'outcome' | 'matter' | 'heldOn' | 'present' | 'absent' | 'recused' | 'drawn' | 'reason' | 'votes' | 'option' | 'count'
type Words = Readonly<Record<Word | 'chair' | 'secretary', string>> & { readonly title: (body: string) => string }

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: (body) => `Minutes: ${body}`,
    outcome: 'Outcome',
    matter: 'Matter',
    heldOn: 'Decided on',
    present: 'Members who voted',
    absent: 'Did not vote',
    recused: 'Recused',
    drawn: 'Substitutes drawn',
    reason: 'Main reason',
    votes: 'Votes',
    option: 'For',
    count: 'Votes',
    chair: 'Chair',
    secretary: 'Secretary',
  },
  'zh-CN': {
    title: (body) => `${body}会议纪要`,
    outcome: '结果',
    matter: '审议事项',
    heldOn: '决定日期',
    present: '参加表决人数',
    absent: '未参加表决人数',
    recused: '回避人数',
    drawn: '抽取候补人数',
    reason: '主要原因',
    votes: '表决情况',
    option: '意见',
    count: '票数',
    chair: '主席',
    secretary: '秘书',
  },
}
