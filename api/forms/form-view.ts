import type { z } from 'zod'
import { clockOf, readBase, type ReadBase } from '../../db/reads/bases.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { stagesOf } from '../../db/reads/exhibits.js'
import { readForms, type HandedInForm } from '../../db/reads/forms.js'
import { checkFilled, neededWith } from '../../domain/form/check.js'
import { exampleAnswers } from '../../domain/form/example.js'
import type { FormField } from '../../domain/form/field.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { keyed } from '../../domain/form/kinds/kind.js'
import { askedOf } from '../../domain/form/read.js'
import { launchPrefilled } from '../../domain/gicc/launch/launch-items.js'
import { partnerCalendarId } from '../../domain/judge/draft.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { proposedScore } from '../../domain/gicc/yearly-review/proposed-score.js'
import type { Instant } from '../../domain/ids.js'
import { judge } from '../../domain/judge/judge.js'
import { needsOf } from '../../domain/judge/offers.js'
import type { OptionTold } from '../../domain/judge/options-told.js'
import { waitsFor } from '../../domain/judge/waits-for.js'
import { leadHere } from '../../domain/lead-here.js'
import type { Lead, Procedure, StepDefinition } from '../../domain/procedure.js'
import type { Refusal } from '../../domain/refusal.js'
import type { BaseState } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import { keyOf } from '../../domain/values/step-key.js'
import { refusalInBoth } from '../../domain/words/refusals.js'
import { actorOf } from '../auth/actor.js'
import { draftOn } from '../drafts/drafts.js'
import { mustSeeBase } from '../auth/sight.js'
import type { FormResponse } from '../contract/form.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { answersSight } from '../views/answers-sight.js'
import { notYetOn } from '../views/not-yet.js'
import { optionsToldTo } from '../views/options-told-to.js'
import { readPinned, sightRules } from '../views/pinned-procedure.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { subjectsPrefilled } from '../views/subjects-on.js'
import { labelsOf, titlesOf } from '../wording.js'
import { formsSeen } from '../follow-up/items-seen.js'
import { pointedFrom } from '../follow-up/pointed-from.js'
import { begunHere } from './begun-here.js'
import type { SeenForm } from './handed-in-seen.js'
import { leadsInWords } from './leads-in-words.js'
import { beganWith, saidOtherwise } from './said-otherwise.js'

interface Asked {
  readonly person: string
  readonly base: string
  readonly step: string
}

/** What a step asks of whoever acts on it, for one reader: fields, options, what stands already, and whether he may act. */
export const formView = async (parts: ApiParts, asked: Asked): Promise<z.output<typeof FormResponse>> => {
  const sight = await mustSeeBase(parts, asked)
  const base = await readBase(parts.db, { id: asked.base })
  if (base === undefined) throw notFound(`base ${asked.base}`)
  const procedure = await readPinned(parts, base)
  const definition = procedure.steps[keyOf(asked.step)]
  const state = await baseStateOf(parts.db, base)
  if (definition === undefined || stepsUnseen(sight).includes(definition.key)) throw notFound(`step ${asked.step}`)
  const { form } = definition
  const now = clockOf(base, parts.clock())
  const may = await mayDecide(parts, { ...asked, state, procedure, now })
  const notYet = await notYetOn(parts, { state, procedure, now })
  const handed = await readForms(parts.db, { base: asked.base, keys: keysFor(definition, procedure) })
  const isThere = isVisited(state, asked.step)
  if (!isThere && !(await stagesOf(parts.db, asked.base)).steps.some(({ id }) => id === asked.step))
    throw notFound(`step ${asked.step}`)
  const reading = { state, procedure, sight, calendars: base.calendars, now, notYet }
  const told = isThere ? optionsToldTo(reading, { id: asked.step, definition }) : []
  const rules = sightRules(procedure)
  const answered = await answersSight(parts.db, { base: asked.base, sight, procedure, rules })
  const looking = { base: asked.base, sight, state, procedure, answered }
  const seen = formsSeen(handed, looking)
  const isInside = sight.sees({ kind: 'inner' }) === 'whole'
  const isProposed = state !== undefined && isInside && isYearlySheet(definition)
  const pointed = await pointedFrom(parts, { ...looking, form })
  const prefilled = {
    ...prefilledFrom(form, seen),
    // Whom compliance looks for is told to whoever screens.
    ...(may.mayAct && (await subjectsPrefilled(parts, { base: asked.base, procedure, form }))),
    ...(isProposed ? proposedScore(state, procedure)?.points : undefined),
  }
  const draft = state === undefined ? undefined : await draftOn(parts, { ...asked, state, procedure, now })
  return {
    base: asked.base,
    step: asked.step,
    key: definition.key,
    title: titlesOf(definition.key),
    version: form?.version ?? null,
    ...may,
    options: optionsOf(definition, { told, asked: { ...asked, ...reading }, prefilled, drafted: draft?.answers }),
    fields: form?.fields.map((field) => ({ ...field })) ?? [],
    prefilled: { ...prefilled, ...pointed.rows, ...shownFor(state, { definition, calendars: base.calendars }) },
    begun: may.mayAct ? await begunHere(parts, { ...looking, base, definition }) : [],
    things: pointed.things,
    draft: draft === undefined ? null : { ...draft, answers: { ...draft.answers } },
    handedIn: handedInOn(asked.step, { seen, procedure }),
    example: form === undefined ? {} : examplesOf(form, definition),
  }
}

/** What was handed in on the step that is looked at, each with what was said otherwise since. */
const handedInOn = (
  on: string,
  { seen, procedure }: { readonly seen: readonly SeenForm[]; readonly procedure: Procedure },
): z.output<typeof FormResponse>['handedIn'] =>
  seen
    .filter(({ step }) => step === on)
    .map((form) => {
      const { key: _, role: __, step: ___, withheld, ...one } = form
      return { ...one, withheld: [...withheld], saidOtherwise: saidOtherwise(form, { seen, procedure }) }
    })

