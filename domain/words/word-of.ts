import type { Locale, LocalText } from '../locale.js'

/**
 * The word of a table in one language. An unknown key comes back as it is, never as an error: a ledger that lives for
 * years holds words of procedures that are no longer shipped.
 */
export const wordOf = (
  table: Readonly<Record<string, LocalText>>,
  { key, locale }: { readonly key: string; readonly locale: Locale },
): string => table[key]?.[locale] ?? key
