import { plainDate } from '../calendar-date.js'
import type { Calendar } from '../calendar.js'
import { dueDay } from '../calendar-zone.js'
import type { BroughtFacts, BudgetRates } from '../facts.js'
import type { FilledForm } from '../form/filled-form.js'
import type { ReadValues } from '../form/read-values.js'
import { stageFor } from '../lifecycle.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import type { BaseState } from '../state.js'
import { firstOption } from '../judge/offers.js'
import type { Option, StepId } from '../values/step-key.js'
import { defined } from '../values/defined.js'
import { conditionFactsOf } from './condition-facts.js'
import { teamFactsOf } from './due-diligence/team-facts.js'
import { steps } from './steps.js'
import { baselineFactsOf, settledIn } from './launch/baseline-facts.js'
import { dossierFactsOf } from './nomination/dossier-facts.js'
import { lackingIn } from './nomination/dossier-parts.js'
import { treatedGatesOf } from './nomination/treated-gates.js'
import { nominationSharesOf } from './nomination/sheet-facts.js'
import { ratesIn, ratesOf } from './yearly-review/cash-of-the-year.js'
import { misstatedIn, programmeRecordFactsOf, reportFactsOf } from './yearly-review/report-facts.js'
import { wrongCorrections } from './yearly-review/corrections.js'
import { unsaidOverride } from './yearly-review/override.js'
import { offProposal } from './yearly-review/proposed-score.js'
import { reviewSheetOf } from './yearly-review/year-score.js'

interface Bringing {
  readonly option: Option
  /** The visit it is handed in on: what is proposed is known by it. */
  readonly step: StepId
  readonly definition: StepDefinition
  readonly state: BaseState
  /** Of the place: the last day of the call is one there (R4). */
  readonly calendar: Calendar | undefined
}

/** The facts that a step brings, read out of what was filled in; undefined where it brings none. */
export const factsOf = (form: FilledForm, bringing: Bringing): BroughtFacts | undefined => {
  const { definition, option, step } = bringing
  const conditions =
    definition.conditions === undefined
      ? undefined
      : conditionFactsOf(form.read, {
          rule: definition.conditions,
          step,
          option,
          content: form.content,
          proposed: proposedIn(bringing.state),
        })
  const facts = option === firstOption(definition) ? mustBring(form, bringing) : undefined
  const gates = definition.supports === 'gates' ? treatedGatesOf(form.read) : undefined
  const lacking = definition.supports === 'dossier_complete' ? lackingIn(form.read) : undefined
  const settled = steps[definition.key]?.keeps === 'settled_baseline' ? settledIn(form.read) : undefined
  const misstated = definition.finds?.[option] === 'integrity_breach' ? misstatedIn(form.read) : undefined
  const rates = ratesFixed(form.read, bringing)
  const brought = { ...facts, ...defined({ conditions, gates, lacking, settled, misstated, rates }) }
  return Object.keys(brought).length === 0 ? undefined : brought
}

/** The year of the plan that runs, the first of them 1: one is reviewed after the other. */
const planYearOf = ({ facts }: BaseState): number => facts.reviews.length + 1

/** Rates are fixed with the budget of year one, and by each report for the year after (4.6, 5.2). */
const ratesFixed = (read: ReadValues, { definition, state }: Bringing): BudgetRates | undefined => {
  if (steps[definition.key]?.keeps === 'budget_rates') return { planYear: 1, perUsd: ratesOf(read) }
  const perUsd = definition.brings === 'report' ? ratesOf(read, 'next_rates') : {}
  return Object.keys(perUsd).length === 0 ? undefined : { planYear: planYearOf(state) + 1, perUsd }
}

/** What the programme itself finds wrong with a form that fits; undefined where nothing is. */
export const unfit = (form: FilledForm, { option, definition, state, procedure }: Unfit): Refusal | undefined =>
  unsaidOverride(form, { option, definition, state, procedure }) ??
  (option === firstOption(definition)
    ? (offProposal(form, { state, definition, procedure }) ??
      wrongCorrections(form, { option, definition, state, procedure }))
    : undefined)

interface Unfit {
  readonly option: Option
  readonly definition: StepDefinition
  readonly state: BaseState
  readonly procedure: Procedure
}

/** The ids of all that was proposed in the stage. */
const proposedIn = ({ stage }: BaseState): readonly string[] =>
  Object.values(stage?.steps ?? {}).flatMap(({ acts }) =>
    acts.flatMap(({ facts }) => facts?.conditions?.proposed?.map(({ id }) => id) ?? []),
  )

/** What the step asks for with the option that goes on. */
const mustBring = (
  { read, content }: FilledForm,
  { definition: { brings, stage }, state, calendar }: Bringing,
): BroughtFacts | undefined => {
  const year = state.stage?.year ?? 0
  const perUsd = ratesIn(state.facts.rates ?? [], planYearOf(state))
  switch (brings) {
    case 'dossier':
      return {
        dossier: dossierFactsOf(read, {
          dossierHash: content.hash,
          callEnds:
            calendar === undefined ? plainDate(state.windowEnds.slice(0, 10)) : dueDay(calendar, state.windowEnds),
        }),
      }
    case 'sheet':
      return { sheet: stage === stageFor.years ? reviewSheetOf(read) : nominationSharesOf(read) }
    case 'team':
      return { team: teamFactsOf(read) }
    case 'baseline':
      return { baseline: baselineFactsOf(read) }
    case 'report':
      return { report: reportFactsOf(read, { year, reportHash: content.hash, perUsd }) }
    case 'programme_record':
      return { programmeRecord: programmeRecordFactsOf(read, { reviewed: year, perUsd }) }
    case 'nothing':
      return undefined
  }
}
