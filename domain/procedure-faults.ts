import type { Criterion, Due, Lead, OptionRule, Procedure, StepDefinition } from './procedure.js'
import type { StepKey } from './values/step-key.js'
import type { Body } from './body.js'
import { formFaults } from './form/form-faults.js'
import { isPlainDate } from './calendar-date.js'
import { ladder } from './review.js'
import { staffing, type Member, type Unfilled } from './staffing.js'
import { stageFor, stages } from './lifecycle.js'
import type { LocalText } from './locale.js'
import { stepTitles } from './words/steps.js'

/** The rules as somebody has changed them: what a form cannot ask for may be missing. */
export type DraftProcedure = Omit<Procedure, 'steps'> & {
  readonly steps: Readonly<Record<StepKey, DraftStep>>
}
export type DraftStep = Omit<StepDefinition, 'due' | 'options'> & {
  readonly due?: Due | undefined
  readonly options: Readonly<Record<string, Omit<OptionRule, 'leads'> & { readonly leads: DraftLead }>>
}
export type DraftLead =
  | Exclude<Lead, { back: StepKey }>
  | (Omit<Extract<Lead, { back: StepKey }>, 'limit'> & { readonly limit?: number | undefined })

/** What is wrong with a version of the rules. `at` is where in the JSON. */
export type ProcedureFault =
  | { readonly fault: 'unknown_key'; readonly at: string; readonly key: string }
  | { readonly fault: 'malformed'; readonly at: string; readonly because: string | LocalText }
  | { readonly fault: 'unknown_step'; readonly at: string; readonly key: StepKey }
  | { readonly fault: 'leads_nowhere'; readonly at: string; readonly to: string }
  | { readonly fault: 'never_reached'; readonly at: string }
  | { readonly fault: 'order_differs'; readonly at: string; readonly option: string }
  | { readonly fault: 'unknown_option'; readonly at: string; readonly option: string }
  | { readonly fault: 'ends_without_code'; readonly at: string }
  | { readonly fault: 'loop_without_limit'; readonly at: string }
  | { readonly fault: 'due_not_countable'; readonly at: string; readonly from: string }
  | { readonly fault: 'quorum_over_seats'; readonly at: string; readonly quorum: number; readonly seats: number }
  | { readonly fault: 'weights'; readonly at: string; readonly sum: number }
  | ({ readonly fault: 'nobody'; readonly at: string } & Omit<Unfilled, 'step'>)

/**
 * What would go wrong under a version of the rules, judged without a base (R1, R4, R19, 8.4): options that lead nowhere,
 * loops without a limit, dates nobody can count, bodies that never have a quorum, and, with a staff, steps nobody of it
 * can fill. Empty: it may be seeded.
 */
export const faultsOf = (procedure: DraftProcedure, staff?: readonly Member[]): readonly ProcedureFault[] => [
  ...Object.entries(procedure.steps).flatMap(([key, step]) => stepFaults(procedure, { key, step })),
  ...unreached(procedure),
  ...endless(procedure),
  ...namesUnknown(procedure),
  ...weightFaults('nominationSheet', procedure.nominationSheet),
  ...weightFaults('reviewSheet', procedure.reviewSheet),
  ...staffFaults(procedure, staff),
]

const stepFaults = (
  { steps }: DraftProcedure,
  { key, step }: { key: StepKey; step: DraftStep },
): readonly ProcedureFault[] => {
  const at = `steps.${key}`
  const known = stepTitles[key] !== undefined && step.key === key
  return [
    ...(known ? [] : [{ fault: 'unknown_step', at, key: step.key } as const]),
    ...Object.entries(step.options).flatMap(([option, rule]) =>
      optionFaults(steps, { at: `${at}.options.${option}`, rule }),
    ),
    ...orderFaults(at, step),
    ...dueFaults(at, step),
    ...bodyFaults(at, step),
    ...formFaultsOf(at, step),
  ]
}

const formFaultsOf = (at: string, { form, options }: DraftStep): readonly ProcedureFault[] =>
  form === undefined
    ? []
    : formFaults(form, Object.keys(options)).map((fault) => ({
        fault: 'malformed',
        at: `${at}.form.${fault.at}`,
        because: fault.because,
      }))

type DraftRule = DraftStep['options'][string]

