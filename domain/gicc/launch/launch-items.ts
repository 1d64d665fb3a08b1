import { addDays, type PlainDate } from '../../calendar-date.js'
import { localDate } from '../../calendar-zone.js'
import type { Calendar } from '../../calendar.js'
import type { Choice } from '../../form/field.js'
import type { FormAnswers } from '../../form/form.js'
import { conditionsDueBy } from '../../judge/conditions.js'
import type { StepDefinition } from '../../procedure.js'
import type { Role } from '../../role.js'
import { lastDecided, type BaseState, type StepState } from '../../state.js'
import { defined } from '../../values/defined.js'
import type { Option, StepId, StepKey } from '../../values/step-key.js'
import { standsFor } from '../light.js'
import { mandatoryItems, optionalItems } from './checklist-forms.js'

/** What shows that an item is done: a step that ended so, the conditions, or nothing before readiness is checked. */
type Showing = ShownByStep | 'conditions' | 'readiness'
interface ShownByStep {
  readonly step: StepKey
  readonly with: readonly Option[]
}

interface LaunchItem {
  readonly owners: readonly Role[]
  /** Days from the signature. */
  readonly within: number
  readonly shown: Showing
}

const by = (step: StepKey, ...options: readonly Option[]): ShownByStep => ({ step, with: options })
const readiness = by('4.9', 'ready', 'ready_with_minor_points')
const item = (owners: readonly Role[], { within, shown }: Omit<LaunchItem, 'owners'>): LaunchItem => ({
  owners,
  within,
  shown,
})

/** Whose each of the twenty-four items is, by when, and what shows it (10). */
export const launchItems: Readonly<Record<string, LaunchItem>> = {
  m1: item(['PM', 'LG'], { within: 30, shown: by('4.1b', 'constituted') }),
  m2: item(['LG'], { within: 90, shown: by('4.2a', 'ready') }),
  m3: item(['CLO'], { within: 90, shown: by('4.2b', 'ready') }),
  m4: item(['CLO'], { within: 90, shown: by('4.2b', 'ready') }),
  m5: item(['LC'], { within: 90, shown: by('4.3', 'not_needed', 'filed', 'registered') }),
  m6: item(['CLO', 'DL'], { within: 60, shown: by('4.4b', 'accepted') }),
  m7: item(['LG'], { within: 90, shown: by('4.5c', 'adopted') }),
  m8: item(['LG'], { within: 90, shown: by('4.5c', 'adopted') }),
  m9: item(['CLO'], { within: 90, shown: by('4.5a', 'prepared') }),
  m10: item(['LG', 'FO'], { within: 90, shown: by('4.6b', 'confirmed') }),
  m11: item(['LG'], { within: 90, shown: by('4.6a', 'committed') }),
  m12: item(['LC', 'CLO'], { within: 90, shown: 'readiness' }),
  m13: item(['LG'], { within: 90, shown: 'conditions' }),
  m14: item(['LC'], { within: 60, shown: by('4.7', 'granted') }),
  m15: item(['LC'], { within: 60, shown: by('4.7', 'granted') }),
  m16: item(['PM'], { within: 60, shown: 'readiness' }),
  m17: item(['CLO'], { within: 90, shown: 'readiness' }),
  o1: item(['CLO'], { within: 120, shown: 'readiness' }),
  o2: item(['CLO'], { within: 120, shown: 'readiness' }),
  o3: item(['CLO'], { within: 120, shown: 'readiness' }),
  o4: item(['CLO'], { within: 120, shown: 'readiness' }),
  o5: item(['CLO'], { within: 120, shown: 'readiness' }),
  o6: item(['CLO', 'LG'], { within: 150, shown: 'readiness' }),
  o7: item(['CLO', 'LG'], { within: 150, shown: 'readiness' }),
}

/** Where an item of the list stands while a launch is prepared. */
export interface LaunchItemStanding {
  readonly code: string
  readonly label: Choice['label']
  readonly mandatory: boolean
  readonly owners: readonly Role[]
  readonly dueOn?: PlainDate
  /** `readiness`: only the check of readiness says; `checked`: it has said. */
  readonly status: 'done' | 'open' | 'readiness' | 'checked'
  /** The visit that showed it. */
  readonly shownBy?: StepId
}

/** The list of what must and should stand before the launch, as it stands (10); nothing where no launch is prepared. */
export const launchItemsOf = (state: BaseState, calendar: Calendar): readonly LaunchItemStanding[] => {
  const { signedOn } = state.facts
  if (state.stage?.stage !== 'launch') return []
  const from = signedOn === undefined ? undefined : localDate(calendar, signedOn)
  return [...mandatoryItems, ...optionalItems].flatMap(({ code, label }) => {
    const found = launchItems[code]
    if (found === undefined) return []
    const dueOn = from === undefined ? undefined : addDays(from, found.within)
    const mandatory = mandatoryItems.some((one) => one.code === code)
    return [
      {
        code,
        label,
        mandatory,
        owners: found.owners,
        ...defined({ dueOn }),
        ...shownIn(state, { shown: found.shown, mandatory }),
      },
    ]
  })
}

/** A step of the full procedure shows it, or the one that the short procedure has in the place of several (R18). */
const shownIn = (
  state: BaseState,
  { shown, mandatory }: { readonly shown: Showing; readonly mandatory: boolean },
): Pick<LaunchItemStanding, 'status' | 'shownBy'> => {
  if (shown === 'readiness') {
    const checked = visitShowing(state, readiness)
    if (checked === undefined) return { status: 'readiness' }
    // Nothing is launched without all that must stand; of what should stand the form of that visit says which does.
    return { status: mandatory ? 'done' : 'checked', shownBy: checked.id }
  }
  if (shown === 'conditions') return { status: conditionsDueBy(state, 'before_launch').length === 0 ? 'done' : 'open' }
  const joint = standsFor(shown.step)
  const showing = [shown, ...(joint === undefined || joint === shown.step ? [] : [by(joint, 'ready')])]
  const visit = showing.map((one) => visitShowing(state, one)).find((one) => one !== undefined)
  return visit === undefined ? { status: 'open' } : { status: 'done', shownBy: visit.id }
}

const visitShowing = (state: BaseState, shown: ShownByStep): StepState | undefined => {
  const visit = lastDecided(state, shown.step)
  const option = visit?.outcome?.option
  return option !== undefined && shown.with.includes(option) ? visit : undefined
}

/** What the check of readiness begins with: the items that are shown to be done (6.4). */
export const launchPrefilled = (
  state: BaseState,
  { definition, calendar }: { readonly definition: StepDefinition; readonly calendar: Calendar },
): FormAnswers => {
  const done = launchItemsOf(state, calendar).filter(({ status }) => status === 'done')
  const lists = definition.supports === 'checklist' ? (definition.form?.fields ?? []) : []
  return Object.fromEntries(
    lists.flatMap((field) => {
      if (field.kind !== 'checklist') return []
      const known = done.filter(({ code }) => field.items.some((one) => one.code === code))
      return known.length === 0
        ? []
        : [[field.code, Object.fromEntries(known.map(({ code }) => [code, { result: 'done' }]))]]
    }),
  )
}
