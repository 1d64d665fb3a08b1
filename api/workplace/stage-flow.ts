import type { z } from 'zod'
import type { Procedure } from '../../domain/procedure.js'
import { roles } from '../../domain/role.js'
import { stageMap, type MapVisit } from '../../domain/stage-map.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { StageFlow } from '../../web/work/stage-flow-model.js'
import type { StageTasks, TaskShown } from '../../web/work/base-model.js'
import type { BaseResponse } from '../contract/base.js'
import { titlesOf } from '../wording.js'

interface Asked {
  readonly base: Pick<z.output<typeof BaseResponse>, 'stage' | 'closed' | 'procedure'>
  readonly procedure: Procedure
  /** The newest pass through the stage, with the tasks this reader sees. */
  readonly pass: StageTasks | undefined
  readonly unseen: readonly StepKey[]
}

/** The stage a base is in, or ended in, drawn from the rules it is under and the steps its reader sees. */
export const stageFlow = ({ base, procedure, pass, unseen }: Asked): StageFlow => {
  const tasks = pass?.tasks ?? []
  const map = stageMap({
    steps: procedure.steps,
    stage: base.stage,
    unseen,
    visits: tasks.map(({ step }) => visitOf(step)),
    isOver: base.closed,
  })
  const onMap = new Set(map.flatMap((layer) => layer.map(({ key }) => key)))
  return {
    rules: base.procedure,
    layers: map.map((layer) =>
      layer.map(({ key, role, standing, back }) => {
        const last = newestOf(tasks, key)
        return {
          key,
          title: titlesOf(key),
          role: roles[role].label,
          standing,
          step: last?.step.id,
          late: standing === 'waits' && last?.late === true,
          back,
        }
      }),
    ),
    beside: tasks.flatMap(({ step }) =>
      step.closedAt === null && !onMap.has(step.key) ? [{ step: step.id, title: step.title }] : [],
    ),
  }
}

const newestOf = (tasks: readonly TaskShown[], key: StepKey): TaskShown | undefined =>
  tasks.findLast(({ step }) => step.key === key)

const visitOf = ({ key, closedAt, outcome, voided }: TaskShown['step']): MapVisit => ({
  key,
  isOpen: closedAt === null,
  outcome,
  voided: voided !== undefined,
})
