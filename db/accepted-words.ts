import { sql, type Kysely, type Transaction } from 'kysely'
import { documentKinds } from '../domain/document-kind.js'
import { letterKinds } from '../domain/letters/letters.js'
import { stages, statuses } from '../domain/lifecycle.js'
import { procedureIds } from '../domain/procedure-id.js'
import { reasonCodes } from '../domain/reason-code.js'
import { roleCodes, roles } from '../domain/role.js'
import { colours } from '../domain/values/colour.js'
import type { Database } from './schema.js'

interface WordList {
  readonly words: readonly string[]
  /** Columns, as `table.column`. */
  readonly columns: readonly string[]
  /** A column of the same table beside which every word is accepted: the list is for rows that have nothing there. */
  readonly without?: string
}

/** Where the tables hold words of the programme, and which words these are. */
export const programmeWordLists: readonly WordList[] = [
  { words: stages, columns: ['base.stage', 'base_stage.stage'] },
  { words: statuses, columns: ['base.status', 'base_stage.outcome'] },
  { words: reasonCodes, columns: ['base.code', 'base_stage.code', 'step.code', 'step_act.code'] },
  { words: colours, columns: ['base.colour'] },
  { words: roleCodes, columns: ['mandate.role', 'ledger_entry.role', 'step.role', 'step_act.role', 'saved_view.role'] },
  // A role of a place is held for one base (4).
  { words: roleCodes.filter((role) => !roles[role].perBase), columns: ['mandate.role'], without: 'base' },
  { words: documentKinds, columns: ['document_order.kind', 'document.kind'] },
  { words: letterKinds, columns: ['letter.kind'] },
  { words: procedureIds, columns: ['programme.procedure', 'procedure.id', 'rules_proposal.procedure'] },
]

/**
 * Lets the tables accept the words of this program and no others. What accepts just these already is left as it is, so that
 * nothing is locked in vain. Fails, and changes nothing, where a row holds a word that this program no longer has: whatever
 * stands in the ledger must go on to be read.
 */
export const acceptWords = (db: Kysely<Database>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('cornerstone accepted words'))`.execute(trx)
    const accepted = await acceptedNow(trx)
    for (const { words, columns, without } of programmeWordLists)
      for (const column of columns) {
        const check = checkOf(column, without)
        if (!isSame(accepted.get(check.name), words)) await accept(trx, { ...check, words })
      }
  })

interface Check {
  readonly table: string
  readonly column: string
  readonly without: string | undefined
  readonly name: string
}

const checkOf = (place: string, without: string | undefined): Check => {
  const [table = '', column = ''] = place.split('.')
  const where = without === undefined ? '' : `_without_${without}`
  return { table, column, without, name: `${table}_${column}${where}_is_a_word` }
}

/** The words of each such check, by its name. */
const acceptedNow = async (trx: Transaction<Database>): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await sql<{ readonly name: string; readonly words: readonly string[] }>`
    select conname as name, array(
      select found[1] from regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''::text', 'g') as found
    ) as words
    from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace and conname like '%\_is\_a\_word'
  `.execute(trx)
  return new Map(rows.map(({ name, words }) => [name, words]))
}

const isSame = (some: readonly string[] | undefined, words: readonly string[]): boolean =>
  some !== undefined && some.toSorted().join(' ') === words.toSorted().join(' ')

const accept = async (
  trx: Transaction<Database>,
  { table, column, without, name, words }: Check & { readonly words: readonly string[] },
): Promise<void> => {
  const list = sql.join(words.map((word) => sql`${sql.lit(word)}::text`))
  const beside = without === undefined ? sql`` : sql`${sql.ref(without)} is not null or `
  await sql`alter table ${sql.table(table)} drop constraint if exists ${sql.ref(name)}`.execute(trx)
  await sql`alter table ${sql.table(table)}
    add constraint ${sql.ref(name)} check (${beside}${sql.ref(column)} = any (array[${list}]::text[]))`.execute(trx)
}
