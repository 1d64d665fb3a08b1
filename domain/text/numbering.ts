import type { CitingStyle } from './model.js'

/** 1 to 99 in Chinese numerals, as official texts number articles: 7 → 七, 21 → 二十一. */
export const chineseNumeral = (count: number): string => {
  const tens = Math.floor(count / 10)
  const ones = count % 10
  const front = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${front}${ones === 0 ? '' : digits[ones]}`
}

/** The number of a section as its heading bears it: `14`, 第十四条. */
export const sectionNumber = (number: number, style: CitingStyle): string =>
  style === 'chinese' ? `第${chineseNumeral(number)}条` : String(number)

/** The number of an annex: `1`, 一. */
export const annexNumber = (number: number, style: CitingStyle): string =>
  style === 'chinese' ? chineseNumeral(number) : String(number)

/** The number before a paragraph: `(2)`, （二）. */
export const paragraphMark = (number: number, style: CitingStyle): string =>
  style === 'chinese' ? `（${chineseNumeral(number)}）` : `(${number})`

/** A paragraph as its own clause cites it: `(2)`, 第（二）款. */
export const ownParagraph = (number: number, style: CitingStyle): string =>
  style === 'chinese' ? `第${paragraphMark(number, style)}款` : paragraphMark(number, style)

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
