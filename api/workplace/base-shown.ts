import type { BaseId, PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { roles } from '../../domain/role.js'
import { endAtPlace, endInWords, momentInWords } from '../../domain/words/hours.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import type { BaseHead, BaseShown, StageTasks, TaskShown } from '../../web/work/base-model.js'
import { smallActWords } from '../../web/work/small-act-words.js'
import type { StepResponse } from '../contract/step.js'
import type { BaseResponse } from '../contract/base.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { mayRehearse } from '../rehearsals/must-rehearse.js'
import { namesByKind } from '../views/base-view.js'
import { seenBase } from '../auth/seen-base.js'
import { baseSeen, papersSeen, stepsSeen } from '../views/base-seen.js'
import { readPinned } from '../views/pinned-procedure.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { whyView } from '../views/why-view.js'
import { labelsOf, titlesOf } from '../wording.js'
import { stageFlow } from './stage-flow.js'
import { smallActsOffered } from './small-acts.js'

interface Asked {
  readonly person: PersonId
  readonly base: BaseId
}

type Base = z.output<typeof BaseResponse>
type Step = z.output<typeof StepResponse>

/** What stands over every page of a base; there is none for whoever does not see the base. */
export const baseHead = async (parts: ApiParts, asked: Asked): Promise<BaseHead> => {
  const { found } = await seenBase(parts, asked)
  return { id: found.id, name: namesByKind(found.names, found.cluster).name, rehearsal: found.rehearsal }
}

/** A base for its page: what its JSON routes say to the same person, put together. */
export const baseShown = async (parts: ApiParts, asked: Asked): Promise<BaseShown> => {
  const [base, steps, papers, { found, sight }, acts] = await Promise.all([
    baseSeen(parts, asked),
    everyPage((query) => stepsSeen(parts, { ...asked, query })),
    everyPage((query) => papersSeen(parts, { ...asked, query })),
    seenBase(parts, asked),
    smallActsOffered(parts, asked),
  ])
  const movesTime = found.rehearsal && found.closedAt === null && (await mayRehearse(parts, asked.person))
  const [why, procedure] = await Promise.all([whyView(parts, { base: found, sight }), readPinned(parts, found)])
  const unseen = stepsUnseen(sight)
  const coming = Object.values(procedure.steps).flatMap(({ key, stage, role, matter }) =>
    stage === base.stage && matter === undefined && !unseen.includes(key)
      ? [{ key, title: titlesOf(key), role: roles[role].label }]
      : [],
  )
  const place = base.zone ?? programmeZone
  const passes = stagesOf(base, steps)
  return {
    base,
    why,
    papers: papers.toReversed(),
    flow: stageFlow({ base, procedure, unseen, pass: passes.at(-1) }),
    stages: passes
      .map((pass) => (pass.isNow && !base.closed ? { ...pass, coming: notYet(coming, pass) } : pass))
      .toReversed(),
    acts: acts.map((act) => ({ act, label: { en: smallActWords.en[act], 'zh-CN': smallActWords['zh-CN'][act] } })),
    movesTime,
    opened: momentInWords(base.openedAt, place),
    nextDue: base.nextDueAt === null ? undefined : endAtPlace(base.nextDueAt, place),
  }
}

const notYet = (coming: StageTasks['coming'], { tasks }: StageTasks): StageTasks['coming'] =>
  coming.filter(({ key }) => !tasks.some(({ step }) => step.key === key))

/** Each pass through a stage with the tasks that were opened in it. */
const stagesOf = (base: Base, steps: readonly Step[]): readonly StageTasks[] =>
  base.stages.map(({ stage, no, year, enteredAt }, at) => {
    const until = base.stages[at + 1]?.enteredAt
    const isFirst = at === 0
    return {
      stage,
      no,
      year,
      isNow: until === undefined,
      tasks: steps
        .filter(({ openedAt }) => (isFirst || openedAt >= enteredAt) && (until === undefined || openedAt < until))
        .map((step) => taskOf(step, base)),
      coming: [],
    }
  })

const taskOf = (step: Step, { zone, waitsFor }: Base): TaskShown => {
  const place = zone ?? programmeZone
  const [own, other] = roles[step.role].side === 'partner' ? [place, programmeZone] : [programmeZone, place]
  return {
    step,
    outcome: step.outcome === null ? undefined : labelsOf({ key: step.key, option: step.outcome }),
    late: waitsFor.some((one) => one.step === step.id && one.late),
    at:
      step.closedAt === null
        ? endInWords(step.dueAt, { here: zoneAround(own, step.dueAt), there: zoneAround(other, step.dueAt) })
        : momentInWords(step.closedAt, place),
  }
}
