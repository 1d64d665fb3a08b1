import { keyOf } from '../../domain/values/step-key.js'
import { readBase } from '../../db/reads/bases.js'
import { seatsInRole } from '../../db/reads/people.js'
import type { Standby } from '../../domain/commands/bodies.js'
import { bodies } from '../contract/commands/bodies.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { readPinned } from '../views/pinned-procedure.js'
import { tableOf } from './from-table.js'

/** What makes a body whole again: substitutes for those who stepped aside (8.4). */
export const addBodies = (app: ApiApp, parts: ApiParts): void =>
  tableOf(app, parts).forBase(bodies.draw_substitutes, async ({ params: { id, step } }) => {
    const pool = await standbysFor(parts, { id, step })
    return () => ({ type: 'draw_substitutes', step, pool })
  })

/** Everybody who may stand in on a step by mandate; whom of them the rules keep away, the core judges. */
const standbysFor = async (
  parts: ApiParts,
  { id, step }: { id: string; step: string },
): Promise<readonly Standby[]> => {
  const base = await readBase(parts.db, { id })
  if (base === undefined) return []
  const procedure = await readPinned(parts, base)
  const body = procedure.steps[keyOf(step)]?.decides
  if (body?.by !== 'votes' || body.substitutes === undefined) return []
  return await seatsInRole(parts.db, { programme: base.programme, role: body.substitutes, base: id })
}
