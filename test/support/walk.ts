import type { Judgement } from '../../domain/judge/draft.js'
import type { Stage } from '../../domain/lifecycle.js'
import type { Lead, Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import type { ABase } from './a-base.js'
import { act } from './acting.js'
import { arrive, offerSlot, play, waitOut, type Answers } from './playing.js'
import { aloneBefore, broughtTo, planFor, type Choice } from './roads.js'

/** Every option of every step, in the order of the procedure. */
export const choicesOf = (procedure: Procedure): readonly Choice[] =>
  Object.values(procedure.steps).flatMap(({ key, options }) => Object.keys(options).map((option) => ({ key, option })))

/** Every step that was opened by any walk so far. */
export const opened = new Set<StepKey>()

/** How a loop comes round again where the positive way does not pass the step a second time. */
const roundAgain: Readonly<Record<string, Answers>> = {
  '5.2a:ask_delay': { '5.2b': 'return' },
  '5.3c:unfounded': { '5.3b': 'misstatement' },
}
/** Loops whose limit counts over the whole life of the base instead of one visit of the stage (R1). */
const onceInALife: readonly string[] = ['5.12a:last_term']

/** Really chooses one option and follows it; what differs from its declared lead comes back in words. */
export const followed = (choice: Choice, procedure: Procedure = full): readonly string[] => {
  const lead = procedure.steps[choice.key]?.options[choice.option]?.leads
  const base = broughtTo(choice, procedure)
  if (lead === undefined || base === undefined) return ['never opens']
  const findings =
    'back' in lead ? throughLoop(base, { choice, lead }) : follow(base, { lead, next: choose(base, choice) })
  for (const { event } of base.recorded) if (event.type === 'step_opened') opened.add(event.key)
  return findings
}

/** The keys that open by a choice, or why it was refused. */
type Next = { readonly keys: readonly StepKey[] } | { readonly refused: string }

const choose = (base: ABase, { key, option }: Choice): Next => {
  const before = base.recorded.length
  const judgement = taken(base, { key, option })
  if (judgement !== undefined && !judgement.ok) return { refused: JSON.stringify(judgement.refusal) }
  arrive(base)
  const events = base.recorded.slice(before).map(({ event }) => event)
  return { keys: events.flatMap((event) => (event.type === 'step_opened' ? [event.key] : [])) }
}

/** Takes one option: by as many people as it takes, or by the clock where nobody may choose it. */
export const taken = (base: ABase, { key, option }: Choice): Judgement | undefined => {
  const definition = base.procedure.steps[key]
  const { brings } = planFor({ key, option }, base.procedure)
  if (definition?.options[option]?.byClock === true) {
    if (option === 'offer') return offerSlot(base)
    waitOut(base, key)
    return undefined
  }
  const step = base.open(key)
  if (definition?.runsFull === true && step !== undefined && base.now() < step.dueAt) base.turnTo(step.dueAt)
  const first = act(base, { key, option, brings })
  const recuses = definition?.decides.by === 'sheets' && option === definition.decides.recuses
  const others = recuses ? 'score' : option
  let last = first
  while (last.ok && base.open(key)?.id === step?.id && definition?.decides.by !== 'one')
    last = act(base, { key, option: others, brings })
  return last
}

const follow = (base: ABase, { lead, next }: { lead: Lead; next: Next }): readonly string[] => {
  if ('refused' in next) return [next.refused]
  const { keys } = next
  // The next review may be under way already: then the step opens when that has come so far.
  const beside = base.open('5.1') !== undefined
  if ('to' in lead) {
    if (lead.stage !== undefined && !keys.some((key) => lead.to.includes(key))) return entered(base, lead.stage)
    return (keys.length > 0 || beside) && keys.every((key) => lead.to.includes(key)) ? [] : [`opens ${told(keys)}`]
  }
  if ('stage' in lead) return entered(base, lead.stage)
  if ('back' in lead) return keys.includes(lead.back) || (beside && lead.back === '5.1') ? [] : [`opens ${told(keys)}`]
  if ('settles' in lead) return settled(base, lead.settles)
  return ended(base, { lead, keys })
}

const entered = (base: ABase, stage: Stage): readonly string[] => {
  const now = base.state().stage?.stage
  return now === stage ? [] : [`goes on to ${now ?? 'nothing'}`]
}

/**
 * Redress leaves the decision as it was or opens it again; a settled matter leaves no step of its own open. What stops the base by it
 * is a matter of its own (1.6, E6).
 */
const settled = (base: ABase, what: 'redress' | 'matter'): readonly string[] => {
  const left = base.openKeys().filter((key) => {
    const matter = base.procedure.steps[key]?.matter
    return what === 'redress' ? /^R\d$/.test(key) : matter !== undefined && matter !== base.state().frozen?.matter
  })
  return left.length === 0 ? [] : [`leaves ${told(left)} open`]
}

const told = (keys: readonly StepKey[]): string => (keys.length === 0 ? 'nothing' : keys.join(', '))

const ended = (
  base: ABase,
  { lead, keys }: { lead: Extract<Lead, { end: unknown }>; keys: readonly StepKey[] },
): readonly string[] => {
  const via = lead.via ?? []
  // What may be contested waits for that first, and leads on where nobody does (8.10c).
  if (via.length > 0 || keys.includes('R0')) play(base, { until: () => base.state().closed })
  const since = keys.includes('R0')
    ? base.events().flatMap((event) => (event.type === 'step_opened' ? [event.key] : []))
    : keys
  if (via.some((key) => !since.includes(key))) return [`opens ${told(keys)}`]
  const { closed, status, code } = base.state()
  if (!closed || status !== lead.end) return [`${closed ? 'ends' : 'goes on'} as ${status}`]
  return code === undefined ? ['ends without a reason code'] : []
}

/** Round and round up to the limit, and then what is behind it. */
const throughLoop = (
  base: ABase,
  { choice, lead }: { choice: Choice; lead: Extract<Lead, { back: unknown }> },
): readonly string[] => {
  const name = `${choice.key}:${choice.option}`
  const stage = base.state().stage?.no
  for (let time = 1; time <= lead.limit; time += 1) {
    const findings = follow(base, { lead, next: choose(base, choice) })
    if (findings.length > 0) return findings.map((finding) => `time ${time} ${finding}`)
    const again = aloneBefore(base, { ...choice, more: roundAgain[name] })
    const same = base.state().stage?.no === stage || onceInALife.includes(name)
    if (!again || !same) return [`time ${time} never comes round again`]
  }
  const once = choose(base, choice)
  if (lead.then !== 'not_offered') return follow(base, { lead: lead.then, next: once })
  return 'refused' in once && once.refused.includes('option_used_up') ? [] : [`is still open after ${lead.limit}`]
}
