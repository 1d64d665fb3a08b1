import type { AppliesWhen, Paragraph, ParagraphTable, Wordings } from '../../../text/model.js'

/** A wording of the model in the two languages it is certified in. */
export const said = (en: string, chinese: string): Wordings => ({ en, 'zh-CN': chinese })

/** A paragraph that says what is intended. */
export const paragraph = (id: string, text: Wordings): Paragraph => ({ id, binding: false, text })

/** A paragraph that binds, with its soft wording: its own one where nothing in it commands. */
export const bound = (id: string, words: Wordings | Softened): Paragraph =>
  isSoftened(words) ? { id, binding: true, ...words } : { id, binding: true, text: words, soft: words }

/** A paragraph that binds nobody and still reads otherwise where nothing of the text binds. */
export const softened = (id: string, words: Softened): Paragraph => ({ id, binding: false, ...words })

/** A paragraph that stands under a condition. */
export const only = (when: AppliesWhen, one: Paragraph): Paragraph => ({ ...one, when })

/** A paragraph with a table under it. */
export const tabled = (id: string, { text, ...table }: ParagraphTable & { readonly text: Wordings }): Paragraph => ({
  id,
  binding: false,
  text,
  table,
})

/** The columns of a table: code, heading, share of the width. */
export const columns = (...all: readonly (readonly [string, Wordings, number])[]): ParagraphTable['columns'] =>
  all.map(([id, heading, width]) => ({ id, heading, width }))

interface Softened {
  readonly text: Wordings
  readonly soft: Wordings
}

const isSoftened = (words: Wordings | Softened): words is Softened => typeof words['text'] === 'object'