/** The check of readiness begins with what the launch has shown (6.4). */
const shownFor = (
  state: BaseState | undefined,
  { definition, calendars }: { readonly definition: StepDefinition; readonly calendars: ReadBase['calendars'] },
): FormAnswers => {
  const calendar = state === undefined ? undefined : calendars[partnerCalendarId(state)]
  return state === undefined || calendar === undefined ? {} : launchPrefilled(state, { definition, calendar })
}

/** A sheet of the year begins with what the figures say (5.6). */
const isYearlySheet = ({ scores, matter }: StepDefinition): boolean => scores === 'review' && matter === undefined

/** Where an option leads from where the base stands. */
const leadOf = ({ state, step, procedure }: Offered['asked'], option: string): Lead | undefined => {
  const visit = state?.stage?.steps[step]
  return state && visit && leadHere(state, { step: visit, option, procedure, story: lifeOf })
}

const isVisited = (state: BaseState | undefined, step: string): boolean => state?.stage?.steps[step] !== undefined

/** Its own key, those of the steps that fill something in beforehand, and those that it fills something in for. */
const keysFor = ({ key, form }: StepDefinition, procedure: Procedure): readonly string[] => [
  ...new Set([
    key,
    ...(form?.fields ?? []).flatMap(({ from }) => (from === undefined ? [] : [from.step])),
    ...beganWith(procedure, key),
  ]),
]

interface Deciding extends Asked {
  readonly state: BaseState | undefined
  readonly procedure: Procedure
  readonly now: Instant
}

const mayDecide = async (
  parts: ApiParts,
  { person, base, step, state, procedure, now }: Deciding,
): Promise<Pick<z.output<typeof FormResponse>, 'mayAct' | 'why'>> => {
  if (state === undefined) return { mayAct: false }
  const actor = await actorOf(parts, { person, programme: state.programme, channel: 'api' })
  if (waitsFor(state, { id: step, actor, procedure, now })) return { mayAct: true }
  const envelope = { id: `look-${base}`, command: { type: 'decide', step, option: '' }, actor, now } as const
  const judged = judge(state, { envelope, rules: { procedure, calendars: {}, story: lifeOf } })
  return judged.ok ? { mayAct: false } : { mayAct: false, ...defined({ why: whyNot(judged.refusal) }) }
}

/** Whoever chose nothing hears that it is no option: that says nothing of the person. */
const whyNot = (no: Refusal) => (no.code === 'unknown_option' ? undefined : refusalInBoth(no))

interface Offered {
  readonly asked: Pick<Deciding, 'step' | 'state' | 'procedure'>
  readonly told: readonly OptionTold[]
  readonly prefilled: FormAnswers
  readonly drafted: FormAnswers | undefined
}

const optionsOf = (definition: StepDefinition, { told, asked, prefilled, drafted }: Offered) =>
  told.flatMap(({ option, no }) => {
    const rule = definition.options[option]
    if (rule === undefined) return []
    const missing = definition.form === undefined ? [] : neededWith(definition.form, option)
    return [
      {
        option,
        label: labelsOf({ key: definition.key, option }),
        leadsTo: leadsInWords(leadOf(asked, option)),
        codes: [...(rule.codes ?? [])],
        needs: [...needsOf(rule)],
        missing: missing.flatMap(({ code, label }) =>
          (drafted?.[code] ?? prefilled[code]) === undefined ? [label] : [],
        ),
        faults: faultsOf(definition.form, { option, prefilled, drafted }),
        ...defined({ because: no && refusalInBoth(no).says }),
      },
    ]
  })

/** What handing the draft in would be refused for: said before the act, not after. */
const faultsOf = (
  form: Form | undefined,
  { option, prefilled, drafted }: Pick<Offered, 'prefilled' | 'drafted'> & { readonly option: string },
) =>
  form === undefined || drafted === undefined
    ? []
    : checkFilled(form, { option, answers: askedOf(form, { option, answers: { ...prefilled, ...drafted } }) }).map(
        ({ labels, needs }) => ({
          labels: [...labels],
          needs,
        }),
      )

/** Of each field that names where its answer stands, the newest one there that is for these eyes. */
const prefilledFrom = (form: Form | undefined, handed: readonly HandedInForm[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (form?.fields ?? []).flatMap((field) => {
      const { code, from } = field
      const found =
        from && handed.findLast(({ key, answers }) => key === from.step && answers?.[from.field] !== undefined)
      return found === undefined || from === undefined ? [] : [[code, fitting(field, found.answers?.[from.field])]]
    }),
  )

/** Rows of another table, with those of its columns that this one has. */
const fitting = (field: FormField, answer: unknown): unknown => {
  if (field.kind !== 'table' || !Array.isArray(answer)) return answer
  const columns = ['id', ...field.columns.map(({ code }) => code)]
  return answer.map((row: unknown) =>
    Object.fromEntries(Object.entries(keyed(row)).filter(([code]) => columns.includes(code))),
  )
}

type Examples = z.output<typeof FormResponse>['example']

/** Worked out once for each step of a version: it is the same for every reader. */
const examples = new WeakMap<StepDefinition, Examples>()

const examplesOf = (form: Form, definition: StepDefinition): Examples => {
  const known = examples.get(definition)
  if (known !== undefined) return known
  const { order, options } = definition
  const found = Object.fromEntries(
    order
      .filter((option) => options[option]?.byClock !== true)
      .map((option) => [option, { ...exampleAnswers(form, { option }) }]),
  )
  examples.set(definition, found)
  return found
}
