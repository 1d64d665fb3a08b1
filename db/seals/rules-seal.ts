import { once } from '../../domain/values/once.js'
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { RawBuilder, Selectable } from 'kysely'
import { procedures } from '../../domain/gicc/procedures.js'
import { canonicalText } from '../canonical-text.js'
import { isAnySealFor, sealFor } from './row-seal.js'
import type { ProcedureTable } from '../schema/programme-tables.js'
import type { RowSealTable } from '../schema/seal-tables.js'

/** Rules as they lie in the database, with every seal that lies beside them, as `sealsOfRules` selects them. */
export type RulesWithSeals = Selectable<ProcedureTable> & { readonly seals: readonly string[] }

/** Selects the seals of a row of `procedure`. */
export const sealsOfRules: RawBuilder<readonly string[]> = sql`array(
  select seal from row_seal where kind = 'rules' and subject = procedure.id || '@' || procedure.version)`

/** The row that goes with rules that are put in place. */
export const rulesSeal = (rules: Selectable<ProcedureTable>): RowSealTable =>
  sealOfVersion({ ...rules, hash: hashOf(rules), from: rules.in_force_from })

/** The same for rules of which no more than the hash of their text is at hand: two administrators published them. */
export const sealOfVersion = (named: NamedRules): RowSealTable => ({
  kind: 'rules',
  subject: `${named.id}@${named.version}`,
  seal: sealFor('rules', factsOf(named)),
})

interface NamedRules {
  readonly id: string
  readonly version: string
  /** SHA-256 of the canonical text. */
  readonly hash: string
  readonly from: string
}

/** Whether rules are those this program ships, or were put in place by a process of the programme. */
export const arePutInPlace = (rules: RulesWithSeals): boolean =>
  isShipped(rules) ||
  isAnySealFor('rules', {
    facts: factsOf({ ...rules, hash: hashOf(rules), from: rules.in_force_from }),
    seals: rules.seals,
  })

/** Whether rules are those this program ships under their name. */
export const isShipped = ({ id, version, body }: RulesWithSeals): boolean =>
  isDeepStrictEqual(body, shippedBodies().get(`${id}@${version}`))

/** What ships, as it comes back from the database: half a megabyte each, read once. */
const shippedBodies = once(
  () =>
    new Map<string, unknown>(
      procedures.map((shipped) => [`${shipped.id}@${shipped.version}`, JSON.parse(JSON.stringify(shipped))]),
    ),
)

const hashOf = ({ body }: Selectable<ProcedureTable>): string =>
  createHash('sha256').update(canonicalText(body)).digest('hex')

const factsOf = ({ id, version, hash, from }: NamedRules) => [id, version, hash, new Date(from).toISOString()]
