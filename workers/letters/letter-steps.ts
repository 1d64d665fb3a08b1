import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import { groupedBy } from '../../db/reads/grouped.js'
import { readRulesNamed } from '../../db/reads/procedures.js'
import { openedByWords, type OpenedBy } from '../../db/reads/returns.js'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Procedure } from '../../domain/procedure.js'
import { letters, type LetterKind } from '../../domain/letters/letters.js'
import { isSentBackToPlace } from '../../domain/sight/sent-back.js'
import type { Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import type { LocalText } from '../../domain/locale.js'
import { listedWith } from './sent-back-list.js'
import { readersNow, type ReaderNow } from './reader-now.js'
import { standings, type StandingOf } from './standing.js'

/** A step as its letters tell of it. */
export interface StepInLetter {
  readonly key: string
  readonly role: Role
  readonly dueAt: string
  /** Zone in which it is due, from the id of its calendar, `CN@Asia/Shanghai`. */
  readonly zone: string
  /** What its reader may do about it at the moment of sending. */
  readonly reader: ReaderNow
  /** Why it came back to the place (8.14), where it did. */
  readonly sentBack?: Listed
  /** When it was due before, where the entry moved the date. */
  readonly formerDueAt?: string
}

/** Why a step came back, and what the form lists of it. */
type Listed = Pick<OpenedBy, 'key' | 'option' | 'code' | 'words'> & { readonly listed?: LocalText }

type Db = Kysely<Database>

/** The steps letters tell of, by the letter's id. A letter without a step is missing. */
export const stepsOf = async (
  told: readonly OutgoingLetter[],
  { db, standingOf = standings(db) }: { readonly db: Db; readonly standingOf?: StandingOf },
): Promise<ReadonlyMap<string, StepInLetter>> => {
  const ids = told.filter(({ step }) => step !== null).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('letter')
    .innerJoin('step', (join) => join.onRef('step.base', '=', 'letter.base').onRef('step.id', '=', 'letter.step'))
    .innerJoin('ledger_entry as entry', (join) =>
      join.onRef('entry.stream', '=', 'letter.base').onRef('entry.seq', '=', 'letter.seq'),
    )
    .select(['letter.id', 'letter.base', 'letter.step', 'letter.kind', 'key', 'step.role', 'due_at', 'calendar'])
    .select(['payload', 'rules_version'])
    .where('letter.id', 'in', ids)
    .execute()
  const rules = await rulesOf(db, new Set(rows.map((row) => row.rules_version)))
  const sentBack = await sentBackIn(db, { rows, rules })
  const readers = await readersOf(readersNow(db, standingOf), told)
  return new Map(
    rows.map(({ id, key, role, due_at, calendar, payload }) => [
      id,
      {
        key,
        role,
        // A letter may wait for its turn or for the relay while the date moves on: it prints the one that holds when it leaves.
        dueAt: payload.type === 'deadline_moved' ? payload.dueAt : due_at,
        zone: calendar.slice(calendar.indexOf('@') + 1),
        reader: readers.get(id) ?? knownToNobody,
        ...defined({
          sentBack: sentBack.get(id),
          formerDueAt: payload.type === 'deadline_moved' ? payload.from : undefined,
        }),
      },
    ]),
  )
}

const knownToNobody: ReaderNow = { acts: false, options: [] }

/** What each letter's reader may do at this moment, by the letter's id. */
const readersOf = async (
  readerOf: (letter: OutgoingLetter) => Promise<ReaderNow>,
  told: readonly OutgoingLetter[],
): Promise<ReadonlyMap<string, ReaderNow>> => {
  const found = new Map<string, ReaderNow>()
  for (const letter of told) found.set(letter.id, await readerOf(letter))
  return found
}

type Rules = ReadonlyMap<string, Procedure>

/** The versions that letters' entries were written under, such as `full@1`. */
const rulesOf = async (db: Db, rulesVersions: ReadonlySet<string>): Promise<Rules> => {
  const found = new Map<string, Procedure>()
  for (const rules of rulesVersions) {
    const procedure = await readRulesNamed(db, rules)
    if (procedure !== undefined) found.set(rules, procedure)
  }
  return found
}

interface StepRow {
  readonly id: string
  readonly base: BaseId
  readonly step: string | null
  readonly kind: LetterKind
  readonly rules_version: string
}

/** Why steps that letters tell of were opened, where something went back to the place; by the letter's id. */
const sentBackIn = async (
  db: Db,
  { rows, rules }: { readonly rows: readonly StepRow[]; readonly rules: Rules },
): Promise<ReadonlyMap<string, Listed>> => {
  const found = new Map<string, Listed>()
  const opening = rows.filter(({ kind }) => letters[kind].asksToAct === true)
  for (const [base, asking] of groupedBy(opening, (row) => row.base)) {
    const steps = [...new Set(asking.flatMap(({ step }) => step ?? []))]
    const openedBy = await openedByWords(db, { bases: [base], steps })
    for (const { id, step, rules_version: version } of asking) {
      const procedure = rules.get(version)
      if (procedure === undefined) continue
      const why = openedBy.find((one) => one.step === step && isSentBackToPlace(one, procedure))
      if (why !== undefined) found.set(id, { ...why, ...defined({ listed: await listedWith(db, why) }) })
    }
  }
  return found
}
