import type { BaseCommand } from '../../domain/command.js'
import { raisedByPeople } from '../../domain/matters.js'
import { isReasonCode } from '../../domain/reason-code.js'
import { refusalText, type Refusal } from '../../domain/refusal.js'
import { openSteps } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import { aBase, type ABase } from './a-base.js'
import { decisionOn } from './acting.js'

interface Refused {
  readonly command: BaseCommand
  readonly actor: Actor
  readonly refusal: Refusal
}

/** What a "no" says to do next that leads back to the same "no": each thing it names is tried, as the same person. */
export const circlesOf = (base: ABase, { command, actor, refusal }: Refused): readonly string[] => {
  const { named, isEmpty } = namedBy(refusal)
  const tries = named.flatMap((what) => {
    const next = withNamed(base, { command, what })
    return next === undefined ? [] : [{ what, next }]
  })
  const again = tries.filter(({ next }) => {
    const judged = aBase({ from: base.saved(), procedure: base.procedure }).send(next, { actor })
    return !judged.ok && judged.refusal.code === refusal.code
  })
  return [
    ...again.map(({ what }) => `${refusal.code} names ${what}, which is refused in the same way`),
    ...(isEmpty && bidsToChoose(refusalText(refusal, 'en').next)
      ? [`${refusal.code} names nothing to choose from`]
      : []),
  ]
}

/** Whether a sentence tells somebody to take one of what was named. */
export const bidsToChoose = (next: string): boolean => /\bone of|those named|^choose/i.test(next)

const namedBy = ({ detail }: Refusal): { readonly named: readonly string[]; readonly isEmpty: boolean } => {
  const lists = Object.entries(detail).flatMap(([field, value]: [string, unknown]) =>
    (field === 'allowed' || field === 'open') && Array.isArray(value) ? [value.map(String)] : [],
  )
  return { named: lists.flat(), isEmpty: lists.some((list) => list.length === 0) }
}

/** The same command with what was named in its place: a step, a reason code, a matter, or an option. */
const withNamed = (
  base: ABase,
  { command, what }: { readonly command: BaseCommand; readonly what: string },
): BaseCommand | undefined => {
  const step = openSteps(base.state()).find(({ id }) => id === what)
  if (step !== undefined) return decisionOn(base, { step, option: base.procedure.steps[step.key]?.order[0] ?? '' })
  if (isReasonCode(what))
    return command.type === 'decide' || command.type === 'raise' || command.type === 'hold'
      ? { ...command, code: what }
      : undefined
  if (command.type === 'raise') {
    const matter = raisedByPeople.find((one) => one === what)
    return matter === undefined ? undefined : { ...command, matter }
  }
  if (command.type !== 'decide') return undefined
  const asked = openSteps(base.state()).find(({ id }) => id === command.step)
  return asked === undefined ? undefined : decisionOn(base, { step: asked, option: what })
}
