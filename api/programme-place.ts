import { readProgramme } from '../db/reads/programmes.js'
import { programmeOfBase, type BaseId } from '../domain/ids.js'
import type { ApiParts } from './parts.js'
import { notFound } from './problems.js'
import type { ProcedureId } from '../domain/procedure-id.js'

/** Where a programme lives: it never moves, so it is looked up once per process. */
export interface ProgrammePlace {
  readonly namespace: string
  readonly rehearsal: boolean
  /** By which procedure bases are nominated in it, unless the nomination says otherwise. */
  readonly procedure: ProcedureId
}

const known = new WeakMap<ApiParts['db'], Map<string, ProgrammePlace>>()

/** The namespace of a programme, and whether its time may be moved. Throws the problem that it does not exist. */
export const programmePlace = async ({ db }: Pick<ApiParts, 'db'>, id: string): Promise<ProgrammePlace> => {
  const places = known.get(db) ?? new Map<string, ProgrammePlace>()
  known.set(db, places)
  const place = places.get(id) ?? (await readProgramme(db, { id }))
  if (place === undefined) throw notFound(`programme ${id}`)
  const { namespace, rehearsal, procedure } = place
  places.set(id, { namespace, rehearsal, procedure })
  return place
}

/** Whether a base is rehearsed. Throws the problem that there is no such programme. */
export const isRehearsed = async (parts: Pick<ApiParts, 'db'>, base: BaseId): Promise<boolean> =>
  (await programmePlace(parts, programmeOfBase(base))).rehearsal
