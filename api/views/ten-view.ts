import type { ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { readProcedure } from '../../db/reads/procedures.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { listHeldSlots, listWaiting } from '../../db/reads/ten.js'
import type { SlotResponse, WaitingResponse } from '../contract/ten.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { namesByKind } from './base-view.js'

/** Every slot of a programme with its holder. Throws the problem that there is no such programme. */
export const slotsView = async (
  { db, clock }: ApiParts,
  programme: ProgrammeId,
): Promise<z.output<typeof SlotResponse>[]> => {
  const found = await readProgramme(db, { id: programme })
  if (found === undefined) throw notFound(`programme ${programme}`)
  const [procedure, held] = await Promise.all([
    readProcedure(db, { id: found.procedure, at: clock().toISOString() }),
    listHeldSlots(db, { programme }),
  ])
  // A lower setting never removes a base that holds a slot (8.1).
  const count = Math.max(procedure?.settings.slots ?? 0, ...held.map(({ number }) => number))
  return Array.from({ length: count }, (_, index) => {
    const holder = held.find(({ number }) => number === index + 1)
    if (holder === undefined) return { number: index + 1, holder: null }
    const { number, base, names, zone, status, until } = holder
    return { number, holder: { base, names: namesByKind(names, base), zone, status, until } }
  })
}

/** The waiting list of a programme in its order. Throws the problem that there is no such programme. */
export const waitingView = async (
  { db }: ApiParts,
  programme: ProgrammeId,
): Promise<z.output<typeof WaitingResponse>[]> => {
  if ((await readProgramme(db, { id: programme })) === undefined) throw notFound(`programme ${programme}`)
  const entries = await listWaiting(db, { programme })
  return entries.map(({ names, ...entry }) => ({ ...entry, names: namesByKind(names, entry.base) }))
}
