import type { EventOf } from '../event.js'
import type { ActedText } from '../events/negotiation.js'
import { roles, type Side } from '../role.js'
import { defined } from '../values/defined.js'
import type { RulesOfActs } from './act-kind.js'
import type { SightForm } from './sight-form.js'
import type { ThingSeen } from './thing.js'

interface Eyes {
  readonly sees: (thing: ThingSeen) => SightForm
  readonly rules: RulesOfActs
}

const isOwn = (side: Side, { sees }: Pick<Eyes, 'sees'>): boolean =>
  sees({ kind: 'negotiated', side, isSent: false }) === 'whole'

/**
 * Whether a step may say by hash and number on which version of the text it is decided: to the side that makes the versions, and to
 * everybody where the paper of it is decided on as well. A version that was not sent is nobody's else to know of.
 */
export const tellsVersion = (key: string, { sees, rules }: Eyes): boolean => {
  const step = rules.steps[key]
  if (step?.text === undefined || step.sees !== undefined || isOwn(roles[step.role].side, { sees })) return true
  return Object.values(rules.steps).every(({ text, role }) => !text?.hands || isOwn(roles[role].side, { sees }))
}

/** An act about the text without what its side says within itself, and without the version where that is not for these eyes. */
export const withoutText =
  (eyes: Eyes) =>
  (payload: object): object => {
    if (!isActed(payload)) return payload
    const { text: rule, role } = eyes.rules.steps[payload.key] ?? {}
    if (rule === undefined || role === undefined || isOwn(roles[role].side, eyes)) return payload
    const isTold = tellsVersion(payload.key, eyes)
    const { seen, text, ...rest } = payload
    const kept =
      text && textSeen(text, { isTold, isInner: rule.inner === true, isSending: rule.hands?.only === 'accepted' })
    const isSame = kept === text && (isTold || seen === undefined)
    return isSame ? payload : { ...rest, ...defined({ seen: isTold ? seen : undefined, text: kept }), withheld: true }
  }

type Acted = EventOf<'step_acted'>
const isActed = (payload: object): payload is Acted => 'type' in payload && payload.type === 'step_acted'

/** Where a draft is sent, its answers are to what was proposed within. */
const textSeen = (
  text: ActedText,
  { isTold, isInner, isSending }: { readonly isTold: boolean; readonly isInner: boolean; readonly isSending: boolean },
): ActedText | undefined => {
  const { version, answers, moves, ...said } = text
  const kept: ActedText = {
    ...(isInner ? {} : said),
    ...defined({
      version: isTold ? version : undefined,
      answers: isInner || isSending ? undefined : answers,
      moves: isInner || isSending ? undefined : moves,
    }),
  }
  const left = Object.keys(kept).length
  if (left === 0) return undefined
  return left === Object.keys(text).length ? text : kept
}
