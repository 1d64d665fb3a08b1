/**
 * Makes a text safe to print: control characters, halves of characters and marks that turn the reading direction are
 * replaced or dropped (they would break the input or let a name look like another), and an endless word may break.
 * Line breaks stay.
 */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogates, '\uFFFD')
    .replace(controls, '')
    .replace(directionMarks, '')
    .replace(endlessWords, (word) => (word.match(/.{1,16}/gsu) ?? []).join(breakHere))

/** The same value with every text in it made printable. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? printable(inner) : inner))

const loneSurrogates = /\p{Surrogate}/gu
// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
const directionMarks = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/**
 * 33 or more characters without a place to break: addresses, and texts made to overflow. Han text breaks anywhere; a
 * SHA-256 is left whole, so that it can be copied without hidden characters (the templates print it small enough).
 */
const endlessWords =
  /(?<!\S)(?![0-9a-f]{64}(?!\S))[^\s\p{Script=Han}\u200B]{33,}|(?<=\p{Script=Han})[^\s\p{Script=Han}\u200B]{33,}/gu
const breakHere = '\u200B'
