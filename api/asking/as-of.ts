import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { listBases, readBase } from '../../db/reads/bases.js'
import type { BasesRequest } from '../../db/reads/bases.js'
import { datedEntries, inOneSnapshot } from '../../db/reads/dated-entries.js'
import type { Database } from '../../db/schema.js'
import { baseAsOf, isWithin, type DatedEntry, type Moment } from '../../domain/as-of.js'
import { baseThen, isScoring, type BaseThen } from '../../domain/base-then.js'
import type { AsOfResponse, PortfolioItem } from '../contract/asking.js'
import { notFound } from '../problems.js'
import { namesByKind } from '../views/base-view.js'
import { titlesOf } from '../wording.js'

type Db = Kysely<Database>

/** A base at a moment of its past, read in one snapshot of the database. */
export const asOfBase = (db: Db, { base, moment }: { base: string; moment: Moment }): Promise<AsOf> =>
  inOneSnapshot(db, async (trx) => {
    const found = await readBase(trx, { id: base })
    if (found === undefined) throw notFound(`base ${base}`)
    const { state, entries } = stoodAt({ base, entries: await datedEntries(trx, { stream: base }), moment })
    return { base, moment, entries, state: state === undefined ? null : shownThen(state), ledger: found.ledger }
  })

type AsOf = z.output<typeof AsOfResponse>
type Item = z.output<typeof PortfolioItem>

/** A page of the bases of a programme at a moment; those nobody had nominated by then are left out. */
export const portfolioAt = (db: Db, { moment, ...request }: BasesRequest & { moment: Moment }): Promise<Portfolio> =>
  inOneSnapshot(db, async (trx) => {
    const { items, next } = await listBases(trx, request)
    const stood: Item[] = []
    for (const { id, programme, cluster, names } of items) {
      const { state, entries } = stoodAt({ base: id, entries: await datedEntries(trx, { stream: id }), moment })
      if (state === undefined) continue
      const { procedure: _, signedOn: __, endsOn: ___, activatedOn: ____, reviews, stages, ...then } = shownThen(state)
      stood.push({ base: id, programme, names: namesByKind(names, cluster), entries, ...then })
    }
    return { moment, items: stood, next }
  })

interface Portfolio {
  readonly moment: Moment
  readonly items: Item[]
  readonly next: string | null
}

/** Where a base stood, and of how many entries that is made. */
const stoodAt = ({ base, entries, moment }: { base: string; entries: readonly DatedEntry[]; moment: Moment }) => {
  const within = entries.filter((entry) => isWithin(entry, moment))
  const state = baseAsOf(base, { entries: within, moment })
  const isSealedNow = state.facts.score !== undefined && isScoring(baseAsOf(base, { entries, moment: ever }))
  return { state: baseThen(state, { scoring: isSealedNow }), entries: within.length }
}

/** Everything the ledger holds. */
const ever: Moment = { at: '9999-12-31T23:59:59.999Z', on: '9999-12-31', by: 'recorded' }

/** A state of the past as the contract has it, with the titles of its steps. */
export const shownThen = ({ openSteps, stages, reviews, ...then }: BaseThen) => ({
  ...then,
  reviews: [...reviews],
  stages: [...stages],
  openSteps: openSteps.map((step) => ({ ...step, title: titlesOf(step.key) })),
})
