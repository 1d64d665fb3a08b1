import type { LocalText } from '../locale.js'

/** What is followed over several steps: rows of a form are followed from then on, and later forms say what became of each (8.17). */
export const itemKinds = [
  'finding',
  'condition',
  'recommendation',
  'correction',
  'measure',
  'risk',
  'activity',
  'receipt',
  'payment',
  'request',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** Where an item stands. */
export const itemStatuses = [
  'draft',
  'open',
  'recorded',
  'answered',
  'stands',
  'corrected',
  'turned',
  'withdrawn',
  'replaced',
  'not_taken',
  'done',
  'closed',
] as const
export type ItemStatus = (typeof itemStatuses)[number]

/** What a choice, or a yes or no, of a row makes of the item it is about. */
export interface StatusChange {
  readonly kind: ItemKind
  readonly column: string
  readonly is: string | boolean
  readonly to: ItemStatus
  /** Only of what stands so; left out: however it stands. */
  readonly from?: readonly ItemStatus[]
}

/** Items of which each has a row: those of a kind that stand so, or of them only those entered on one step. */
export interface ItemsAsked {
  readonly kind: ItemKind
  readonly status: readonly ItemStatus[]
  readonly of?: string
}

/** What the rows of a table have to do with items that are there already. */
export interface RowsAbout {
  /** The column that points at the item. */
  readonly column: string
  /** What the row makes of it; of two that fit counts the later. */
  readonly sets?: readonly StatusChange[]
  /** Each of these has a row, and is filled in beforehand. */
  readonly every?: readonly ItemsAsked[]
  /** Columns that are filled in beforehand as the row by which the item entered has them: here, and there. */
  readonly fills?: Readonly<Record<string, string>>
  /** What no row may say of an item whose own row stands against it. */
  readonly bars?: readonly AnswerBarred[]
}

/** An answer in a column that is not given about an item which has, in a column of its own, what bars it. */
export interface AnswerBarred {
  readonly column: string
  readonly is: string
  readonly where: { readonly column: string; readonly is: string | boolean }
  /** What may be answered instead, as the end of a sentence. */
  readonly needs: LocalText
}

/** What a row is from the moment it is followed. */
export interface RowsEntered {
  readonly kind: ItemKind
  /** Left out: open. */
  readonly as?: ItemStatus
  /** Steps with the same table: what they entered is replaced as well. */
  readonly like?: readonly string[]
  /** One sheet after the other: a later one adds to what the one before it entered, and replaces nothing. */
  readonly adds?: true
}
