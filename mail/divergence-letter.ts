import type { Locale } from '../domain/locale.js'
import { momentInWords } from '../domain/words/hours.js'
import { divergenceInWords, type Divergence } from '../domain/divergence.js'
import type { RenderedLetter } from './letter.js'
import { escaped } from './escaped.js'

export interface DivergenceLetter {
  readonly programme: string
  readonly madeAt: string
  readonly found: number
  readonly divergences: readonly Divergence[]
}

/** So many differences stand in a letter; `reconcile` tells of all. */
const toldAtMost = 20

/** What the comparison of ledger and histories found, as a letter to an auditor in one language. Pure. */
export const renderDivergenceLetter = (letter: DivergenceLetter, language: Locale): RenderedLetter => {
  const words = wordings[language]
  const told = letter.divergences.slice(0, toldAtMost).map((one) => divergenceInWords(one)[language])
  const opening = words.opening(letter)
  const paragraphs = [opening, ...told, words.use(letter), words.sender]
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
  readonly subject: (letter: DivergenceLetter) => string
  readonly opening: (letter: DivergenceLetter) => string
  readonly use: (letter: DivergenceLetter) => string
  readonly sender: string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    subject: ({ programme, found }) => `Ledger and histories of ${programme} are at odds: ${found}`,
    opening: ({ programme, madeAt, found }) =>
      `The ledger of ${programme} was held against the histories of its workflows on ${momentInWords(madeAt).en}. They differ in ${found} places:`,
    use: ({ programme }) =>
      `To see how they stand now, run: cornerstone reconcile --programme ${programme}. Nothing was changed by this comparison.`,
    sender: 'Programme Office, Global Alliance of SMEs',
  },
  'zh-CN': {
    subject: ({ programme, found }) => `${programme}登记与运行历史不一致：${found}处`,
    opening: ({ programme, madeAt, found }) =>
      `${momentInWords(madeAt)['zh-CN']}对${programme}的登记与其流程运行历史进行了核对，发现${found}处不一致：`,
    use: ({ programme }) =>
      `查看目前情况请运行：cornerstone reconcile --programme ${programme}。本次核对未更改任何内容。`,
    sender: '全球中小企业联盟项目办公室',
  },
}
