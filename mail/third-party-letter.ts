import type { Locale, LocalText } from '../domain/locale.js'
import type { RenderedLetter } from './letter.js'
import { escaped } from './escaped.js'

/** What a letter to somebody outside says. */
export interface ThirdPartyLetter {
  readonly cluster: LocalText
  /** What was noted, in one line. */
  readonly line: LocalText
  /** Until when it may be answered, in words. */
  readonly until: LocalText
  /** Where it is answered; it bears the token. */
  readonly link: string
  readonly rehearsal: boolean
}

/** Asks somebody outside to confirm one line, in both languages, the reader's first. */
export const renderThirdPartyLetter = (letter: ThirdPartyLetter, language: Locale): RenderedLetter => {
  const languages: readonly Locale[] = language === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en']
  const mark = letter.rehearsal ? languages.map((locale) => wordings[locale].rehearsal) : []
  const paragraphs = [...mark, ...languages.flatMap((locale) => paragraphsIn(letter, locale))]
  return {
    languages,
    subject: `${letter.rehearsal ? `${mark[0] ?? ''} ` : ''}${wordings[language].subject(letter)}`,
    text: `${paragraphs.join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title></title></head>`,
      '<body style="margin:16px;font-family:sans-serif;font-size:15px;line-height:1.6;color:#1d2733;max-width:640px">',
      ...paragraphs.map((text) => `<p>${text === letter.link ? asLink(text) : escaped(text)}</p>`),
      '</body></html>',
    ].join('\n'),
  }
}

const asLink = (href: string): string => `<a href="${escaped(href)}">${escaped(href)}</a>`

const paragraphsIn = (letter: ThirdPartyLetter, locale: Locale): readonly string[] => {
  const words = wordings[locale]
  return [
    words.opening(letter),
    letter.line[locale],
    words.asks,
    letter.link,
    words.until(letter),
    words.seen,
    words.sender,
  ]
}

interface Words {
  readonly subject: (letter: ThirdPartyLetter) => string
  readonly opening: (letter: ThirdPartyLetter) => string
  readonly asks: string
  readonly until: (letter: ThirdPartyLetter) => string
  readonly seen: string
  readonly sender: string
  readonly rehearsal: string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    subject: ({ cluster }) => `One line to confirm: ${cluster.en}`,
    opening: ({ cluster }) =>
      `You were named as somebody who knows of an activity of ${cluster.en}, which takes part in the programme of industry cluster cooperation bases. It was noted so:`,
    asks: 'Is that so? Answer on this page, without an account; opening it answers nothing.',
    until: ({ until }) =>
      `It can be answered once, until ${until.en}. You need not answer: then it is noted that nobody did.`,
    seen: 'Your answer and the capacity in which you give it are read by the cluster organisation, its local government and the programme. We do not keep your address: it was taken away when this letter left.',
    sender: 'Programme Office, Global Alliance of SMEs',
    rehearsal: '[Rehearsal]',
  },
  'zh-CN': {
    subject: ({ cluster }) => `请确认一项活动：${cluster['zh-CN']}`,
    opening: ({ cluster }) =>
      `${cluster['zh-CN']}参加产业集群合作基地项目，其一项活动登记的知情方为贵方。登记内容如下：`,
    asks: '请问是否属实？请在以下页面答复，无需账户；打开页面不产生任何答复。',
    until: ({ until }) => `可答复一次，截止时间为${until['zh-CN']}。贵方可不答复，届时记为未答复。`,
    seen: '答复内容及答复身份供集群促进机构、当地政府和本项目查阅。贵方邮箱地址不予留存，本函发出后即已删除。',
    sender: '全球中小企业联盟项目办公室',
    rehearsal: '〔演练〕',
  },
}
