import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { datedEntries, inOneSnapshot } from '../../db/reads/dated-entries.js'
import type { AttributedEntry } from '../../db/reads/dated-entries.js'
import type { Database } from '../../db/schema.js'
import type { Moment } from '../../domain/as-of.js'
import { baseThen } from '../../domain/base-then.js'
import { diffBetween, type MadeChange } from '../../domain/diff.js'
import type { BaseState } from '../../domain/state.js'
import type { DiffResponse } from '../contract/asking.js'
import { notFound } from '../problems.js'
import { isScoringNow, shownThen } from './as-of.js'

type Shown = z.output<typeof DiffResponse>

/** What changed of a base between two moments, the earlier one first, in words and with whose act made each change. */
export const diffOfBase = (
  db: Kysely<Database>,
  { base, moments }: { base: string; moments: readonly [Moment, Moment] },
): Promise<Shown> =>
  inOneSnapshot(db, async (trx) => {
    const found = await readBase(trx, { id: base })
    if (found === undefined) throw notFound(`base ${base}`)
    const [one, other] = moments
    const [from, to] = one.at <= other.at ? [one, other] : [other, one]
    const entries = await datedEntries(trx, { stream: base, until: to })
    const scoring = isScoringNow(found)
    const { before, after, changes } = diffBetween(base, { entries, from, to, scoring })
    const shown = (state: BaseState) => {
      const then = baseThen(state, { scoring })
      return then === undefined ? null : shownThen(then)
    }
    return {
      base,
      from,
      to,
      before: shown(before),
      after: shown(after),
      changes: changes.map(madeBy),
      ledger: found.ledger,
    }
  })

const madeBy = ({ entry, ...change }: MadeChange<AttributedEntry>): Shown['changes'][number] => {
  const { seq, occurredAt, recordedAt, effectiveOn, actor: person, role, onBehalfOf, channel } = entry
  return { ...change, by: { seq, occurredAt, recordedAt, effectiveOn, person, role, onBehalfOf, channel } }
}
