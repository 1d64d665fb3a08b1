import { chineseWords, longestWord } from './word-list.js'

/**
 * A wording in the pieces a difference never splits: numbers with their unit, dates, titles and quotations, references,
 * words. Joined again they give the wording. Names that stand in it as values may be handed in.
 */
export const tokensOf = (wording: string, names: readonly string[] = []): readonly string[] => {
  const pattern = patternWith(names)
  const tokens: string[] = []
  let at = 0
  while (at < wording.length) {
    pattern.lastIndex = at
    const whole = pattern.exec(wording)?.[0] ?? wordAt(wording, at)
    tokens.push(whole)
    at += whole.length
  }
  return tokens
}

/** The longest word of the list that stands here, else one character. */
const wordAt = (wording: string, at: number): string => {
  for (let length = Math.min(longestWord, wording.length - at); length > 1; length -= 1) {
    const word = wording.slice(at, at + length)
    if (chineseWords.has(word)) return word
  }
  return String.fromCodePoint(wording.codePointAt(at) ?? 0)
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const units =
  'calendar days|working days|days|day|months|month|years|year|hours|square kilometres|per cent|million|billion|mm|km|' +
  '个工作日|个月|小时|平方公里|万美元|亿元|万元|元|年|月|日|个|名|次|份|条|款'
const numerals = '[一二三四五六七八九十百〇]+'

const kept = [
  '《[^《》]{1,80}》',
  '“[^“”]{1,80}”',
  '\\{[^{}]{1,60}\\}',
  '\\d{4}年\\d{1,2}月\\d{1,2}日',
  `\\d{1,2} (?:${months}) \\d{4}`,
  `第${numerals}条(?:第（${numerals}）款)?`,
  `第（${numerals}）款`,
  '附件[一二三四五六七八九十]+',
  '\\d+\\(\\d+\\)(?:\\([a-z]\\))?',
  '\\(\\d+\\)',
  `\\d+(?:[.,]\\d+)*(?:%|[ \\u00A0]?(?:${units})(?![a-z]))?`,
  '\\s+',
  "(?:(?!\\p{Script=Han})[\\p{L}\\p{M}])(?:(?!\\p{Script=Han})[\\p{L}\\p{M}\\p{N}'’-])*",
]

const patternWith = (names: readonly string[]): RegExp =>
  new RegExp(
    [
      ...names
        .filter((name) => name !== '')
        .sort((one, other) => other.length - one.length)
        .map(escaped),
      ...kept,
    ].join('|'),
    'uy',
  )

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
