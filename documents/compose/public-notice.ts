import type { ClusterId } from '../../domain/ids.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { office } from '../letterhead.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'
import { say } from '../wording.js'
import { knownFacts } from './known-facts.js'

/** What the public may object to before the Board decides: the matter, the days, and how one objects (2.9). */
export const composePublicNotice = ({ base, facts, language }: PaperOf<'public_notice'>): Content => {
  const words = wordings[language]
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      { type: 'paragraph', text: words.opening(base.cluster[language], base.government[language]) },
      ...(facts.text === undefined ? [] : [{ type: 'paragraph', text: say(facts.text, language) } as const]),
      knownFacts(
        [
          [words.place, base.place],
          [words.industry, base.industry],
          [words.period, facts.period],
          [words.contact, facts.contact],
        ],
        language,
      ),
      { type: 'heading', text: words.objecting },
      { type: 'paragraph', text: words.howToObject },
    ],
    signedBy: { name: office[language], date: dateInWords(facts.publishedOn, language) },
  }
}

type Word = 'title' | 'place' | 'industry' | 'period' | 'contact' | 'objecting' | 'howToObject'
type Words = Readonly<Record<Word, string>> & { readonly opening: (cluster: ClusterId, government: string) => string }

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Public notice on a Cooperation Base that is proposed',
    opening: (cluster, government) =>
      `The selection committee recommends to establish a Global Industry Cluster Cooperation Base for ${cluster} with ${government}. Before the Board decides, this is made public.`,
    place: 'Place',
    industry: 'Lead industry',
    period: 'Days of the notice',
    contact: 'Where to object',
    objecting: 'Objections',
    howToObject:
      'Whoever objects writes within these days, with name and proof. Names of those who object are kept confidential.',
  },
  'zh-CN': {
    title: '关于拟共建全球产业集群合作基地的公示',
    opening: (cluster, government) =>
      `遴选委员会建议与${government}共建全球产业集群合作基地（${cluster}）。理事会审议前，现予公示。`,
    place: '所在地区',
    industry: '主导产业',
    period: '公示期',
    contact: '异议受理方式',
    objecting: '异议',
    howToObject: '有异议的，请在公示期内以真实姓名或者单位名义书面提出并附证明。异议人信息予以保密。',
  },
}
