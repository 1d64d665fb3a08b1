import type { Locale } from '../domain/locale.js'
import type { RenderedLetter } from './letter.js'
import { escaped } from './escaped.js'

/** What a letter with a code says. */
export interface CodeLetter {
  readonly base: string
  readonly step: string
  readonly code: string
  readonly minutes: number
}

/** The code for one act of weight by a link, in one language. It bears no link: whoever asked for it has the page open. */
export const renderCodeLetter = (letter: CodeLetter, language: Locale): RenderedLetter => {
  const words = wordings[language]
  const paragraphs = [words.opening(letter), letter.code, words.use(letter), words.strange, words.sender]
  return {
    languages: [language],
    subject: words.subject(letter),
    text: `${paragraphs.join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title></title></head>`,
      '<body style="margin:16px;font-family:sans-serif;font-size:15px;line-height:1.6;color:#1d2733;max-width:640px">',
      ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
      '</body></html>',
    ].join('\n'),
  }
}

interface Words {
  readonly subject: (letter: CodeLetter) => string
  readonly opening: (letter: CodeLetter) => string
  readonly use: (letter: CodeLetter) => string
  readonly strange: string
  readonly sender: string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    subject: ({ base, step }) => `Your code for step ${step} of ${base}`,
    opening: ({ base, step }) => `This is the code for your act on step ${step} of base ${base}:`,
    use: ({ minutes }) =>
      `Type it on the page of your link and act there within ${minutes} minutes. The code decides nothing by itself.`,
    strange:
      'If you did not ask for it, somebody else has opened your link: tell the programme office, and pass the code on to nobody.',
    sender: 'Programme Office, Global Alliance of SMEs',
  },
  'zh-CN': {
    subject: ({ base, step }) => `${base}事项 ${step} 的验证码`,
    opening: ({ base, step }) => `您办理基地 ${base} 事项 ${step} 的验证码为：`,
    use: ({ minutes }) => `请在${minutes}分钟内于链接页面填写并办理。验证码本身不产生任何决定效力。`,
    strange: '如非您本人申请，则有他人打开了您的链接：请告知项目办公室，切勿将验证码转告他人。',
    sender: '全球中小企业联盟项目办公室',
  },
}
