import type { Locale } from '../../domain/locale.js'
import { hasRows } from '../../domain/text/applies.js'
import type { CitingStyle, TextVariable, Wordings } from '../../domain/text/model.js'
import type { MemorandumText } from '../../domain/text/text.js'

/** One language of a text, and the words its frame is printed in. */
export interface TextReading {
  readonly language: string
  readonly locale: Locale
  readonly style: CitingStyle
  readonly variables: readonly TextVariable[]
}

/** A wording in a language. What has no value is named in brackets; what is written by hand at signature is a line. */
export const withGaps = (wordings: Wordings, { language, locale, variables }: TextReading): string =>
  (wordings[language] ?? '').replace(/\{([^{}:]+)\}/g, (whole: string, name: string) => {
    const variable = variables.find((one) => one.name === name)
    if (variable === undefined) return whole
    if (variable.outside === true) return byHand
    return locale === 'en' ? `[${variable.title.en}]` : `［${variable.title['zh-CN']}］`
  })

/** A value as it reads in a language, or the gap it leaves. */
export const wordingOf = (
  name: string,
  { values, read }: { readonly values: MemorandumText['values']; readonly read: TextReading },
): string => {
  const value = values[name]?.value
  if (typeof value === 'string') return value
  const said = value === undefined || hasRows(value) ? undefined : value[read.language]
  return said ?? withGaps({ [read.language]: `{${name}}` }, read)
}

const byHand = '____________'
