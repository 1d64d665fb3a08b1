import { formOnly } from './form-only.js'
import type { Wordings } from './model.js'
import type { TextMark } from './text-mark.js'

/** A paragraph of the version that left, as it is read there. */
interface LeftParagraph {
  readonly clause: string
  readonly paragraph: string
  /** What stands before its words. */
  readonly numbers: Wordings
  readonly text: Wordings
  /** Its words end in a table, which a file does not change. */
  readonly hasTable: boolean
}

/** A paragraph that came back in other words. */
export interface ReturnedChange {
  readonly clause: string
  readonly paragraph: string
  /** In the languages that read otherwise; undefined: it came back empty in all of them, and is left out. */
  readonly text: Wordings | undefined
}

/**
 * What a file that came back would have otherwise, paragraph by paragraph: compared with the version it left as, and with nothing else. White
 * space and the width of marks are no change; a paragraph that is not in the file at all is left as it is.
 */
export const returnedChanges = (
  left: readonly LeftParagraph[],
  placed: readonly { readonly mark: TextMark; readonly text: string }[],
): readonly ReturnedChange[] =>
  left.flatMap((one, index): readonly ReturnedChange[] => {
    const said = placed.flatMap(({ mark, text }) =>
      mark.index === index ? [[mark.language, withoutNumber(text, one.numbers[mark.language] ?? '')] as const] : [],
    )
    const changed = said.filter(([language, text]) => !formOnly(text, one.text[language] ?? ''))
    if (changed.length === 0 || one.hasTable) return []
    const isGone = Object.keys(one.text).every((language) => said.some(([of, text]) => of === language && text === ''))
    const text = Object.fromEntries(changed.filter(([, words]) => words !== ''))
    if (!isGone && Object.keys(text).length === 0) return []
    return [{ clause: one.clause, paragraph: one.paragraph, text: isGone ? undefined : text }]
  })

const withoutNumber = (text: string, number: string): string =>
  text.startsWith(number.trim()) ? text.slice(number.trim().length).trim() : text
