import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { listBases, type ListedBase } from '../../db/reads/bases.js'
import { largestPage } from '../../db/reads/page.js'
import { newestPlaced, readProcedure } from '../../db/reads/procedures.js'
import type { Procedure } from '../../domain/procedure.js'
import { changesUnder, type RulesChange } from '../../domain/rules-change.js'
import { differences, type RulesDifference } from '../../domain/rules-difference.js'
import { versionKey } from '../../domain/commands/publishing.js'
import type { ApiParts } from '../parts.js'

/** What a version of the rules differs in, and what would be otherwise for the bases that run (8.8). */
export interface RulesPreview {
  readonly version: string
  /** The newest version there is; null where it is the first. */
  readonly comparedWith: string | null
  readonly differences: readonly RulesDifference[]
  readonly bases: readonly {
    readonly base: BaseId
    readonly procedure: string
    readonly stage: string
    readonly changes: readonly RulesChange[]
  }[]
  /** Of other programmes of the installation no more than how many run, and for how many something would be otherwise. */
  readonly elsewhere: { readonly bases: number; readonly changed: number }
}

/**
 * Judges every running base of the procedure again under a version that is to come, from its entries alone: versions are the
 * installation's, so those of every programme that is no rehearsal; the bases of this one by name.
 */
export const previewOf = async (
  { db }: Pick<ApiParts, 'db'>,
  { to, programme }: { readonly to: Procedure; readonly programme: ProgrammeId },
): Promise<RulesPreview> => {
  const { id } = to
  const newest = await newestPlaced(db, { id })
  const from = newest && (await readProcedure(db, { id, version: newest.version }))
  const judged: (RulesPreview['bases'][number] & { readonly programme: ProgrammeId })[] = []
  for (let after: string | undefined, more = true; more;) {
    const page = await listBases(db, { limit: largestPage, after })
    for (const base of page.items) {
      const changes = await changesFor(db, { base, to })
      const { id: name, procedure, stage } = base
      if (changes !== undefined) judged.push({ base: name, procedure, stage, changes, programme: base.programme })
    }
    after = page.next ?? undefined
    more = page.next !== null
  }
  const own = judged.filter((one) => one.programme === programme)
  const others = judged.filter((one) => one.programme !== programme)
  return {
    version: versionKey({ procedure: id, version: to.version }),
    comparedWith: newest === undefined ? null : versionKey({ procedure: id, version: newest.version }),
    differences: from === undefined ? [] : differences(from, to),
    bases: own.map(({ programme: _, ...base }) => base),
    elsewhere: { bases: others.length, changed: others.filter(({ changes }) => changes.length > 0).length },
  }
}

const changesFor = async (
  db: ApiParts['db'],
  { base, to }: { base: ListedBase; to: Procedure },
): Promise<readonly RulesChange[] | undefined> => {
  if (base.closedAt !== null || !base.procedure.startsWith(`${to.id}@`)) return undefined
  const state = await baseStateOf(db, base)
  return state && changesUnder(state, to)
}
