import { basesShown, type OrderedEntry } from '../../db/reads/changes.js'
import { readRulesNamed } from '../../db/reads/procedures.js'
import { askingRows, readerOfRows } from '../../db/rows-of-the-reader.js'
import { isBaseId, programmeOfBase } from '../../domain/ids.js'
import { payloadSeen } from '../../domain/sight/entry.js'
import type { SightRules } from '../../domain/sight/act-kind.js'
import { sightOf, sightOn } from '../auth/sight.js'
import type { AskingParts } from '../parts.js'
import { programmePlace } from '../programme-place.js'
import { sightRules } from '../views/pinned-procedure.js'

/** Of what somebody wants to hear: of one base, of one programme, or of all that are rehearsals, or are none. */
export interface ChangesWanted {
  readonly base?: string | undefined
  readonly programme?: string | undefined
  readonly rehearsal: boolean
}

interface Judged {
  readonly person: string
  readonly wanted: ChangesWanted
  readonly entries: readonly OrderedEntry[]
}

/**
 * Those of some entries that somebody may know of at this moment, as the one function of sight says of each (8.12): of bases that are
 * there for this person, and none that its kind alone would give away (1.6). The database is asked for the same bases in the name of
 * that person, and what it does not show is not told whatever the program says (0065).
 */
export const changesTold = async (
  parts: AskingParts,
  { person, wanted, entries }: Judged,
): Promise<readonly OrderedEntry[]> => {
  const named = await basesWanted(parts, { streams: [...new Set(entries.map(({ stream }) => stream))], wanted })
  if (named.length === 0) return []
  const sight = await sightOf(parts, person)
  const ids = named.filter((of) => sight.seenAs({ kind: 'base', of }) === 'whole')
  const shown = await askingRows({ reader: readerOfRows(person, parts.clock()) }, async () =>
    basesShown(parts.db, { ids }),
  )
  const rules = new Map<string, SightRules>()
  for (const { id, procedure } of shown) {
    // By rules that are not there nobody can say who sees what: nothing is told.
    const found = await readRulesNamed(parts.db, procedure)
    if (found !== undefined) rules.set(id, sightRules(found))
  }
  return entries.filter(({ stream, event }) => {
    const known = rules.get(stream)
    if (known === undefined) return false
    const { sees } = sightOn(sight, { person, base: stream })
    return !payloadSeen(event, { person, sees, rules: known, sealed: new Set() }).isUnsaid
  })
}

const basesWanted = async (
  parts: AskingParts,
  { streams, wanted }: { readonly streams: readonly string[]; readonly wanted: ChangesWanted },
): Promise<readonly string[]> => {
  const { base, programme, rehearsal } = wanted
  const there: string[] = []
  for (const of of streams) {
    if (!isBaseId(of) || (base !== undefined && base !== of)) continue
    const its = programmeOfBase(of)
    const isThere =
      base !== undefined ||
      (programme === undefined ? (await programmePlace(parts, its)).rehearsal === rehearsal : programme === its)
    if (isThere) there.push(of)
  }
  return there
}
