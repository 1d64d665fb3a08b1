/** Money as it was handed in: never converted by hand. */
export interface MoneyRead {
  readonly amount: number
  readonly currency: string
}

/** A figure as gates and scores read it: dated, with its class of evidence and what nature it has. */
export interface FactRead {
  readonly value: number
  readonly year: number
  readonly evidence: 1 | 2 | 3 | 4 | 5
  readonly nature: FactNature
}

/** Whether a figure was counted, and how surely. Only the first counts in a gate. */
export const factNatures = ['actual', 'provisional', 'estimate', 'forecast', 'target'] as const
export type FactNature = (typeof factNatures)[number]

/** One value as it may travel: codes, numbers, dates, yes or no, ids. */
export type ReadCell =
  | string
  | number
  | boolean
  | MoneyRead
  | FactRead
  | { readonly from: string; readonly to: string }
  | readonly string[]
  | Readonly<Record<string, string>>

/** A row of a table by its columns, under its stable id. */
export interface ReadRow {
  readonly id: string
  readonly cells: Readonly<Record<string, ReadCell>>
}

/** What is read of one field: a value, or rows. */
export type ReadValue = ReadCell | readonly ReadRow[]

/** What the engine reads of a form, by the codes of its fields; totals of a table as `table.total`. */
export type ReadValues = Readonly<Record<string, ReadValue>>

/** What may be a string in it: an id, a code, a date. Whatever a person could have written does not fit (1.6). */
const travelling = /^[A-Za-z0-9_.:@-]{1,80}$/

/** Whether a string may enter the history of Temporal and the ledger. */
export const mayTravel = (value: string): boolean => travelling.test(value)
