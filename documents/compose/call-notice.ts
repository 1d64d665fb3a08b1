import { dateInWords, type Locale } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'
import { counted, say } from '../wording.js'
import { office } from '../letterhead.js'

/** The call to nominate clusters (1.1): what is sought, by when, and what a dossier holds. */
export const composeCallNotice = ({ facts, language }: PaperOf<'call_notice'>): Content => ({
  layout: 'letter',
  title: heads[language].title(facts.opensOn.slice(0, 4)),
  addressee: heads[language].addressee,
  blocks: [
    { type: 'paragraph', text: openings[language](facts.slotsFree) },
    { type: 'heading', text: headings[language].times },
    {
      type: 'facts',
      rows: [
        [headings[language].opens, dateInWords(facts.opensOn, language)],
        [headings[language].closes, momentInWords(facts.closesAt)[language]],
        [headings[language].rules, facts.rulesVersion],
      ],
    },
    { type: 'paragraph', text: ofEachPlace[language] },
    { type: 'heading', text: headings[language].categories },
    { type: 'list', items: facts.categories.map((category) => say(category, language)) },
    { type: 'heading', text: headings[language].dossier },
    { type: 'list', items: facts.dossierParts.map((part) => say(part, language)) },
    { type: 'paragraph', text: closings[language] },
  ],
  signedBy: { name: office[language], date: dateInWords(facts.opensOn, language) },
})

type PerLocale<T> = Readonly<Record<Locale, T>>

const heads: PerLocale<{ title: (year: string) => string; addressee: string }> = {
  en: { title: (year) => `Call for nominations ${year}`, addressee: 'To the local governments concerned' },
  'zh-CN': { title: (year) => `关于开展${year}年全球产业集群合作基地申报工作的公告`, addressee: '各有关地方政府：' },
}

const openings: PerLocale<(slots: number) => string> = {
  en: (slots) =>
    `The Global Alliance of SMEs invites local governments to nominate industry clusters as Global Industry Cluster ` +
    `Cooperation Bases. ${counted(slots, { one: 'place is', many: 'places are' })} free. A cluster that is nominated has a ` +
    `relatively complete value chain, large scale and solid global competitiveness, and its local government takes part.`,
  'zh-CN': (slots) =>
    `为深化全球产业集群合作，全球中小企业联盟现面向各地组织开展全球产业集群合作基地申报工作，本次可用名额${slots}个。` +
    `申报的产业集群须产业链较为完整、规模较大、具备较强的国际竞争力，并由所在地政府共同建设。现将有关事项公告如下。`,
}

const headings: PerLocale<Readonly<Record<'times' | 'opens' | 'closes' | 'rules' | 'categories' | 'dossier', string>>> =
  {
    en: {
      times: 'Times and rules',
      opens: 'Opens on',
      closes: 'Closes',
      rules: 'Rules version',
      categories: 'Industry categories',
      dossier: 'Parts of the dossier',
    },
    'zh-CN': {
      times: '一、申报时间及适用规则',
      opens: '申报开始日期',
      closes: '申报截止时间',
      rules: '适用规则版本',
      categories: '二、产业类别',
      dossier: '三、申报材料',
    },
  }

/** A place counts its own day (R4), and which place reads this nobody knows. */
const ofEachPlace: PerLocale<string> = {
  en:
    'To each place the window is open until 24:00 there, on the day in which that moment falls there, or on the next ' +
    'working day where that day is none.',
  'zh-CN': '各地的申报期以当地时间为准，至上述时刻在当地所属之日24时止；该日为非工作日的，顺延至其后首个工作日24时。',
}

const closings: PerLocale<string> = {
  en:
    'A dossier is submitted in English and in the official language of the place, and is locked with its fingerprint on ' +
    'submission. A dossier that arrives after the window has closed is not examined.',
  'zh-CN':
    '申报材料应以英文及当地官方语言提交，提交后即行锁定并生成校验码。申报期结束后提交的，本次不再审核。特此公告。',
}
