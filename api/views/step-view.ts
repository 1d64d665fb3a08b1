import type { z } from 'zod'
import { clockOf } from '../../db/reads/bases.js'
import type { ListedStep } from '../../db/reads/steps.js'
import { needsOf } from '../../domain/judge/offers.js'
import { onHold } from '../../domain/judge/stands-still.js'
import type { StepDefinition } from '../../domain/procedure.js'
import { roles } from '../../domain/role.js'
import { actKindOf } from '../../domain/sight/act-kind.js'
import { tellsVersion } from '../../domain/sight/acted-text.js'
import { outcomeOf, verdictIn } from '../../domain/sight/outcome.js'
import { isNamed } from '../../domain/sight/entry.js'
import { isAskedOtherwise, isSentBackToPlace } from '../../domain/sight/sent-back.js'
import { textHashSeen } from '../../domain/negotiation/clearances.js'
import { textsSeen } from '../../domain/seen-texts.js'
import type { InboxItem, StepResponse } from '../contract/step.js'
import { refusalInBoth } from '../../domain/words/refusals.js'
import { labelsOf, titlesOf } from '../wording.js'
import type { StepSetting } from './step-setting.js'
import { optionsToldTo } from './options-told-to.js'
import { whyOf } from './why-view.js'
import { defined } from '../../domain/values/defined.js'

/** A step with its words, its options and what it waits for. */
export const stepView = (step: ListedStep, setting: StepSetting): z.output<typeof StepResponse> => {
  const definition = setting.procedure.steps[step.key]
  return {
    ...openPart(step, { definition, setting }),
    closedAt: step.closedAt,
    ...endOf(step, setting),
    vacant: step.vacant,
    papers: seesActs(step, setting) ? [...step.papers] : [],
    ...defined({
      voided: step.voided !== null ? step.voided : undefined,
      standIn: step.standIn !== null ? step.standIn : undefined,
    }),
    ...(step.closedAt === null && whyWords(step, setting)),
  }
}

/** How it ended, for whom that is to see. */
const endOf = ({ key, outcome, code }: ListedStep, { rules, sight }: StepSetting) => {
  const isSeen = sight.sees(outcomeOf(key, rules)) === 'whole'
  return isSeen ? { outcome, ...defined({ code: code !== null ? code : undefined }) } : { outcome: null }
}

/** Whether the single acts of others on this step are for these eyes. */
const seesActs = ({ key, role, closedAt }: ListedStep, { rules, sight }: StepSetting): boolean => {
  const kind = actKindOf(key, rules)
  const act = { act: kind, isSealed: kind === 'vote' && closedAt === null, person: null, side: roles[role].side }
  return sight.sees({ kind: 'act', ...act, ...defined({ screening: verdictIn(key, rules) }) }) === 'whole'
}

/** Who has acted, by name only where that is for these eyes; what one did oneself always. */
const actsOn = (step: ListedStep, setting: StepSetting) => {
  const eyes = { sees: setting.sight.sees, rules: setting.rules }
  const isSeen = seesActs(step, setting)
  return step.acts.filter(
    ({ person }) => person === setting.sight.person || (isSeen && isNamed({ person, role: step.role }, eyes)),
  )
}

/** Why it waits; on hold all steps wait for the same (8.5). */
const whyWords = (step: ListedStep, { base, procedure, state, now }: StepSetting) => {
  const held = state && onHold(state)
  if (held !== undefined) return { why: refusalInBoth(held).says }
  const why = whyOf(step, { base, procedure, state, now })
  return why === undefined ? {} : { why: why.sentence }
}

/** A step in a person's inbox, with the base it belongs to. */
export const inboxView = (
  step: ListedStep,
  { setting, names }: { setting: StepSetting; names: z.output<typeof InboxItem>['names'] },
): z.output<typeof InboxItem> => ({
  base: step.base,
  programme: step.programme,
  names,
  zone: setting.base.zone,
  late: step.dueAt <= clockOf(setting.base, setting.now),
  ...waitingWords(step, setting),
  ...openPart(step, { definition: setting.procedure.steps[step.key], setting }),
})

const waitingWords = (step: ListedStep, { base, procedure, state, now }: StepSetting) => {
  const why = whyOf(step, { base, procedure, state, now })
  return {
    workingDaysLeft: why?.workingDaysLeft ?? null,
    ...defined({ dueBy: why?.dueBy, why: why?.sentence }),
  }
}

