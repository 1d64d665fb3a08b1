import { stagesOf, type ListedExhibit } from '../../db/reads/exhibits.js'
import type { SightForm } from '../../domain/sight/sight-form.js'
import { mustSeeBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'

/** How somebody sees the exhibits of a base: by role, confidentiality, and whether the decision each serves was taken (8.12). */
export const exhibitSight = async (
  parts: ApiParts,
  { base, person }: { readonly base: string; readonly person: string },
): Promise<(exhibit: Pick<ListedExhibit, 'readers' | 'stage_no' | 'person'>) => SightForm> => {
  const [{ sees }, { no, isClosed, steps }] = await Promise.all([
    mustSeeBase(parts, { base, person }),
    stagesOf(parts.db, base),
  ])
  return ({ readers, stage_no: stage, person: broughtBy }) => {
    const isDecided = isClosed || stage < no
    const named = steps.filter((step) => (isDecided ? step.closed_at === null : step.stage_no === stage))
    const tasks = [...new Set(named.flatMap(({ role, also_roles: also }) => [role, ...also]))]
    return sees({ kind: 'exhibit', readers, person: broughtBy, isDecided, tasks })
  }
}
