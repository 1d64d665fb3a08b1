import type { LetterBlock, LetterPart } from './letter-blocks.js'
import { escaped } from './escaped.js'

interface Page {
  readonly marks: readonly string[]
  readonly parts: readonly LetterPart[]
  readonly contact: readonly string[]
  readonly footer: readonly string[]
  readonly subject: string
  readonly language: string
}

/** The same words as a page: one column, no images, at most one button, legible where the reader has it dark. */
export const asHtml = ({ marks, parts, contact, footer, subject, language }: Page): string => {
  const alarm = 'margin:0 0 4px;padding:8px;border:1px solid #c22a2a;color:#c22a2a;font-weight:bold'
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title></head>`,
    '<body style="margin:16px;font-family:sans-serif;font-size:16px;line-height:1.6;max-width:600px;overflow-wrap:anywhere">',
    ...marks.map((mark) => `<p style="${alarm}">${escaped(mark)}</p>`),
    ...parts.map(partAsHtml),
    ...(contact.length === 0 ? [] : [`<p>${contact.map(escaped).join('<br>')}</p>`]),
    `<p style="font-size:12px;color:#6f7a86">${footer.map(escaped).join('<br>')}</p>`,
    '</body></html>',
  ].join('\n')
}

const partAsHtml = ({ locale, address, sections, ending, isAlone }: LetterPart): string =>
  [
    `<div lang="${locale}" style="padding-bottom:12px;margin-bottom:16px;border-bottom:1px solid #c3cad2">`,
    ...address.map(paragraph),
    ...sections.flatMap(({ heading, blocks }) => [
      ...(heading === undefined ? [] : [`<h2 style="font-size:17px;margin:24px 0 4px">${escaped(heading)}</h2>`]),
      ...blocks.map((block) => blockAsHtml(block, { isAlone, locale })),
    ]),
    ...ending.map(paragraph),
    '</div>',
  ].join('\n')

/** A Chinese paragraph begins two characters in. */
const indented = (text: string): string => paragraph(text).replace('<p>', '<p style="text-indent:2em">')

const paragraph = (text: string): string => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`

const blockAsHtml = (block: LetterBlock, { isAlone, locale }: Pick<LetterPart, 'isAlone' | 'locale'>): string => {
  if (block.is === 'text') return locale === 'zh-CN' ? indented(block.text) : paragraph(block.text)
  if (block.is === 'list') return `<p style="margin-left:1em">${block.items.map(escaped).join('<br>')}</p>`
  return linked(block, isAlone)
}

/** Only a web address becomes a link; anything else stays text. Beside a button its address is shown, for whoever copies it. */
const linked = ({ label, href }: Extract<LetterBlock, { is: 'link' }>, isAlone: boolean): string => {
  if (!/^https?:\/\//i.test(href)) return paragraph(href)
  const shown = `<a href="${escaped(href)}" style="font-size:12px">${escaped(href)}</a>`
  const button =
    'display:inline-block;padding:10px 20px;border-radius:4px;background:#1f4e79;color:#ffffff;text-decoration:none'
  return isAlone
    ? `<p><a href="${escaped(href)}" style="${button}">${escaped(label)}</a><br>${shown}</p>`
    : `<p>${escaped(label)}<br>${shown}</p>`
}
