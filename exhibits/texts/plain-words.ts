/** A break of a line or a jump to a tab stop, while a paragraph is read. */
export const lineBreak = '\u2028'

/**
 * The words of a paragraph without what a word processor set for the look of a line alone: hyphens that may be left out go, one that may
 * not break is a hyphen, and a break is a blank between letters and nothing beside a Chinese character or mark.
 */
export const plainWords = (words: string): string =>
  words
    .replaceAll('\u00AD', '')
    .replaceAll('\u2011', '-')
    .replace(besideChinese, '')
    .replace(/\s*\u2028\s*/g, ' ')
    .trim()

const chinese = '[\\p{Script=Han}\\u3000-\\u303F\\uFF01-\\uFF60“”‘’]'
const besideChinese = new RegExp(`(?<=${chinese})\\s*\\u2028\\s*|\\s*\\u2028\\s*(?=${chinese})`, 'gu')
