import { dateInWords, type Locale } from '../../domain/locale.js'
import { programmeDay } from '../../domain/words/hours.js'
import { office } from '../letterhead.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'
import { knownFacts } from './known-facts.js'

/** By what authority each side signs, as it was shown to the other (3.10). No person is named: the office signs. */
export const composeAuthorityRecord = ({ base, facts, language, ledger }: PaperOf<'authority_record'>): Content => {
  const words = wordings[language]
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      { type: 'paragraph', text: words.opening },
      ...facts.sides.flatMap(({ side, office: signatory, act, actOn, validUntil, shownOn }) => [
        {
          type: 'heading' as const,
          text: side === 'alliance' ? words.alliance : `${words.government}${base.government[language]}`,
        },
        knownFacts(
          [
            [words.office, signatory],
            [words.act, act],
            [words.actOn, actOn],
            [words.validUntil, validUntil ?? words.open],
            [words.shownOn, dateInWords(shownOn, language)],
            [words.checkedBy, words[side === 'alliance' ? 'counsel' : 'placeOffice']],
          ],
          language,
        ),
      ]),
    ],
    signedBy: { name: office[language], date: dateInWords(programmeDay(ledger.at), language) },
  }
}

type Word =
  'title' | 'opening' | 'alliance' | 'government' | 'office' | 'act' | 'actOn' | 'validUntil' | 'open' | 'shownOn'
type Words = Readonly<Record<Word | 'checkedBy' | 'counsel' | 'placeOffice', string>>

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Record of authority',
    opening: 'Before the memorandum is signed, each side has shown the other who signs for it and by what authority.',
    alliance: 'For the Alliance',
    government: 'For ',
    office: 'Office of the signatory',
    act: 'Number of the authority',
    actOn: 'Day of the authority',
    validUntil: 'Valid until',
    open: 'without an end',
    shownOn: 'Shown on',
    checkedBy: 'Checked by',
    counsel: 'Legal counsel of the Alliance',
    placeOffice: 'Foreign-affairs or legal office of the place',
  },
  'zh-CN': {
    title: '签署授权确认书',
    opening: '谅解备忘录签署前，双方已相互确认签署人职务及其签署授权。',
    alliance: '联盟',
    government: '',
    office: '签署人职务',
    act: '授权文件文号',
    actOn: '授权文件日期',
    validUntil: '有效期至',
    open: '长期有效',
    shownOn: '确认日期',
    checkedBy: '核对单位',
    counsel: '联盟法律顾问',
    placeOffice: '当地外事或者司法行政部门',
  },
}
