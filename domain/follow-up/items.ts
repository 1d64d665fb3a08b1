import type { TableField } from '../form/field.js'
import type { Form } from '../form/form.js'
import type { ReadRow, ReadValues } from '../form/read-values.js'
import { idsIn, moneyIn, readRowsIn } from '../form/rows.js'
import type { StepId, StepKey } from '../values/step-key.js'
import type { ConditionStatus } from '../conditions.js'
import type { PersonId } from '../ids.js'
import type { BaseState } from '../state.js'
import type { ItemStatus, ItemKind, RowsAbout, StatusChange } from './item-kind.js'

/** A form that was handed in on a visit that closed, as far as its act counts, in the order of the ledger. */
export interface FiledForm {
  readonly step: StepId
  readonly key: StepKey
  /** The number of the stage in the life of the base. */
  readonly stage: number
  readonly seq: number
  /** Who handed it in; null: erased. */
  readonly person: PersonId | null
  readonly at: string
  /** When its visit closed, as a number in the ledger. */
  readonly closedSeq: number
  readonly read: ReadValues
}

/** A row of a form, wherever it lies. */
interface RowOf {
  readonly filed: FiledForm
  readonly field: string
  readonly row: string
}

/** Something that is followed: by which row it entered, what was said of it since, and where it stands. */
export interface FollowedItem extends RowOf {
  readonly id: string
  readonly kind: ItemKind
  readonly status: ItemStatus
  /** The rows that were about it, oldest first. */
  readonly said: readonly RowOf[]
}

/** The id under which a row is followed; conditions are known by visit and row alone (8.16). */
export const itemId = (
  kind: ItemKind,
  { step, field, row }: { readonly step: StepId; readonly field: string; readonly row: string },
): string => (kind === 'condition' ? `${step}:${row}` : `${step}:${field}-${row}`)

/** The tables of a form whose rows are followed, or say something of what is. */
export const followedTables = (form: Form | undefined): readonly TableField[] =>
  (form?.fields ?? [])
    .filter((field) => field.kind === 'table')
    .filter(({ enters, about }) => (enters ?? about) !== undefined)

/**
 * What is followed on a base, as its ledger has it: rows enter when the visit of their step closes, and rows of later visits say
 * what became of them. Where several persons decide, what more than half of the forms say counts. A step that is done again
 * in the same stage replaces what it entered before and nobody has answered, and in a later one what stayed a draft.
 */
export const itemsOf = (
  filed: readonly FiledForm[],
  tablesOf: (filed: FiledForm) => readonly TableField[],
): readonly FollowedItem[] => {
  const items = new Map<string, FollowedItem>()
  for (const visit of visitsOf(filed)) {
    const tables = tablesOf(visit[0])
    for (const table of tables) sayOf(items, { visit, table })
    for (const table of tables) for (const filed of visit.toReversed()) enter(items, { filed, table })
  }
  return [...items.values()]
}

/** The requests somebody made: whoever asked reads what was answered, though the sheet of the answers is not for other firms (5.15). */
export const ownRequests = (
  items: readonly FollowedItem[],
  { person }: { readonly person: PersonId },
): ReadonlyMap<string, FollowedItem> =>
  new Map(
    items.filter(({ kind, filed }) => kind === 'request' && filed.person === person).map((item) => [item.id, item]),
  )

type Visit = readonly [FiledForm, ...FiledForm[]]

/** The forms of each visit, newest first, in the order in which the visits closed. */
const visitsOf = (filed: readonly FiledForm[]): readonly Visit[] => {
  const visits = new Map<StepId, Visit>()
  for (const one of filed) {
    const before = visits.get(one.step) ?? []
    visits.delete(one.step)
    visits.set(one.step, [one, ...before])
  }
  return [...visits.values()]
}

type Items = Map<string, FollowedItem>

const enter = (items: Items, { filed, table }: { readonly filed: FiledForm; readonly table: TableField }): void => {
  const { enters, code: field } = table
  if (enters === undefined) return
  const { kind, as = 'open', like = [], adds = false } = enters
  for (const [id, item] of items)
    if (!adds && item.kind === kind && isReplaced(item, { filed, field, like }))
      items.set(id, { ...item, status: 'replaced' })
  for (const { id: row } of readRowsIn(filed.read, field)) {
    const id = itemId(kind, { step: filed.step, field, row })
    items.set(id, { id, kind, filed, field, row, status: as, said: [] })
  }
}

