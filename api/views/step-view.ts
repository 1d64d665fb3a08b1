import type { z } from 'zod'
import type { readBase } from '../../db/reads/bases.js'
import { listDocuments } from '../../db/reads/documents.js'
import type { ListedStep } from '../../db/reads/steps.js'
import type { Procedure, StepDefinition } from '../../domain/procedure.js'
import type { InboxItem, StepResponse } from '../contract/step.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { labelsOf, titlesOf } from '../wording.js'
import { readPinned } from './pinned-procedure.js'
import { whyOf } from './why-view.js'

type ReadBase = NonNullable<Awaited<ReturnType<typeof readBase>>>
type Papers = Awaited<ReturnType<typeof papersOf>>

/** What is needed to show the steps of one base: its rules, and the papers that are decided on. */
export interface StepSetting {
  readonly base: ReadBase
  readonly procedure: Procedure
  readonly papers: Papers
  /** The wall clock when the page was asked for. */
  readonly now: Date
}

/** Reads the setting of a base's steps once for a whole page of them. */
export const stepSetting = async ({ db, clock }: ApiParts, base: ReadBase): Promise<StepSetting> => {
  const [procedure, papers] = await Promise.all([readPinned({ db }, base), papersOf(db, base.id)])
  return { base, procedure, papers, now: clock() }
}

/** A step with its words, its options and what it waits for. */
export const stepView = (step: ListedStep, setting: StepSetting): z.output<typeof StepResponse> => {
  const definition = setting.procedure.steps[step.key]
  return {
    ...openPart(step, { definition, setting }),
    ...{ closedAt: step.closedAt, outcome: step.outcome },
    ...(step.code !== null && { code: step.code }),
    ...{ vacant: step.vacant, papers: [...step.papers] },
    ...(step.voided !== null && { voided: step.voided }),
    ...(step.standIn !== null && { standIn: step.standIn }),
    ...(step.closedAt === null && setting.base.status !== 'on_hold' && whyWords(step, setting)),
  }
}

const whyWords = (step: ListedStep, { base, procedure, now }: StepSetting) => {
  const openKeys = base.waitsFor.map(({ key }) => key)
  const why = whyOf(step, { base, procedure, openKeys, now })
  return why === undefined ? {} : { why: why.sentence }
}

/** A step in a person's inbox, with the base it belongs to. */
export const inboxView = (
  step: ListedStep,
  { setting, names, now }: { setting: StepSetting; names: z.output<typeof InboxItem>['names']; now: Date },
): z.output<typeof InboxItem> => ({
  ...{ base: step.base, programme: step.programme, names, late: step.dueAt <= now.toISOString() },
  ...openPart(step, { definition: setting.procedure.steps[step.key], setting }),
})

const openPart = (
  step: ListedStep,
  { definition, setting }: { definition: StepDefinition | undefined; setting: StepSetting },
) => ({
  ...{ id: step.id, key: step.key, title: titlesOf(step.key), stage: definition?.stage ?? setting.base.stage },
  ...{ role: step.role, openedAt: step.openedAt, dueAt: step.dueAt, seats: step.seats, acts: [...step.acts] },
  ...{ also: [...step.also], sealed: definition?.decides.by === 'sheets' && step.closedAt === null },
  ...standingOf(step, { definition, setting }),
  ...{ decides: definition?.decides.by ?? 'one', brings: definition?.brings ?? 'nothing' },
  ...(definition?.sees !== undefined && {
    sees: { kind: definition.sees, hashes: hashesOf(setting, definition.sees) },
  }),
  asksInterest: setting.procedure.settings.asksInterest?.includes(step.key) === true,
  ...(step.holder !== null && { holder: step.holder }),
  options: offered(definition).map((option) => {
    const codes = definition?.options[option]?.codes
    return { option, label: labelsOf({ key: step.key, option }), ...(codes !== undefined && { codes: [...codes] }) }
  }),
})

/** How the body of an open step stands, as the core worked it out with the last entry; nothing for any other step. */
const standingOf = (
  { id }: ListedStep,
  { definition, setting }: { definition: StepDefinition | undefined; setting: StepSetting },
) => {
  const found = setting.base.bodies.find(({ step }) => step === id)
  if (found === undefined) return {}
  const { step: _, recused, substitutes, missing, ...body } = found
  const chair = definition?.decides.by === 'votes' ? definition.decides.chair : undefined
  const people = { recused: [...recused], substitutes: [...substitutes], missing: { ...missing } }
  return { body: { ...body, ...people, ...(chair !== undefined && { chair }) } }
}

/** What people choose from, in the order of the procedure; what only the clock chooses is not theirs. */
const offered = (definition: StepDefinition | undefined): readonly string[] =>
  definition?.order.filter((option) => definition.options[option]?.byClock !== true) ?? []

/** The text that stands: the files of the newest order of that kind. */
const hashesOf = ({ papers }: StepSetting, kind: NonNullable<StepDefinition['sees']>): string[] => {
  const ofKind = papers.filter((paper) => paper.kind === kind)
  const newest = ofKind.at(-1)?.order
  return ofKind.filter(({ order }) => order === newest).map(({ sha256 }) => sha256)
}

const papersOf = (db: ApiParts['db'], base: string) => everyPage((page) => listDocuments(db, { base, ...page }))