const optionFaults = (
  steps: DraftProcedure['steps'],
  { at, rule }: { at: string; rule: DraftRule },
): readonly ProcedureFault[] => {
  const { leads, codes } = rule
  const nowhere = targetsOf(leads).filter((to) => steps[to] === undefined)
  const empty = 'to' in leads && leads.to.length === 0
  const uncoded = 'end' in leads && leads.via === undefined && leads.code === undefined && (codes ?? []).length === 0
  const unlimited = 'back' in leads && (leads.limit === undefined || leads.limit < 1)
  return [
    ...nowhere.map((to) => ({ fault: 'leads_nowhere', at, to }) as const),
    ...(empty ? [{ fault: 'leads_nowhere', at, to: '–' } as const] : []),
    ...(uncoded ? [{ fault: 'ends_without_code', at } as const] : []),
    ...(unlimited ? [{ fault: 'loop_without_limit', at } as const] : []),
  ]
}

/** The steps a lead names, those behind a used-up loop too. */
const targetsOf = (lead: DraftLead): readonly StepKey[] => {
  if ('to' in lead) return lead.to
  if ('end' in lead) return lead.via ?? []
  if ('back' in lead) return [lead.back, ...(lead.then === 'not_offered' ? [] : targetsOf(lead.then))]
  return []
}

const orderFaults = (at: string, { options, order }: DraftStep): readonly ProcedureFault[] =>
  [...new Set([...Object.keys(options), ...order])]
    .filter((option) => options[option] === undefined || !order.includes(option))
    .map((option) => ({ fault: 'order_differs', at, option }))

/** From when a date may be counted: before that it would be counted from something that has not happened (R4). */
const countableFrom: Partial<Record<Due['from'], string>> = {
  signature: stageFor.signed,
  term: stageFor.years,
  date: stageFor.years,
}

