import type { ListedDocument } from '../../db/reads/documents.js'
import { programmeOfBase, type PersonId } from '../../domain/ids.js'
import type { ApiParts } from '../parts.js'
import { mustSeeBase, sightOf } from './sight.js'

/** The first place of a paper that its reader may see; refuses one whose only places are bases of an interest (SD5). */
export const seenAmong = async (
  parts: ApiParts,
  { person, places }: { person: PersonId; places: readonly ListedDocument[] },
): Promise<ListedDocument | undefined> => {
  const { seenAs, programmes, bases, interests } = await sightOf(parts, person)
  const seen = places.find(({ base, kind }) => seenAs({ kind: 'paper', paper: kind, of: base }) === 'whole')
  if (seen !== undefined) return seen
  const barred = places.find(
    ({ base }) =>
      interests.some((one) => one.base === base) &&
      (programmes.includes(programmeOfBase(base)) || bases.includes(base)),
  )
  if (barred !== undefined) await mustSeeBase(parts, { person, base: barred.base })
  return undefined
}