/** Nobody said anything of it yet, or nobody took the draft up; a form of the same step, or of one like it, stands in its place. */
const isReplaced = (
  { filed: before, field: of, status, said }: FollowedItem,
  { filed, field, like }: { readonly filed: FiledForm; readonly field: string; readonly like: readonly StepKey[] },
): boolean => {
  if (before.step === filed.step || of !== field || ![filed.key, ...like].includes(before.key)) return false
  if (status === 'draft') return true
  return before.stage === filed.stage && (status === 'open' || said.length === 0)
}

const sayOf = (items: Items, { visit, table }: { readonly visit: Visit; readonly table: TableField }): void => {
  const { about, code: field } = table
  if (about === undefined) return
  const rows = visit.flatMap((filed) => readRowsIn(filed.read, field).map((row) => ({ filed, row })))
  const meant = new Set(rows.flatMap(({ row }) => idsIn(row.cells[about.column])))
  for (const id of meant) {
    const item = items.get(id)
    if (item === undefined) continue
    const those = rows.filter(({ row }) => idsIn(row.cells[about.column]).includes(id))
    const said = those.map(({ filed, row }) => ({ filed, field, row: row.id })).reverse()
    const status = agreed(
      those.map(({ row }) => statusBy(row, { item, sets: about.sets ?? [] })),
      visit.length,
    )
    items.set(id, { ...item, status: status ?? item.status, said: [...item.said, ...said] })
  }
}

const statusBy = (
  { cells }: ReadRow,
  { item, sets }: { readonly item: FollowedItem; readonly sets: readonly StatusChange[] },
): ItemStatus | undefined =>
  sets.findLast(
    ({ kind, column, is, from }) =>
      kind === item.kind && cells[column] === is && (from === undefined || from.includes(item.status)),
  )?.to

/** What more than half of the forms of a visit say. */
const agreed = (said: readonly (ItemStatus | undefined)[], forms: number): ItemStatus | undefined =>
  said.find((status) => status !== undefined && said.filter((other) => other === status).length * 2 > forms)

/** The items of which a table asks for a row each. */
export const itemsAsked = (items: readonly FollowedItem[], { every = [] }: RowsAbout): readonly FollowedItem[] =>
  items.filter(({ kind, status, filed }) =>
    every.some(
      (asked) =>
        asked.kind === kind && asked.status.includes(status) && (asked.of === undefined || asked.of === filed.key),
    ),
  )

/** What the row by which an item entered has for the columns of a table that takes them over; money is of the year it was noted in. */
export const filledOver = (
  { filed, field, row }: RowOf,
  { fills = {} }: RowsAbout,
): Readonly<Record<string, unknown>> => {
  const cells = readRowsIn(filed.read, field).find(({ id }) => id === row)?.cells ?? {}
  return Object.fromEntries(
    Object.entries(fills).flatMap(([here, there]) => {
      const cell = cells[there]
      if (cell === undefined) return []
      const amount = moneyIn(cell)
      return [[here, amount === undefined ? cell : { ...amount, year: Number(filed.at.slice(0, 'YYYY'.length)) }]]
    }),
  )
}

/** How the core follows a condition, as an item stands (8.16). */
const asItem: Readonly<Record<ConditionStatus, ItemStatus>> = {
  open: 'open',
  shown: 'answered',
  met: 'done',
  not_met: 'open',
  lifted: 'withdrawn',
}

/** Conditions as the core follows them; of those that nobody weighed yet, or let go on, drafts are left, of the rest nothing. */
export const conditionsFollowed = (
  items: readonly FollowedItem[],
  { conditions, goingOn }: { readonly conditions: BaseState['conditions']; readonly goingOn: readonly string[] },
): readonly FollowedItem[] =>
  items.map((item) => {
    if (item.kind !== 'condition') return item
    const fixed = conditions?.[item.id]
    if (fixed !== undefined) return { ...item, status: asItem[fixed.status] }
    return goingOn.includes(item.id) ? item : { ...item, status: 'withdrawn' }
  })
