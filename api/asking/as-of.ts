import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { listBases, readBase } from '../../db/reads/bases.js'
import type { BasesRequest, ListedBase } from '../../db/reads/bases.js'
import { datedEntries, inOneSnapshot } from '../../db/reads/dated-entries.js'
import type { Database } from '../../db/schema.js'
import { baseAsOf, isWithin, type Moment } from '../../domain/as-of.js'
import { exhibitsThen } from '../../domain/exhibits/exhibits-then.js'
import { baseThen, type BaseThen } from '../../domain/base-then.js'
import type { AsOfResponse, PortfolioItem } from '../contract/asking.js'
import type { SightOfBase } from '../auth/sight.js'
import { roles, type Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { notFound } from '../problems.js'
import type { exhibitSight } from '../uploads/exhibit-sight.js'
import { standingExhibit } from '../views/exhibit-view.js'
import { namesByKind } from '../views/base-view.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { titlesOf } from '../wording.js'

type Db = Kysely<Database>

/** A base at a moment of its past, read in one snapshot of the database. */
export const asOfBase = (db: Db, { base, moment, sight, seesExhibit }: AsOfAsked): Promise<AsOf> =>
  inOneSnapshot(db, async (trx) => {
    const found = await readBase(trx, { id: base })
    if (found === undefined) throw notFound(`base ${base}`)
    const { state, within } = await stoodAt(trx, { base: found, moment })
    const exhibits = exhibitsThen(within)
      .filter(({ readers, stage: no, person }) => seesExhibit({ readers, stage_no: no, person }) !== 'none')
      .map((one) => standingExhibit(one, moment.on))
    const shown = state === undefined ? null : shownThen(state, sight)
    return { base, moment, entries: within.length, state: shown, exhibits, ledger: found.ledger }
  })

interface AsOfAsked {
  readonly base: BaseId
  readonly moment: Moment
  readonly sight: SightOfBase
  readonly seesExhibit: Awaited<ReturnType<typeof exhibitSight>>
}

type AsOf = z.output<typeof AsOfResponse>
type Item = z.output<typeof PortfolioItem>

/** A page of the bases of a programme at a moment; those nobody had nominated by then are left out. */
export const portfolioAt = (
  db: Db,
  {
    moment,
    seesIn,
    ...request
  }: BasesRequest & { moment: Moment; seesIn: (base: BaseId) => Pick<SightOfBase, 'sees'> },
): Promise<Portfolio> =>
  inOneSnapshot(db, async (trx) => {
    const { items, next } = await listBases(trx, request)
    const stood: Item[] = []
    for (const base of items) {
      const { state, within } = await stoodAt(trx, { base, moment })
      if (state === undefined) continue
      const {
        procedure: _,
        signedOn: __,
        endsOn: ___,
        activatedOn: ____,
        reviews,
        extraordinary,
        stages,
        ...then
      } = shownThen(state, seesIn(base.id))
      const names = namesByKind(base.names, base.cluster)
      stood.push({ base: base.id, programme: base.programme, names, entries: within.length, ...then })
    }
    return { moment, items: stood, next }
  })

interface Portfolio {
  readonly moment: Moment
  readonly items: Item[]
  readonly next: string | null
}

/** Where a base stood, and the entries of which that is made. */
const stoodAt = async (db: Db, { base, moment }: { base: ListedBase; moment: Moment }) => {
  const entries = await datedEntries(db, { stream: base.id, until: moment })
  const within = entries.filter((entry) => isWithin(entry, moment))
  const state = baseAsOf(base.id, { entries: within, moment })
  return { state: baseThen(state, { scoring: isScoringNow(base) }), within }
}

/** Whether sheets are weighed now: then lists show no score, and the past shows none either. */
export const isScoringNow = ({ score }: Pick<ListedBase, 'score'>): boolean => score === null

/** A state of the past as the contract has it, with the titles of its steps, and to whom they were given for whoever may read it. */
export const shownThen = (
  { openSteps, stages, reviews, extraordinary, ...then }: BaseThen,
  { sees }: Pick<SightOfBase, 'sees'>,
) => ({
  ...then,
  reviews: reviews.map(({ year, colour, total }) => ({ year, colour, total })),
  ...defined({
    extraordinary: extraordinary?.map(({ on, before, colour, total, setAside }) => ({
      on,
      before,
      colour,
      total,
      ...defined({ setAside }),
    })),
  }),
  stages: [...stages],
  openSteps: openSteps
    .filter(({ key }) => !stepsUnseen({ sees }).includes(key))
    .map(({ holder, ...step }) => ({
      ...step,
      title: titlesOf(step.key),
      ...defined({ holder: isHolderSeen({ holder, role: step.role }, sees) ? holder : undefined }),
    })),
})

const isHolderSeen = (
  { holder, role }: { holder?: string | undefined; role: Role },
  sees: SightOfBase['sees'],
): boolean => holder !== undefined && sees({ kind: 'name', person: holder, side: roles[role].side }) === 'whole'
