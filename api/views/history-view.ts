import type { Kysely } from 'kysely'
import { readBase } from '../../db/reads/bases.js'
import { listHistory } from '../../db/reads/history.js'
import type { HistoryFilter, ListedEntry, Reading } from '../../db/reads/history.js'
import type { Page, PageRequest } from '../../db/reads/page.js'
import { readProcedure } from '../../db/reads/procedures.js'
import { listSteps } from '../../db/reads/steps.js'
import type { Database } from '../../db/schema.js'
import { roleCodes, roles } from '../../domain/role.js'
import { sealedFor, tellsOfSheets, unopened } from '../../domain/sealing.js'
import type { SightOfBase } from '../auth/sight.js'
import { everyPage } from '../every-page.js'
import { notFound } from '../problems.js'
import { pinned } from './pinned-procedure.js'

type Db = Kysely<Database>

/** Who reads the ledger of a base. */
export interface Reader {
  readonly base: string
  readonly person: string
  readonly sight: SightOfBase
}

type Asked = PageRequest & HistoryFilter & { readonly reader: Reader }
export type ListedEntryView = Omit<ListedEntry, 'payload'> & { readonly payload: unknown }

/**
 * A page of a ledger as somebody may see it. Sheets stay sealed until all are in, for everybody but their authors; the
 * programme's people read what anybody said, a partner what its own side did; and nobody finds by its words what they may
 * not read.
 */
export const historySeen = async (db: Db, asked: Asked): Promise<Page<ListedEntryView>> => {
  const { reader, ...request } = asked
  const { base, person, sight } = reader
  const reading = (sealed: ReadonlySet<string>): Reading => ({
    ...{ person, sealed: [...sealed] },
    ...(sight.isStaff ? {} : { roles: partnerRoles }),
  })
  const page = async (sealed: ReadonlySet<string>) =>
    await listHistory(db, { ...request, stream: base, reading: reading(sealed) })
  const first = request.about === undefined ? await page(new Set()) : undefined
  if (first !== undefined && !first.items.some(({ payload }) => tellsOfSheets(payload))) return first
  const sealed = await sealedIn(db, reader)
  const { items, next } = await page(sealed)
  return { items: items.map((entry) => ({ ...entry, payload: unopened(entry.payload, { person, sealed }) })), next }
}

const partnerRoles = roleCodes.filter((role) => roles[role].side === 'partner')

/** The visits of a base whose sheets somebody must not see. */
const sealedIn = async (db: Db, { base, person, sight }: Reader): Promise<ReadonlySet<string>> => {
  const found = await readBase(db, { id: base })
  if (found === undefined) throw notFound(`base ${base}`)
  const procedure = await readProcedure(db, pinned(found.procedure))
  if (procedure === undefined) throw new Error(`The procedure of ${base} is not in the database.`)
  const steps = await everyPage((page) => listSteps(db, { base, ...page }))
  const visits = steps.map(({ id, key, stageNo, closedAt, outcome, acts }) => ({
    ...{ id, key, stageNo, outcome, isOpen: closedAt === null, people: acts.map((act) => act.person) },
  }))
  return sealedFor({ person, roles: sight.roles }, { visits, procedure })
}
