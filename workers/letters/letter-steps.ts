import type { Kysely } from 'kysely'
import { readPinnedVersion } from '../../db/reads/procedures.js'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Option } from '../../domain/values/step-key.js'
import type { Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'

/** A step as its letters tell of it. */
export interface StepInLetter {
  readonly key: string
  readonly role: Role
  readonly dueAt: string
  /** Zone in which it is due, from the id of its calendar, `CN@Asia/Shanghai`. */
  readonly zone: string
  /** What a person may choose, by the rules the entry was written under. */
  readonly options: readonly Option[]
  /** When it was due before, where the entry moved the date. */
  readonly formerDueAt?: string
}

type Db = Kysely<Database>

/** The steps letters tell of, by the letter's id. A letter without a step is missing. */
export const stepsOf = async (
  letters: readonly OutgoingLetter[],
  { db }: { readonly db: Db },
): Promise<ReadonlyMap<string, StepInLetter>> => {
  const ids = letters.filter(({ step }) => step !== null).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('letter')
    .innerJoin('step', (join) => join.onRef('step.base', '=', 'letter.base').onRef('step.id', '=', 'letter.step'))
    .innerJoin('ledger_entry as entry', (join) =>
      join.onRef('entry.stream', '=', 'letter.base').onRef('entry.seq', '=', 'letter.seq'),
    )
    .select(['letter.id', 'key', 'step.role', 'due_at', 'calendar', 'payload', 'rules_version'])
    .where('letter.id', 'in', ids)
    .execute()
  const options = await optionsUnder(db, new Set(rows.map((row) => row.rules_version)))
  return new Map(
    rows.map(({ id, key, role, due_at, calendar, payload, rules_version }) => [
      id,
      {
        key,
        role,
        dueAt: 'dueAt' in payload ? payload.dueAt : due_at,
        zone: calendar.slice(calendar.indexOf('@') + 1),
        options: options.get(`${rules_version} ${key}`) ?? [],
        ...defined({ formerDueAt: payload.type === 'deadline_moved' ? payload.from : undefined }),
      },
    ]),
  )
}

/** By rules version and step key, such as `full@1 1.4a`: the options that are not the clock's own. */
const optionsUnder = async (
  db: Db,
  rulesVersions: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Option[]>> => {
  const found = new Map<string, readonly Option[]>()
  for (const rules of rulesVersions) {
    const [id, version] = [
      rules.startsWith('light@') ? ('light' as const) : ('full' as const),
      rules.slice(rules.indexOf('@') + 1),
    ]
    const procedure = await readPinnedVersion(db, { id, version })
    for (const [key, { options }] of Object.entries(procedure?.steps ?? {})) {
      const offered = Object.entries(options).filter(([, rule]) => rule.byClock === undefined)
      found.set(
        `${rules} ${key}`,
        offered.map(([option]) => option),
      )
    }
  }
  return found
}
