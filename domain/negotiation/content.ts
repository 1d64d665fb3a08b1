import type { ClauseId } from './rules.js'

/** A wording in the languages of a text. */
type TextWordings = Readonly<Record<string, string>>

interface ContentParagraph {
  readonly id: string
  readonly text: TextWordings
  /** The cells of a table that stands in it, row by row: they follow from values and are not edited as words. */
  readonly rows?: readonly (readonly TextWordings[])[]
}
export interface ContentClause {
  readonly id: ClauseId
  readonly heading: TextWordings
  readonly paragraphs: readonly ContentParagraph[]
}

/**
 * A version of a text, clause by clause, as it is kept and hashed: values filled in, references by id, the sides in the order of the
 * model. What stands around it (numbers, parts, the heads of tables) is of the version of the model that it names.
 */
export interface TextContent {
  readonly model: { readonly id: string; readonly version: number }
  readonly languages: readonly string[]
  readonly clauses: readonly ContentClause[]
}

/** How somebody would have a clause read. */
export const clauseEditKinds = ['replace', 'insert', 'delete'] as const
type ClauseEditKind = (typeof clauseEditKinds)[number]
export interface ClauseEdit {
  readonly kind: ClauseEditKind
  readonly clause: ClauseId
  /** Which paragraph is replaced or left out; the name of the new one. */
  readonly paragraph: string
  /** The paragraph a new one stands after; absent: at the end, where an edit of the model's text says first. */
  readonly after?: string
  /** In the languages that are written anew; a new paragraph has them all. */
  readonly text?: TextWordings
}

/** The text with an edit taken in; undefined where there is no such place in it, or the edit changes nothing. */
export const withEdit = (content: TextContent, edit: ClauseEdit): TextContent | undefined => {
  const clause = content.clauses.find(({ id }) => id === edit.clause)
  const paragraphs = clause && edited(clause.paragraphs, { edit, languages: content.languages })
  if (paragraphs === undefined) return undefined
  return { ...content, clauses: content.clauses.map((one) => (one.id === edit.clause ? { ...one, paragraphs } : one)) }
}

const edited = (
  paragraphs: readonly ContentParagraph[],
  { edit: { kind, paragraph, after, text = {} }, languages }: { edit: ClauseEdit; languages: readonly string[] },
): readonly ContentParagraph[] | undefined => {
  const at = paragraphs.findIndex(({ id }) => id === paragraph)
  const isWorded = Object.keys(text).length > 0 && Object.keys(text).every((language) => languages.includes(language))
  switch (kind) {
    case 'replace':
      return at < 0 || !isWorded
        ? undefined
        : paragraphs.map((one, index) => (index === at ? { ...one, text: { ...one.text, ...text } } : one))
    case 'delete':
      return at < 0 || paragraphs.length === 1 ? undefined : paragraphs.filter((_, index) => index !== at)
    case 'insert': {
      const before = after === undefined ? paragraphs.length - 1 : paragraphs.findIndex(({ id }) => id === after)
      const isWhole = languages.every((language) => (text[language] ?? '') !== '')
      if (at >= 0 || !isWhole || (after !== undefined && before < 0)) return undefined
      return [...paragraphs.slice(0, before + 1), { id: paragraph, text }, ...paragraphs.slice(before + 1)]
    }
  }
}

const isKeyed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether something that was kept is a text. */
export const isTextContent = (value: unknown): value is TextContent =>
  isKeyed(value) && isKeyed(value['model']) && Array.isArray(value['languages']) && Array.isArray(value['clauses'])
