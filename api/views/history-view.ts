import { readBase } from '../../db/reads/bases.js'
import type { ListedEntry } from '../../db/reads/history.js'
import { readProcedure } from '../../db/reads/procedures.js'
import { listSteps } from '../../db/reads/steps.js'
import { sealedFor, tellsOfSheets, unopened } from '../../domain/sealing.js'
import type { Sight } from '../auth/sight.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { pinned } from './pinned-procedure.js'

interface Asked {
  readonly base: string
  readonly person: string
  readonly sight: Sight
}

/** Entries of a ledger as somebody may see them: sheets stay sealed until all are in, for everybody but their authors. */
export const asSeenBy = async (
  { db }: ApiParts,
  { entries, base, person, sight }: Asked & { readonly entries: readonly ListedEntry[] },
): Promise<readonly ListedEntryView[]> => {
  if (!entries.some(({ payload }) => tellsOfSheets(payload))) return entries
  const found = await readBase(db, { id: base })
  const procedure = found === undefined ? undefined : await readProcedure(db, pinned(found.procedure))
  if (procedure === undefined) throw new Error(`The procedure of ${base} is not in the database.`)
  const steps = await everyPage((page) => listSteps(db, { base, ...page }))
  const visits = steps.map(({ id, key, stageNo, closedAt, outcome, acts }) => ({
    ...{ id, key, stageNo, outcome, isOpen: closedAt === null, people: acts.map((act) => act.person) },
  }))
  const sealed = sealedFor({ person, roles: sight.roles }, { visits, procedure })
  return entries.map((entry) => ({ ...entry, payload: unopened(entry.payload, { person, sealed }) }))
}

type ListedEntryView = Omit<ListedEntry, 'payload'> & { readonly payload: unknown }
