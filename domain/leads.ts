import type { DocumentKind } from './document-kind.js'
import type { Stage } from './lifecycle.js'
import type { Lead, OptionRule, StepDefinition } from './procedure.js'
import type { Option, StepKey } from './values/step-key.js'
import { defined } from './values/defined.js'

/** The end of the matter with a status. */
export type End = Extract<Lead, { end: unknown }>
type Back = Extract<Lead, { back: unknown }>

/** A step before it is walked: an option says where it leads back or what it ends, and the story says all else. */
export interface Unled extends Omit<StepDefinition, 'options'> {
  readonly options: Readonly<Record<Option, UnledOption>>
}
export interface UnledOption extends Omit<OptionRule, 'leads'> {
  readonly leads?: End | (Omit<Back, 'then'> & { readonly then: End | 'not_offered' | 'goes_on' })
}
export type UnledSteps = Readonly<Record<StepKey, Unled>>

/** What followed an option in one telling: steps of its own thread, the stage entered next, the end of the story. */
export interface Follows {
  readonly to: Set<StepKey>
  /** The first steps of one more year of the same. */
  readonly nextYear: Set<StepKey>
  /** The papers that the story orders before it asks anything more. */
  readonly papers: Set<DocumentKind>
  stage?: Stage
  settles?: Extract<Lead, { settles: unknown }>['settles']
}
export type FollowsOf = Map<Chosen, Follows>

/** An option of a step, `step:option`, with `:then` where its turns are used up. */
export type Chosen = string

/** What follows an option before any story has been told: no step, no paper, no end. */
export const followsNothing = (): Follows => ({ to: new Set(), nextYear: new Set(), papers: new Set() })

/** The options of a step with their leads; throws where neither the option nor a story says where it leads. */
export const optionsOf = ({ key, options }: Unled, follows: FollowsOf): StepDefinition['options'] =>
  Object.fromEntries(
    Object.entries(options).map(([option, { leads, ...rule }]) => {
      const of = `${key}:${option}`
      if (leads === undefined) return [option, { leads: leadOf(of, follows), ...rule }]
      if (!('back' in leads)) return [option, { leads, ...rule }]
      const then = leads.then === 'goes_on' ? thenOf(of, { back: leads.back, follows }) : leads.then
      return [option, { leads: { ...leads, then }, ...rule }]
    }),
  )

/** Where a loop goes on when its turns are used up, with what opens beside the step it leads back to: a lead back names that alone. */
const thenOf = (of: Chosen, { back, follows }: { back: StepKey; follows: FollowsOf }): Lead => {
  const then = leadOf(`${of}:then`, follows)
  const beside = [...(follows.get(of)?.to ?? [])].filter((key) => key !== back)
  return 'to' in then && beside.length > 0 ? { ...then, to: [...new Set([...then.to, ...beside])] } : then
}

const leadOf = (of: Chosen, follows: FollowsOf): Lead => {
  const { to, stage, settles } = follows.get(of) ?? followsNothing()
  if (to.size > 0) return { to: [...to], ...defined({ stage }) }
  if (stage !== undefined) return { stage }
  if (settles !== undefined) return { settles }
  throw new TypeError(`no story goes on from ${of}, and the option does not say where it leads`)
}

/** The papers that some telling orders by an option, or by what comes when its turns are used up. */
export const papersByOption = (told: readonly FollowsOf[]): ReadonlyMap<Chosen, ReadonlySet<DocumentKind>> => {
  const ordered = new Map<Chosen, Set<DocumentKind>>()
  for (const follows of told)
    for (const [of, { papers }] of follows) {
      if (papers.size === 0) continue
      const known = ordered.get(of) ?? new Set()
      ordered.set(of, known)
      for (const kind of papers) known.add(kind)
    }
  return ordered
}

/**
 * The papers of a step: those that some telling orders by one of its options, and those its draft names because the engine makes them
 * beside the stories. What every end by a "no" orders is the end's, and no step's (8.15).
 */
export const papersOf = (
  { key, order, documents }: Unled,
  ordered: ReturnType<typeof papersByOption>,
): readonly DocumentKind[] => {
  const chosen = order.flatMap((option) => [`${key}:${option}`, `${key}:${option}:then`])
  return [...new Set([...chosen.flatMap((of) => [...(ordered.get(of) ?? [])]), ...documents])]
}
