/** Whether two wordings say the same but for white space and the width of letters and punctuation. */
export const formOnly = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (wording: string): string =>
  wording
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/g, ' ')
    .replace(besideHan, '')
    .trim()

/** A space next to a Chinese character or to a mark says nothing; one between two words of letters does. */
const besideHan = /(?<=[\p{Script=Han}\p{P}]) | (?=[\p{Script=Han}\p{P}])/gu
