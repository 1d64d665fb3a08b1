import { dateInWords, type Locale } from '../../domain/locale.js'
import { programmeDay } from '../../domain/words/hours.js'
import { leftTable } from '../left-table.js'
import { office } from '../letterhead.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'
import { say } from '../wording.js'
import { knownFacts, orLine } from './known-facts.js'

type Facts = PaperOf<'custody_record'>['facts']

/** Who signed, when, where and how, and where each original is kept (3.11, 3.12). No person is named: the office signed. */
export const composeCustodyRecord = ({ base, facts, language, ledger }: PaperOf<'custody_record'>): Content => {
  const words = wordings[language]
  const called = (side: Facts['originals'][number]['side']): string =>
    side === 'alliance' ? words.alliance : base.government[language]
  const told = (one: Facts['signatures'][number]['office']): string => orLine(one, language)
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      { type: 'paragraph', text: words.opening },
      knownFacts([[words.hash, facts.hash]], language),
      { type: 'heading', text: words.signatures },
      leftTable(
        [
          [words.side, 3],
          [words.office, 3],
          [words.day, 3.2],
          [words.place, 3],
          [words.way, 2.4],
        ],
        facts.signatures.map(({ side, office: of, day, place, way }) => [
          called(side),
          told(of),
          told(day),
          told(place),
          say(way, language),
        ]),
      ),
      { type: 'heading', text: words.originals },
      leftTable(
        [
          [words.side, 3],
          [words.keeper, 4],
          [words.mark, 3],
          [words.filedOn, 3],
        ],
        facts.originals.map(({ side, keeper, mark, filedOn }) => [
          called(side),
          told(keeper),
          told(mark),
          dateInWords(filedOn, language),
        ]),
      ),
      ...(facts.originals.length < 2 ? [] : [{ type: 'paragraph', text: words.compared } as const]),
    ],
    signedBy: { name: office[language], date: dateInWords(programmeDay(ledger.at), language) },
  }
}

type Word = 'title' | 'opening' | 'hash' | 'signatures' | 'originals' | 'side' | 'office' | 'day' | 'place' | 'way'
type Words = Readonly<Record<Word | 'keeper' | 'mark' | 'filedOn' | 'compared' | 'alliance', string>>

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Record of signature and originals',
    opening: 'The memorandum was signed as follows, and each original is kept where it is named.',
    hash: 'Code of the text signed',
    signatures: 'Signatures',
    originals: 'Originals',
    side: 'Side',
    office: 'Office',
    day: 'Day',
    place: 'Place',
    way: 'Way',
    keeper: 'Kept by',
    mark: 'File mark',
    filedOn: 'Filed on',
    compared: 'Each side has compared its original with the locked text, page by page.',
    alliance: 'The Alliance',
  },
  'zh-CN': {
    title: '签署与正本保管记录',
    opening: '谅解备忘录签署和正本保管情况如下。',
    hash: '签署文本校验码',
    signatures: '签署情况',
    originals: '正本保管情况',
    side: '签署方',
    office: '签署人职务',
    day: '签署日期',
    place: '签署地点',
    way: '签署方式',
    keeper: '保管单位',
    mark: '档号',
    filedOn: '归档日期',
    compared: '双方已各自逐页核对正本与锁定文本一致。',
    alliance: '联盟',
  },
}
