import type { z } from 'zod'
import { readText } from '../../db/reads/texts.js'
import type { Calendar } from '../../domain/calendar.js'
import { raisedFor, type Raised } from '../../domain/raised.js'
import { roles } from '../../domain/role.js'
import { openSteps, type BaseState } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import type { SightOfBase } from '../auth/sight.js'
import type { RaisedBy } from '../contract/step.js'
import type { ApiParts } from '../parts.js'

interface Looked {
  readonly state: BaseState | undefined
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly sight: SightOfBase
}

/** Who asked for each open step, why and until when, by the step's id; the words only for whoever may read them (8.12). */
export const raisedOn = async (
  db: ApiParts['db'],
  { state, calendars, sight }: Looked,
): Promise<ReadonlyMap<string, z.output<typeof RaisedBy>>> => {
  const open = state === undefined ? [] : openSteps(state).map((step) => ({ state, step }))
  const found = await Promise.all(
    open.map(async ({ state: at, step }) => {
      const raised = raisedFor(at, { step, calendars })
      if (raised === undefined) return []
      const { role, at: on, code, until, sentence } = raised
      const words = await wordsOf(db, { raised, sight })
      return [[step.id, { role, at: on, sentence, ...defined({ code, until, words }) }] as const]
    }),
  )
  return new Map(found.flat())
}

const wordsOf = async (
  db: ApiParts['db'],
  { raised: { reason, person, role }, sight }: { raised: Raised; sight: SightOfBase },
): Promise<string | null | undefined> => {
  if (reason === undefined || sight.sees({ kind: 'words', person, side: roles[role].side }) !== 'whole')
    return undefined
  return (await readText(db, { id: reason.id }))?.body ?? null
}
