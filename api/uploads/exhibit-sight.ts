import type { BaseId, PersonId } from '../../domain/ids.js'
import { stagesOf, type ListedExhibit } from '../../db/reads/exhibits.js'
import type { SightForm } from '../../domain/sight/sight-form.js'
import { servingIn } from '../auth/brought-sight.js'
import { mustSeeBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'

/** How somebody sees the exhibits of a base: by role, confidentiality, and whether the decision each serves was taken (8.12). */
export const exhibitSight = async (
  parts: ApiParts,
  { base, person }: { readonly base: BaseId; readonly person: PersonId },
): Promise<(exhibit: Pick<ListedExhibit, 'readers' | 'stage_no' | 'person'>) => SightForm> => {
  const [{ sees }, stages] = await Promise.all([mustSeeBase(parts, { base, person }), stagesOf(parts.db, base)])
  return ({ readers, stage_no: stage, person: broughtBy }) =>
    sees({ kind: 'exhibit', readers, person: broughtBy, ...servingIn(stages, { stage, readers }) })
}
