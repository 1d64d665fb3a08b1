import type { BaseId, PersonId } from '../../domain/ids.js'
import { readBase, type ReadBase } from '../../db/reads/bases.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { mustSeeBase, type SightOfBase } from './sight.js'

interface SeenBase {
  readonly found: ReadBase
  readonly sight: SightOfBase
}

/** A base with what somebody sees of it; refused, as where there is none, for whom it is not there. */
export const seenBase = async (
  parts: ApiParts,
  { person, base }: { readonly person: PersonId; readonly base: BaseId },
): Promise<SeenBase> => {
  const [found, sight] = await Promise.all([readBase(parts.db, { id: base }), mustSeeBase(parts, { person, base })])
  if (found === undefined) throw notFound(`base ${base}`)
  return { found, sight }
}
