import type { PaperFacts } from '../../documents/paper.js'
import { membersOf } from '../../domain/body.js'
import type { LocalText } from '../../domain/locale.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { roles } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { reasonOf, titleOf, wordsOf } from '../wording.js'
import { dayOf } from './dates.js'
import { countedOn, ofType, type StorySoFar } from './story-so-far.js'

/** What a body decided on a base: how many might vote and did, how they voted, and what came of it (8.4). It names nobody. */
export const sessionMinutes = (story: StorySoFar): PaperFacts['session_minutes'] => {
  const closed = ofType(story.events, 'step_closed').findLast(({ how }) => how === 'vote')
  const definition = closed && story.procedure.steps[closed.key]
  if (closed === undefined || definition?.decides.by !== 'votes')
    throw new Error(`No body has voted on ${story.base.id}, so there are no minutes.`)
  const { step, key, option, code, at } = closed
  // Minutes tell of the sitting as it was, also where its decision was voided since.
  const sitting = { events: story.events.filter(({ type }) => type !== 'step_voided') }
  const votes = countedOn(sitting, (act) => act.step === step)
  const recused = new Set(
    ofType(story.events, 'step_recused').flatMap((one) => (one.step === step ? [one.person] : [])),
  )
  const substitutes = ofType(story.events, 'substitutes_drawn').flatMap((one) => (one.step === step ? one.drawn : []))
  const cast = definition.order
    .map((one) => ({ option: wordsOf({ key, option: one }), count: votes.filter((act) => act.option === one).length }))
    .filter(({ count }) => count > 0)
  return {
    body: bodies[definition.role] ?? roles[definition.role].label,
    heldOn: dayOf(at, programmeCalendar.zone),
    matter: titleOf(key),
    outcome: wordsOf({ key, option }),
    members: membersOf({ seats: definition.decides.seats, recused: [...recused], substitutes }),
    voted: votes.length,
    recused: recused.size,
    drawn: substitutes.length,
    votes: cast,
    ...defined({ reason: code === undefined ? undefined : reasonOf(code) }),
  }
}

/** Bodies as they are called, by the role of their members. */
const bodies: Readonly<Record<string, LocalText>> = {
  CM: { en: 'Selection committee', 'zh-CN': '遴选委员会' },
  BD: { en: 'The Board', 'zh-CN': '理事会' },
  RP: { en: 'Review panel', 'zh-CN': '评估小组' },
  AP: { en: 'Appeals panel', 'zh-CN': '复核小组' },
}
