import { isBaseId, type BaseId, type PersonId } from '../../domain/ids.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { sealedFor } from '../../domain/sealing.js'
import { mustSeeRecord } from '../auth/must-hold.js'
import { sightOf } from '../auth/sight.js'
import type { ApiParts, AskingParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { procedureOf } from '../views/pinned-procedure.js'
import { visitsOf } from '../views/sealed-in.js'

interface Asked {
  readonly streams: readonly string[]
  readonly person: PersonId
}

/** Refuses a file of which a part is not for whoever asks: a base of a declared interest (SD5) is one of a programme's too. */
export async function mustSeeEach(parts: ApiParts, { streams, person }: Asked): Promise<void> {
  for (const of of streams) await mustSeeRecord(parts, { person, of })
}

/**
 * Refuses a file that would open a sheet while others are awaited (1.8). An entry stands under its hash and a history tells it once
 * more, so that nothing of it could be left out.
 */
export async function mustOpenNoSheet(parts: AskingParts, { streams, person }: Asked): Promise<void> {
  const { roles } = await sightOf(parts, person)
  for (const base of streams.filter(isBaseId)) {
    const [visits, procedure] = [await visitsOf(parts.db, base), await procedureOf(parts.db, base)]
    const sealed = sealedFor({ person, roles }, { visits, procedure })
    const found = visits.find(({ id, people }) => sealed.has(id) && people.some((one) => one !== person))
    if (found !== undefined) throw sheetsAwaited({ base, step: found.key })
  }
}

const sheetsAwaited = (detail: { readonly base: BaseId; readonly step: StepKey }): ProblemError =>
  new ProblemError({ code: 'sheets_awaited', detail })
