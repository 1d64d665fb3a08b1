import { dateInWords, type Locale } from '../domain/locale.js'
import type { RenderedLetter } from './letter.js'
import { escaped } from './escaped.js'

export interface CheckpointLetter {
  /** `YYYY-MM-DD`, in universal time. */
  readonly day: string
  readonly size: number
  readonly short: string
  /** The signed note, byte for byte. */
  readonly note: string
}

/**
 * The day's last checkpoint as a letter to an auditor, in one language. Pure: the same checkpoint gives the same letter. The
 * note stands between two lines, so that it can be cut out and kept as a file.
 */
export const renderCheckpointLetter = (letter: CheckpointLetter, language: Locale): RenderedLetter => {
  const words = wordings[language]
  const paragraphs = [
    words.opening(dateInWords(letter.day, language), letter.size),
    words.keep,
    words.use(letter.short),
    words.end,
  ]
  return {
    languages: [language],
    subject: words.subject(letter.day, letter.short),
    text: [...paragraphs, `${rule}\n${letter.note}${rule}`, words.sender].join('\n\n') + '\n',
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title></title></head>`,
      '<body style="margin:16px;font-family:sans-serif;font-size:15px;line-height:1.6;color:#1d2733;max-width:640px">',
      ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
      `<pre style="padding:8px;border:1px solid #c3cad2;white-space:pre-wrap;word-break:break-all">${escaped(letter.note)}</pre>`,
      `<p>${escaped(words.sender)}</p>`,
      '</body></html>',
    ].join('\n'),
  }
}

const rule = '-'.repeat(40)

interface Words {
  readonly subject: (day: string, short: string) => string
  readonly opening: (day: string, size: number) => string
  readonly keep: string
  readonly use: (short: string) => string
  readonly end: string
  readonly sender: string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (day, short) => `Checkpoint of the ledger, ${day}: ${short}`,
    opening: (day, size) => `This is the last checkpoint of the ledger on ${day}, signed over ${size} entries.`,
    keep: 'Please keep it where we cannot reach it. With it you can show any later change of what it covers, whoever made it.',
    use: (short) =>
      `To use it, give the text between the lines, or the short form ${short}, to the program that checks an evidence file.`,
    end: 'It comes with your seat as an auditor, or because you asked for it. End it with `cornerstone unsubscribe`, take it again with `cornerstone subscribe`.',
    sender: 'Programme Office, Global Alliance of SMEs',
  },
  'zh-CN': {
    subject: (day, short) => `登记检查点 ${day}：${short}`,
    opening: (day, size) => `以下为${day}登记的最后一个检查点，签名涵盖${size}条记录。`,
    keep: '请将其保存在我办无法触及之处。凭此可以证明其所涵盖内容日后的任何更改，无论由何人所为。',
    use: (short) => `使用时，请将两线之间的文本或者简式${short}提供给核验证据文件的程序。`,
    end: '您因审计席位或自行订阅而收到此信。可用 `cornerstone unsubscribe` 退订，用 `cornerstone subscribe` 重新订阅。',
    sender: '全球中小企业联盟项目办公室',
  },
}
