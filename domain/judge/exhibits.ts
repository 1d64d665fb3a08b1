import type { PersonId } from '../ids.js'
import { localDate } from '../calendar-zone.js'
import { isUnmet } from '../conditions.js'
import type { AcceptExhibit, BringExhibit, CheckExhibit, ReturnExhibit } from '../commands/exhibits.js'
import { expiryOf, type ExhibitState } from '../exhibits/exhibit.js'
import { exhibitKinds, hasIssuer, type ExhibitKind } from '../exhibits/kinds.js'
import type { EvidenceClass } from '../form/field.js'
import { offices } from '../role.js'
import { byOf, openSteps, type BaseState } from '../state.js'
import type { Refusal } from '../refusal.js'
import { defined } from '../values/defined.js'
import type { HeldMandate } from '../values/mandate.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, draftOf, programmeCalendarIn, refuse, type Draft, type Judgement } from './draft.js'
import { notYourRole } from './refused.js'
import { seatOf, seatOn } from './seat.js'

/** Whoever acts on an open step of the base may bring what proves a fact, and so may those who enter what came on paper (R16). */
export const judgeBringExhibit = (state: BaseState, asked: Asked<BringExhibit>): Judgement => {
  const { command, actor } = asked
  const { exhibit, says, file, words } = command
  const mandate = seatOnOpenStep(state, asked) ?? clerkSeat(state, asked) ?? ownerSeat(state, asked)
  if (mandate === undefined)
    return refuse({
      code: 'exhibit_not_yours',
      detail: { steps: openSteps(state).map(({ id }) => id), have: actor.mandates.map(({ role }) => role) },
    })
  const draft = actingUnder(mandate, draftOf(state, asked))
  const no = amiss(state, asked)
  if (no !== undefined) return refuse(no)
  const { expiresOn: printed, readers, ...rest } = says
  const expiresOn = expiryOf(defined({ issuedOn: says.issuedOn, printed }))
  const by = byOf(actor.person, mandate)
  const received = add(draft, {
    type: 'exhibit_received',
    exhibit,
    readers,
    stage: state.stage?.no ?? 0,
    ...rest,
    file,
    words,
    ...defined({ expiresOn }),
    by,
  })
  return accept(withoutPredecessor(received, { exhibit, before: says.supersedes, by }))
}

const withoutPredecessor = (
  draft: Draft,
  { exhibit, before, by }: { exhibit: string; before: string | undefined; by: ReturnType<typeof byOf> },
): Draft => {
  const old = before === undefined ? undefined : draft.state.exhibits?.[before]
  if (before === undefined || old === undefined) return draft
  const { readers, person: broughtBy } = old
  return add(draft, { type: 'exhibit_superseded', exhibit: before, successor: exhibit, readers, broughtBy, by })
}

/** The seat with which somebody acts on an open step; one that was given to another holder is not theirs. */
const seatOnOpenStep = (
  state: BaseState,
  { actor, rules, moment }: Pick<Asked<BringExhibit>, 'actor' | 'rules' | 'moment'>,
): HeldMandate | undefined => {
  for (const step of openSteps(state)) {
    const definition = rules.procedure.steps[step.key]
    const isOthers = step.holder !== undefined && step.holder !== actor.person
    const seat =
      definition === undefined || isOthers ? undefined : seatOn(state, { step, definition, actor, now: moment.now })
    if (seat !== undefined) return seat
  }
  return undefined
}

/** Whoever enters an act on paper brings what came with it. */
const clerkSeat = (state: BaseState, { actor, moment }: Asked<BringExhibit>): HeldMandate | undefined =>
  openSteps(state).length === 0 ? undefined : seatOf(state, { actor, moment, wanted: offices.handlesPaper })

/** Whoever has to meet a condition brings what shows it. */
const ownerSeat = ({ conditions = {}, ...state }: BaseState, { actor, moment }: Asked<BringExhibit>) => {
  const unmet = Object.values(conditions).filter(isUnmet)
  return seatOf(state, { actor, moment, wanted: unmet.flatMap(({ owner }) => offices.meetsConditions[owner]) })
}

const amiss = (state: BaseState, { command, actor, moment, rules }: Asked<BringExhibit>): Refusal | undefined => {
  const { exhibit, says } = command
  const { kind, issuedOn, supersedes, translationOf } = says
  if (state.exhibits?.[exhibit] !== undefined) return { code: 'exhibit_known', detail: { exhibit } }
  if (hasIssuer(kind) && issuedOn === undefined)
    return { code: 'exhibit_incomplete', detail: { kind, lacks: ['issuedOn'] } }
  const today = localDate(programmeCalendarIn(rules.calendars), moment.now)
  if (issuedOn !== undefined && issuedOn > today)
    return { code: 'exhibit_incomplete', detail: { kind, lacks: [`issuedOn ≤ ${today}`] } }
  const unknown = [supersedes, translationOf].find((one) => one !== undefined && state.exhibits?.[one] === undefined)
  if (unknown !== undefined) return { code: 'exhibit_unknown', detail: { exhibit: unknown } }
  return (
    tooGood(kind, says.classProposed) ??
    (supersedes === undefined ? undefined : notToReplace(state, { exhibit: supersedes, person: actor.person }))
  )
}

