import type { BaseId } from '../../domain/ids.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { programmeDay } from '../../domain/words/hours.js'
import type { AskingParts } from '../parts.js'

/** What day it is for a base by the programme's zone: one that is rehearsed keeps a time of its own, by which its papers expire too. */
export const todayOf = async (parts: AskingParts, base: BaseId): Promise<ReturnType<typeof programmeDay>> => {
  const found = await readBase(parts.db, { id: base })
  const wall = parts.clock()
  return programmeDay(found === undefined ? wall.toISOString() : clockOf(found, wall))
}