const openPart = (
  step: ListedStep,
  { definition, setting }: { definition: StepDefinition | undefined; setting: StepSetting },
) => ({
  id: step.id,
  key: step.key,
  title: titlesOf(step.key),
  stage: definition?.stage ?? setting.base.stage,
  role: step.role,
  openedAt: step.openedAt,
  dueAt: step.dueAt,
  seats: step.seats,
  acts: actsOn(step, setting),
  withheld: !seesActs(step, setting),
  also: [...step.also],
  sealed: definition?.decides.by === 'sheets' && step.closedAt === null,
  ...standingOf(step, { definition, setting }),
  decides: definition?.decides.by ?? 'one',
  brings: definition?.brings ?? 'nothing',
  ...defined({
    sees: definition === undefined ? undefined : seenOn(setting, { step: step.id, definition }),
  }),
  ...defined({ sentBack: sentBackOf(step, setting), raised: setting.raised.get(step.id) }),
  asksInterest: setting.procedure.settings.asksInterest?.includes(step.key) === true,
  ...defined({ holder: holderOf(step, setting) }),
  ...choices(step, { definition, setting }),
})

/** Why it came back to the place, or why the place wants the text otherwise, for whoever may read these words. */
const sentBackOf = ({ id }: ListedStep, { openedBy, procedure, sight }: StepSetting) => {
  const found = openedBy.find(
    (one) => one.step === id && (isSentBackToPlace(one, procedure) || isAskedOtherwise(one, procedure)),
  )
  if (found === undefined) return undefined
  const { key, option, code, person, role, words } = found
  const sentBack = isSentBackToPlace(found, procedure) ? true : undefined
  const said = { kind: 'words', person, side: roles[role].side, ...defined({ sentBack }) } as const
  if (sight.sees(said) !== 'whole') return undefined
  return { key, title: titlesOf(key), label: labelsOf({ key, option }), words, ...defined({ code }) }
}

const optionsSetting = ({ base, now, ...setting }: StepSetting) => ({
  ...setting,
  calendars: base.calendars,
  now: clockOf(base, now),
})

const choices = (step: ListedStep, around: { definition: StepDefinition | undefined; setting: StepSetting }) => {
  const { definition, setting } = around
  const told = definition === undefined ? [] : optionsToldTo(optionsSetting(setting), { id: step.id, definition })
  return {
    options: told.flatMap(({ option, no }) => {
      const rule = around.definition?.options[option]
      const label = labelsOf({ key: step.key, option })
      const codes = rule?.codes === undefined ? {} : { codes: [...rule.codes] }
      return no === undefined ? [{ option, label, ...codes, needs: [...needsOf(rule)] }] : []
    }),
    notOffered: told.flatMap(({ option, no }) => {
      if (no === undefined) return []
      return [{ option, label: labelsOf({ key: step.key, option }), because: refusalInBoth(no).says }]
    }),
  }
}

/** To whom a director gave it, for whoever may read the name. */
const holderOf = ({ holder, role }: ListedStep, { sight }: StepSetting): string | undefined =>
  holder !== null && sight.sees({ kind: 'name', person: holder, side: roles[role].side }) === 'whole'
    ? holder
    : undefined

/** How the body of an open step stands, as the core worked it out with the last entry; nothing for any other step. */
const standingOf = (
  { id }: ListedStep,
  { definition, setting }: { definition: StepDefinition | undefined; setting: StepSetting },
) => {
  const found = setting.base.bodies.find(({ step }) => step === id)
  if (found === undefined || setting.sight.sees({ kind: 'inner' }) !== 'whole') return {}
  const { step: _, recused, substitutes, missing, ...body } = found
  const chair = definition?.decides.by === 'votes' ? definition.decides.chair : undefined
  const people = { recused: [...recused], substitutes: [...substitutes], missing: { ...missing } }
  return { body: { ...body, ...people, ...defined({ chair }) } }
}

/** What is decided about: the files of the newest order of the paper that is shown, and the version of the text that stands or was read. */
const seenOn = (
  { papers, state, rules, sight: { sees } }: StepSetting,
  { step, definition }: { readonly step: string; readonly definition: StepDefinition },
): z.output<typeof StepResponse>['sees'] => {
  const { sees: kind } = definition
  const visit = state?.stage?.steps[step]
  const isTold = tellsVersion(definition.key, { sees, rules })
  // The state that was read may be a moment older than the list of steps: a step it does not know yet has just been opened.
  const looked = visit ?? { id: step, acts: [] }
  const texts = state === undefined ? [] : textHashSeen(state, { step: looked, definition })
  if (state !== undefined && visit !== undefined) {
    const hashes = textsSeen(state, { step: visit, definition }).filter((hash) => isTold || !texts.includes(hash))
    const [text] = isTold ? texts : []
    return kind === undefined && text === undefined ? undefined : { hashes, ...defined({ kind, text }) }
  }
  const [text] = isTold ? texts : []
  if (kind === undefined && text === undefined) return undefined
  const ofKind = kind === undefined ? [] : papers.filter((paper) => paper.kind === kind)
  const newest = ofKind.at(-1)?.order
  const files = ofKind.filter(({ order }) => order === newest).map(({ sha256 }) => sha256)
  return { hashes: [...files, ...(text === undefined ? [] : [text])], ...defined({ kind, text }) }
}
