import type { LocalText } from '../locale.js'
import type { ItemKind, RowsAbout, RowsEntered } from '../follow-up/item-kind.js'
import type { Capacity } from '../screening.js'
import type { Condition } from './condition.js'

/** The kinds of field a form is made of. */
export const fieldKinds = [
  'text',
  'number',
  'money',
  'percentage',
  'date',
  'period',
  'choice',
  'choices',
  'yes_no',
  'person',
  'organisation',
  'place',
  'fact',
  'table',
  'file',
  'evidence',
  'checklist',
  'confirmation',
  'reference',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** Who may read what stands in a field, in short; `domain/sight` is exact. */
export const visibilityClasses = ['PUB', 'PAR', 'PRG', 'COM', 'CPL', 'FRM'] as const
export type VisibilityClass = (typeof visibilityClasses)[number]

/** How long what stands in a field is kept (8.13). */
export const retentionClasses = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8'] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** A question that nobody can answer says why: there are no data, it does not apply, or it is withheld, with a reason. */
export const nothings = ['na', 'nap', 'ref'] as const
export type Nothing = (typeof nothings)[number]

/** 1 to 5, 1 strongest (8.6, R8). */
export type EvidenceClass = 1 | 2 | 3 | 4 | 5

/** What every field has. */
interface Common<K extends FieldKind> {
  readonly code: string
  readonly kind: K
  readonly label: LocalText
  /** One sentence on what is meant, where the label does not say it. */
  readonly hint?: LocalText
  /** Asked only then; absent: always. */
  readonly asked?: Condition
  /** May be left empty where it is asked. */
  readonly optional?: true
  /** The engine reads it: it travels into the ledger and Temporal's history (1.6). Texts, names and files never do. */
  readonly read?: true
  /** Answers that say that there is nothing, and why; absent: it is answered or left empty. */
  readonly nothing?: readonly Nothing[]
  /** Where it differs from what the step has. */
  readonly seen?: VisibilityClass
  /** Where it differs from T1. */
  readonly kept?: RetentionClass
  /** Of an item that is followed: whoever a later form asks about it reads this of it, whatever the class of its form (8.17). */
  readonly toAsked?: true
  /** Filled in beforehand with what was answered there; to be confirmed, not typed again. */
  readonly from?: { readonly step: string; readonly field: string }
}

/** One line, or paragraphs. `most` counts Chinese characters; letters of an alphabet count a third. */
export interface TextField extends Common<'text'> {
  readonly lines: 'one' | 'many'
  readonly most: number
  readonly least?: number
  /** Written in both languages, because the other side reads it or a paper quotes it. */
  readonly both?: true
  /** The id of a row in that table of the same form: what is found is found of one of those. */
  readonly rowOf?: string
}
export interface NumberField extends Common<'number'> {
  readonly unit: LocalText
  /** Left out: whole numbers. */
  readonly decimals?: number
  /** Left out: 0. */
  readonly least?: number
  readonly most?: number
}
export type MoneyField = Common<'money'>
/** 0–100 with one decimal; with `parts` the two numbers it is made of, as gates and scores want it. */
export interface PercentageField extends Common<'percentage'> {
  readonly parts?: true
}
/** What it tells of is done, where that holds: no day of it lies ahead when it is handed in. */
interface Behind {
  readonly behind?: Condition
}
/** Which day to come a field names: any, or one as long as the place of the base is kept. */
export const daysAhead = ['any', 'while_kept'] as const
export type DateField = Common<'date'> &
  Behind & {
    /** It names a day that is not over, on either side, when it is handed in. */
    readonly ahead?: (typeof daysAhead)[number]
  }
export type PeriodField = Common<'period'> & Behind
export interface Choice {
  readonly code: string
  readonly label: LocalText
}
export interface ChoiceField extends Common<'choice'> {
  readonly choices: readonly Choice[]
}
export interface ChoicesField extends Common<'choices'> {
  readonly choices: readonly Choice[]
  readonly least?: number
  readonly most?: number
}
export type YesNoField = Common<'yes_no'>
/** Whoever is named there is screened as that (1.6). */
interface Screened {
  readonly screened?: Capacity
}
/** Somebody of the register by id, or whoever is not in it by name and office. */
export type PersonField = Common<'person'> & Screened
export type OrganisationField = Common<'organisation'> & Screened
export type PlaceField = Common<'place'>
/** A figure with its year, territory, definition, nature and evidence. */
export interface FactField extends Common<'fact'> {
  readonly unit: LocalText
  readonly decimals?: number
  /** Left out: 0. */
  readonly least?: number
  /** The weakest class of evidence with which it counts. */
  readonly weakest?: EvidenceClass
}
/** Papers that prove nothing by themselves: a map, a photo. */
export interface FileField extends Common<'file'> {
  readonly least?: number
  readonly most?: number
}
/** Exhibits that prove something, each with where in it. */
export interface EvidenceField extends Common<'evidence'> {
  readonly weakest?: EvidenceClass
  readonly most?: number
}
/** An item of a checklist. */
export interface ChecklistItem extends Choice {
  /** What is looked for first. */
  readonly hint?: LocalText
  /** The results it can have; absent: each of the list. What cannot end a matter is not found to end it. */
  readonly results?: readonly string[]
}
export interface ChecklistField extends Common<'checklist'> {
  readonly items: readonly ChecklistItem[]
  readonly results: readonly Choice[]
  /** Results that ask for a word beside them. */
  readonly remarks?: readonly string[]
  /** Results that ask for an exhibit. */
  readonly proofs?: readonly string[]
  /** The weakest class of evidence with which such an exhibit counts. */
  readonly weakest?: EvidenceClass
}
/** A numbered statement that the person who acts confirms, in both languages. */
export interface ConfirmationField extends Common<'confirmation'> {
  readonly statement: LocalText
}
export interface ReferenceField extends Common<'reference'> {
  /** One of these. */
  readonly to: readonly ReferenceKind[]
  readonly most?: number
}
/** What a form can point at. */
export type ReferenceKind = ItemKind | 'paper' | 'fact' | 'decision' | 'clause' | 'indicator'

/** What a cell of a table can be: a table in a table nobody fills in. */
export type FormColumn = Exclude<FormField, TableField>

/** A named figure of a table that the engine reads: how many rows, or the sum of a column, of those that fit. */
export interface Total {
  readonly name: string
  readonly label: LocalText
  /** Only rows in which that choice, choices or yes-no column has one of these. */
  readonly where?: { readonly column: string; readonly is: readonly (string | boolean)[] }
  /** The column that is added up; left out: rows are counted. */
  readonly sum?: string
}
export interface TableField extends Common<'table'> {
  readonly columns: readonly FormColumn[]
  readonly least?: number
  readonly most: number
  readonly totals?: readonly Total[]
  /** Columns that the engine reads row by row, where totals do not say enough: who is in the team, which value an indicator has. */
  readonly reads?: readonly string[]
  /** The choice column each of whose choices has exactly one row: every gate, every criterion, each once. */
  readonly each?: string
  /** Each row is followed as an item of that kind once the step is closed. */
  readonly enters?: RowsEntered
  /** Each row is about an item that is there already. */
  readonly about?: RowsAbout
  /** A row for everybody whom the forms of the base name to be screened, filled in beforehand; nobody is left out (1.6). */
  readonly gathers?: 'subjects'
}

export type FormField =
  | TextField
  | NumberField
  | MoneyField
  | PercentageField
  | DateField
  | PeriodField
  | ChoiceField
  | ChoicesField
  | YesNoField
  | PersonField
  | OrganisationField
  | PlaceField
  | FactField
  | TableField
  | FileField
  | EvidenceField
  | ChecklistField
  | ConfirmationField
  | ReferenceField

/** The field of one kind. */
export type FieldOf<K extends FieldKind> = Extract<FormField, { readonly kind: K }>