const tooGood = (kind: ExhibitKind, wanted: EvidenceClass): Refusal | undefined => {
  const { best } = exhibitKinds[kind]
  return wanted < best ? { code: 'exhibit_class_too_good', detail: { kind, got: wanted, best } } : undefined
}

/** Whoever brought it replaces it until it was checked, and after it was turned away. */
const notToReplace = (
  state: BaseState,
  { exhibit, person }: { exhibit: string; person: PersonId },
): Refusal | undefined => {
  const old = state.exhibits?.[exhibit]
  const isOpen = old?.status === 'received' || old?.status === 'returned'
  if (old === undefined || (old.person === person && isOpen)) return undefined
  return { code: 'exhibit_stands', detail: { exhibit, status: old.status, allowed: ['received', 'returned'] } }
}

type Officer = CheckExhibit | AcceptExhibit | ReturnExhibit

interface Received {
  readonly one: ExhibitState
  readonly mandate: HeldMandate
}

/** The exhibit and the officer's seat, or why this officer does not judge it: nobody judges what he or she has brought. */
const receiving = (
  state: BaseState,
  { command, actor, moment, from }: Asked<Officer> & { readonly from: readonly ExhibitState['status'][] },
): Received | Refusal => {
  const { exhibit } = command
  const one = state.exhibits?.[exhibit]
  const officers = [...offices.receivesExhibits, ...offices.receivesConfidential]
  if (seatOf(state, { actor, moment, wanted: officers }) === undefined)
    return notYourRole(actor, { step: 'exhibit', needs: officers.join(', ') })
  const wanted = one?.readers === 'CPL' ? offices.receivesConfidential : offices.receivesExhibits
  const mandate = seatOf(state, { actor, moment, wanted })
  // Of what compliance alone reads others hear nothing, not even that it is there.
  if (one === undefined || mandate === undefined) return { code: 'exhibit_unknown', detail: { exhibit } }
  if (one.person === actor.person) return { code: 'exhibit_own', detail: { exhibit } }
  if (!from.includes(one.status))
    return { code: 'exhibit_stands', detail: { exhibit, status: one.status, allowed: from } }
  return { one, mandate }
}

/** The officer has opened it and sets its class; what was set may be set anew until it is accepted. */
export const judgeCheckExhibit = (state: BaseState, asked: Asked<CheckExhibit>): Judgement => {
  const received = receiving(state, { ...asked, from: ['received', 'checked'] })
  if ('code' in received) return refuse(received)
  const { type: _, exhibit, class: wanted, ...read } = asked.command
  const no = tooGood(received.one.kind, wanted)
  if (no !== undefined) return refuse(no)
  return judged(state, { asked, received, event: (of) => ({ type: 'exhibit_checked', ...of, class: wanted, ...read }) })
}

/** A checked exhibit is accepted: from now on its class counts. */
export const judgeAcceptExhibit = (state: BaseState, asked: Asked<AcceptExhibit>): Judgement => {
  const received = receiving(state, { ...asked, from: ['checked'] })
  if ('code' in received) return refuse(received)
  const { class: counts } = received.one
  return judged(state, { asked, received, event: (of) => ({ type: 'exhibit_accepted', ...of, class: counts }) })
}

/** It goes back to whoever brought it. */
export const judgeReturnExhibit = (state: BaseState, asked: Asked<ReturnExhibit>): Judgement => {
  const received = receiving(state, { ...asked, from: ['received', 'checked'] })
  if ('code' in received) return refuse(received)
  const { code, reason } = asked.command
  return judged(state, {
    asked,
    received,
    event: (of) => ({ type: 'exhibit_returned', ...of, code, ...defined({ reason }) }),
  })
}

interface Judged {
  readonly asked: Asked<Officer>
  readonly received: Received
  readonly event: (of: Of) => Parameters<typeof add>[1]
}

interface Of {
  readonly exhibit: string
  readonly readers: ExhibitState['readers']
  readonly broughtBy: string
  readonly by: ReturnType<typeof byOf>
}

const judged = (state: BaseState, { asked, received: { one, mandate }, event }: Judged): Judgement => {
  const of: Of = {
    exhibit: asked.command.exhibit,
    readers: one.readers,
    broughtBy: one.person,
    by: byOf(asked.actor.person, mandate),
  }
  return accept(add(actingUnder(mandate, draftOf(state, asked)), event(of)))
}
