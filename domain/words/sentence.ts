import type { Locale } from '../locale.js'

/**
 * Words put together become one sentence of a language: it begins with a capital letter where there are such, and ends with one
 * full stop, whether or not its last part had one of its own.
 */
export const sentence = (said: string, locale: Locale): string => {
  const bare = withoutStop(said)
  const isEnded = /[?!？！]$/.test(bare)
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}${isEnded ? '' : locale === 'en' ? '.' : '。'}`
}

/** What stands inside a sentence ends without a stop of its own. */
export const withoutStop = (said: string): string => said.trim().replace(/[.。\s]+$/, '')
