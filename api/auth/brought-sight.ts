import type { stagesOf } from '../../db/reads/exhibits.js'
import type { VisibilityClass } from '../../domain/form/field.js'
import { overIn } from '../../domain/gicc/readings-end.js'
import type { Brought } from '../../domain/sight/matrix.js'

type Stages = Awaited<ReturnType<typeof stagesOf>>

/** What was brought in a stage of a base: whether the decision it serves was taken, and whose task it is or was (8.12). */
export const servingIn = (
  { no, isClosed, steps }: Stages,
  { stage, readers }: { readonly stage: number; readonly readers: VisibilityClass },
): Pick<Brought, 'isDecided' | 'tasks' | 'over'> => {
  const isDecided = isClosed || stage < no
  const named = steps.filter((step) => (isDecided ? step.closed_at === null : step.stage_no === stage))
  const visits = steps
    .filter(({ stage_no: at }) => at === stage)
    .map(({ key, closed_at: closed, outcome }) => ({ key, outcome, isOpen: closed === null }))
  return {
    isDecided,
    tasks: [...new Set(named.flatMap(({ role, also_roles: also }) => [role, ...also]))],
    over: overIn(visits, readers),
  }
}