/** The day in a common year, so that a 29 February is no date of every year. */
const dayOf = ({ month, day }: { month: number; day: number }): string =>
  `2027-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const dueFaults = (at: string, { due, stage, matter }: DraftStep): readonly ProcedureFault[] => {
  if (due === undefined) return [{ fault: 'due_not_countable', at, from: 'nothing' }]
  const first = countableFrom[due.from]
  const early =
    first !== undefined && matter === undefined && stages.indexOf(stage) < stages.findIndex((one) => one === first)
  const late = due.from === 'window' && stage !== stageFor.beginning
  const impossible = due.from === 'date' && !isPlainDate(dayOf(due))
  return early || late || impossible ? [{ fault: 'due_not_countable', at: `${at}.due`, from: due.from }] : []
}

const bodyFaults = (at: string, step: DraftStep): readonly ProcedureFault[] => {
  const { decides, options, silence, checklist, takesTerritory, weighty = [] } = step
  const named = [
    ...(silence === undefined ? [] : [silence]),
    ...(checklist === undefined ? [] : [checklist.leaves]),
    ...(takesTerritory === undefined ? [] : [takesTerritory.by]),
    ...weighty,
    ...(decides.by === 'votes' ? [...decides.twoThirds, ...otherwiseOf(decides), ...(decides.casting ?? [])] : []),
    ...(decides.by === 'sheets' ? [decides.recuses] : []),
    ...(decides.by === 'clock' ? [decides.option] : []),
  ]
  const unknown = [...new Set(named)].filter((option) => options[option] === undefined)
  const faults: ProcedureFault[] = unknown.map((option) => ({ fault: 'unknown_option', at, option }))
  if (decides.by !== 'votes') return faults
  const { seats, quorum, written } = decides
  const over = [quorum, ...(written === undefined ? [] : [written.needs])].find((needed) => needed > seats)
  return over === undefined
    ? faults
    : [...faults, { fault: 'quorum_over_seats', at: `${at}.decides`, quorum: over, seats }]
}

/** What a body may come to without a majority: where the score decides that, every colour it can call for. */
const otherwiseOf = ({ otherwise }: Body): readonly string[] =>
  typeof otherwise === 'string' ? [otherwise] : ladder.filter((option) => option !== 'role_model')

const unreached = ({ steps }: DraftProcedure): readonly ProcedureFault[] => {
  const keys = Object.keys(steps)
  const seen = new Set<StepKey>()
  const frontier = keys.filter((key) => steps[key]?.begins === true)
  for (let key = frontier.pop(); key !== undefined; key = frontier.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    frontier.push(...Object.values(steps[key]?.options ?? {}).flatMap(({ leads }) => targetsOf(leads)))
  }
  return keys.filter((key) => !seen.has(key)).map((key) => ({ fault: 'never_reached', at: `steps.${key}` }))
}

/** Where a stage begins or a period runs its full length: who comes round there has waited for it each time. */
const takesItsTime = (step: DraftStep | undefined): boolean => step?.begins === true || step?.runsFull === true

/** Steps that come round to themselves for ever by options that count no turns (R1). */
const endless = ({ steps }: DraftProcedure): readonly ProcedureFault[] => {
  const onwards = (key: StepKey): readonly StepKey[] =>
    Object.values(steps[key]?.options ?? {}).flatMap(({ leads, byClock }) =>
      // What the clock chooses has taken its time, and nobody chooses it again at will.
      'to' in leads && byClock !== true ? leads.to : [],
    )
  return Object.keys(steps).flatMap((start): readonly ProcedureFault[] => {
    const seen = new Set<StepKey>()
    const frontier = [...onwards(start)]
    for (let key = frontier.pop(); key !== undefined; key = frontier.pop()) {
      if (takesItsTime(steps[key]) || seen.has(key)) continue
      seen.add(key)
      frontier.push(...onwards(key))
    }
    return seen.has(start) ? [{ fault: 'loop_without_limit', at: `steps.${start}` }] : []
  })
}

const namesUnknown = ({
  steps,
  rests = {},
  separation,
  extensions,
  streams,
  settings,
}: DraftProcedure): readonly ProcedureFault[] => {
  const named: readonly (readonly [string, readonly StepKey[]])[] = [
    ...Object.entries(rests).map(([key, inputs]) => [`rests.${key}`, [key, ...inputs]] as const),
    ['extensions.steps', Object.keys(extensions?.steps ?? {})],
    ['streams', Object.keys(streams)],
    ['settings.asksInterest', settings.asksInterest ?? []],
    ['settings.recommends.sensitive', settings.recommends.sensitive],
    ...Object.entries(steps).flatMap(([key, { lockedBy }]) =>
      lockedBy === undefined ? [] : [[`steps.${key}.lockedBy`, [lockedBy.step]] as const],
    ),
    ...Object.entries(steps).flatMap(([key, { provenBy }]) =>
      provenBy === undefined ? [] : [[`steps.${key}.provenBy`, [provenBy.step]] as const],
    ),
    ...Object.entries(steps).flatMap(([key, { takesTerritory: { after } = {} }]) =>
      after === undefined ? [] : [[`steps.${key}.takesTerritory`, [after.step]] as const],
    ),
  ]
  const { pairs, seats, inPerson, team, eachYear, afterReview } = separation
  // Of the other procedure's steps too: a pair binds whoever acted on either, under whichever version (8.8).
  const separated = [
    ...pairs.flatMap(({ first, second }) => [...first, ...second]),
    ...seats.flatMap(({ steps: closed }) => (closed === 'every' ? [] : closed)),
    ...inPerson.flatMap(({ steps: alone }) => alone),
    ...(team === undefined ? [] : [team.named, ...team.acts]),
    ...eachYear,
    ...afterReview,
  ]
  const untold = [...new Set(separated)].filter((key) => stepTitles[key] === undefined)
  return [
    ...named.flatMap(([at, keys]) =>
      keys.filter((key) => steps[key] === undefined).map((key) => ({ fault: 'unknown_step', at, key }) as const),
    ),
    ...untold.map((key) => ({ fault: 'unknown_step', at: 'separation', key }) as const),
  ]
}

const weightFaults = (at: string, sheet: readonly Criterion[]): readonly ProcedureFault[] => {
  const sum = sheet.reduce((whole, { weight }) => whole + weight, 0)
  return sum === 100 ? [] : [{ fault: 'weights', at, sum }]
}

const staffFaults = (procedure: DraftProcedure, staff: readonly Member[] | undefined): readonly ProcedureFault[] => {
  if (staff === undefined) return []
  const found = staffing(procedure, staff)
  if (found.ok) return []
  const { step, ...unfilled } = found.unfilled
  return [{ fault: 'nobody', at: `steps.${step}`, ...unfilled }]
}
