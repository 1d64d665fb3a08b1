import type { ClusterId } from '../../domain/ids.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { office } from '../letterhead.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'
import { daysInWords } from '../wording.js'
import { knownFacts } from './known-facts.js'

/** Which marks the base may use, on what, from when and until when (4.7, 8.11). */
export const composeNameLicence = ({ base, facts, language }: PaperOf<'name_licence'>): Content => {
  const words = wordings[language]
  const { signsOff } = facts
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      { type: 'paragraph', text: words.opening(base.cluster[language], base.government[language]) },
      knownFacts(
        [
          [words.marks, facts.marks],
          [words.uses, facts.uses],
          [words.plaque, base.plaque],
          [words.plaqueText, facts.plaqueText],
        ],
        language,
      ),
      { type: 'heading', text: words.time },
      {
        type: 'list',
        items: [
          words.from,
          words.until,
          signsOff === undefined ? words.off : words.offWithin(daysInWords(signsOff, language)),
        ],
      },
      { type: 'heading', text: words.never },
      { type: 'list', items: words.neverItems },
      { type: 'heading', text: words.other },
      { type: 'paragraph', text: words.otherUses },
    ],
    signedBy: { name: office[language], date: dateInWords(facts.grantedOn, language) },
  }
}

type Word = 'title' | 'marks' | 'uses' | 'plaque' | 'plaqueText' | 'time' | 'from' | 'until' | 'off' | 'never' | 'other'
type Words = Readonly<Record<Word | 'otherUses', string>> & {
  readonly opening: (cluster: ClusterId, government: string) => string
  readonly offWithin: (days: string) => string
  readonly neverItems: readonly string[]
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Licence of name, logo and plaque',
    opening: (cluster, government) =>
      `The Alliance allows ${government} to use name, logo and plaque of the programme for the Base ${cluster}, as follows.`,
    marks: 'Marks',
    uses: 'May be used on',
    plaque: 'Number of the plaque',
    plaqueText: 'Text of the plaque',
    time: 'From when, until when',
    from: 'From the day on which the Base is recorded as active; not before.',
    until: 'While the Base is active and the memorandum is in effect.',
    off: 'When either ends, the use ends too; photographs or a visit prove it.',
    offWithin: (days) => `When either ends, the use ends within ${days}; photographs or a visit prove it.`,
    never: 'Not allowed',
    neverItems: [
      'On goods or packaging, or as a certificate of quality.',
      'In loans and tenders.',
      'Passed on to others.',
      'So that approval by a State or an international organisation seems to be given.',
    ],
    other: 'Other uses',
    otherUses: 'Each other use is asked for beforehand and approved in writing, as annex 4 of the memorandum says.',
  },
  'zh-CN': {
    title: '名称、标识和牌匾使用许可书',
    opening: (cluster, government) =>
      `联盟许可${government}为全球产业集群合作基地（${cluster}）使用项目名称、标识和牌匾，具体如下。`,
    marks: '许可标识',
    uses: '使用范围',
    plaque: '牌匾编号',
    plaqueText: '牌匾文字',
    time: '使用期间',
    from: '自基地登记为运行状态之日起使用，此前不使用。',
    until: '仅限基地处于运行状态且谅解备忘录有效期间。',
    off: '基地不再运行或者谅解备忘录终止的，停止使用，并以照片或者现场查看确认。',
    offWithin: (days) => `基地不再运行或者谅解备忘录终止的，在${days}内停止使用，并以照片或者现场查看确认。`,
    never: '不得用于',
    neverItems: ['商品、包装，或者作为质量认证。', '贷款和投标。', '转让他人。', '暗示获得国家或者国际组织的认可。'],
    other: '其他用途',
    otherUses: '其他用途按谅解备忘录附件四，事先提出并经书面同意。',
  },
}
