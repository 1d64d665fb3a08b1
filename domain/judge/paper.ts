import { isPlainDate } from '../calendar-date.js'
import { endOfDay, localDate } from '../calendar-zone.js'
import type { Decide } from '../command.js'
import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import type { ConfirmPaper, EnterPaper, PaperSays, RefusePaper } from '../commands/paper.js'
import type { Named } from '../values/named.js'
import type { PersonId } from '../ids.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { notAsRead } from '../second-person.js'
import { offices, roles, type Role } from '../role.js'
import { byOf, openSteps, type BaseState, type StepState, type WaitingPaper } from '../state.js'
import type { Asked } from './asked.js'
import { decideIn } from './decide.js'
import { accept, actingUnder, add, calendarOf, draftOf, refuse, type Judgement } from './draft.js'
import { againstClerk } from './may-act.js'
import { notYourRole, saidOf, unknownStep } from './refused.js'
import { seatOf, seatOn } from './seat.js'
import { defined } from '../values/defined.js'

/** Through whose hands an act on paper goes: the secretariat, the manager, the director. */
export const clerks: readonly Role[] = offices.handlesPaper

type Handling = EnterPaper | ConfirmPaper | RefusePaper

/**
 * An act that came on paper (R16), entered by the first of two persons: nothing follows from it yet. It is judged as the
 * signatory's own act at once, so that what could not be confirmed is not entered either.
 */
export const judgeEnterPaper = (state: BaseState, asked: Asked<EnterPaper>): Judgement => {
  const { command, actor, rules, moment } = asked
  const { type: _, step: id, signatory, ...says } = command
  const handled = handling(state, { ...asked, signatory: signatory.person })
  if ('code' in handled) return refuse(handled)
  const { step, definition, mandate } = handled
  const waiting = waitingOf(step, signatory.person)
  const no =
    sealed(step, definition) ??
    wrongDate(state, { ...asked, step, signedOn: says.signedOn }) ??
    notTheirsThen(state, { ...asked, step, definition, signatory, signedOn: says.signedOn })
  if (waiting !== undefined) return refuse({ code: 'paper_waits', detail: { step: id, signatory: signatory.person } })
  if (no !== undefined) return refuse(no)
  const draft = draftOf(state, { rules, moment })
  const tried = decideIn(draft, { command: decisionOf(id, says), actor: asActor(signatory), rules, moment })
  if (!tried.ok) return tried
  const by = byOf(actor.person, mandate)
  const about = { step: step.id, key: step.key, signatory: signatory.person }
  return accept(add(actingUnder(mandate, draft), { type: 'paper_entered', ...about, ...says, by }))
}

/**
 * The second person has read the same scan (R16): now the step is acted on, as the signatory's act. What separates duties
 * is asked of the signatory and of both through whose hands the paper went; the seat must be held still.
 */
export const judgeConfirmPaper = (state: BaseState, asked: Asked<ConfirmPaper>): Judgement => {
  const { command, actor, rules, moment } = asked
  const { step: id, signatory, scan, seq } = command
  const handled = handling(state, { ...asked, signatory: signatory.person })
  if ('code' in handled) return refuse(handled)
  const { step, definition, mandate } = handled
  const paper = waitingOf(step, signatory.person)
  if (paper === undefined) return refuse(notEntered(step, signatory.person))
  const no =
    notAsRead({ ...paper, by: paper.enteredBy }, { by: actor, step: id, seq, rule: 'R16' }) ??
    (paper.scan === scan
      ? undefined
      : ({ code: 'paper_differs', detail: { step: id, got: scan, entered: paper.scan } } satisfies Refusal)) ??
    notTheirsThen(state, { ...asked, step, definition, signatory, signedOn: paper.signedOn })
  if (no !== undefined) return refuse(no)
  const { signatory: person, enteredBy, seq: _, enteredAt: __, ...says } = paper
  const { number, signedOn } = says
  const calendar = calendarOf(draftOf(state, { rules, moment }), roles[step.role].side)
  const dayEnds = isPlainDate(signedOn) ? endOfDay(calendar, signedOn) : undefined
  const by = byOf(actor.person, mandate)
  const confirmed = add(actingUnder(mandate, draftOf(state, { rules, moment })), {
    type: 'paper_confirmed',
    step: id,
    key: step.key,
    signatory: person,
    scan,
    by,
  })
  return decideIn(confirmed, {
    command: decisionOf(id, says),
    actor: asActor(signatory),
    rules,
    moment,
    paper: { number, signedOn, scan, enteredBy, confirmedBy: actor.person, ...defined({ dayEnds }) },
  })
}

/** An entered act is turned away, by the second person or by whoever misread it: it stays in the record and counts never. */
export const judgeRefusePaper = (state: BaseState, asked: Asked<RefusePaper>): Judgement => {
  const { command, actor, rules, moment } = asked
  const { step: id, signatory, code, reason } = command
  const handled = handling(state, { ...asked, signatory })
  if ('code' in handled) return refuse(handled)
  const { step, mandate } = handled
  const paper = waitingOf(step, signatory)
  if (paper === undefined) return refuse(notEntered(step, signatory))
  return accept(
    add(actingUnder(mandate, draftOf(state, { rules, moment })), {
      type: 'paper_refused',
      step: id,
      key: step.key,
      signatory,
      code,
      scan: paper.scan,
      enteredBy: paper.enteredBy,
      ...defined({ reason }),
      by: byOf(actor.person, mandate),
    }),
  )
}

interface Handled {
  readonly step: StepState
  readonly definition: StepDefinition
  readonly mandate: HeldMandate
}

/** The open step and the clerk's own seat, or why the clerk may not handle this paper. */
const handling = (
  state: BaseState,
  { command, actor, rules, moment, signatory }: Asked<Handling> & { readonly signatory: PersonId },
): Handled | Refusal => {
  const step = openSteps(state).find(({ id }) => id === command.step)
  const definition = step === undefined ? undefined : rules.procedure.steps[step.key]
  if (step === undefined || definition === undefined) return unknownStep(state, command.step)
  const mandate = seatOf(state, { actor, moment, wanted: clerks })
  if (mandate === undefined) return notYourRole(actor, { step: command.type, needs: clerks.join(', ') })
  const no =
    (signatory === actor.person ? secondPerson(step.id) : undefined) ??
    againstClerk(state, { step, clerk: actor, separation: rules.procedure.separation, now: moment.now })
  return no ?? { step, definition, mandate }
}

const waitingOf = ({ papers = [] }: StepState, person: PersonId): WaitingPaper | undefined =>
  papers.find(({ signatory }) => signatory === person)

const notEntered = ({ id, papers = [] }: StepState, signatory: PersonId): Refusal => ({
  code: 'paper_not_entered',
  detail: { step: id, signatory, waiting: papers.map((paper) => paper.signatory) },
})

const secondPerson = (step: string): Refusal => ({ code: 'second_person_needed', detail: { step, rule: 'R16' } })

/** A score sheet is seen by nobody but its author before all are in, so none goes through a clerk's hands. */
const sealed = ({ id, role }: StepState, { decides }: StepDefinition): Refusal | undefined =>
  decides.by === 'sheets' ? { code: 'paper_not_taken', detail: { step: id, needs: role } } : undefined

type Dated = Asked<EnterPaper | ConfirmPaper> & { readonly step: StepState; readonly signedOn: string }

/** Nobody signs tomorrow, nor what was not asked yet: days are those of the side that acts. */
const wrongDate = (state: BaseState, { rules, moment, step, signedOn }: Dated): Refusal | undefined => {
  const calendar = calendarOf(draftOf(state, { rules, moment }), roles[step.role].side)
  const [from, to] = [localDate(calendar, step.openedAt), localDate(calendar, moment.now)]
  return isPlainDate(signedOn) && signedOn >= from && signedOn <= to
    ? undefined
    : { code: 'paper_date', detail: { step: step.id, got: signedOn, from, to } }
}

/** The signatory held the seat on the day of signing as well as now: who came later did not sign in office (14.6). */
const notTheirsThen = (
  state: BaseState,
  { rules, moment, step, definition, signatory, signedOn }: Dated & { definition: StepDefinition; signatory: Named },
): Refusal | undefined => {
  if (!isPlainDate(signedOn)) return undefined
  const calendar = calendarOf(draftOf(state, { rules, moment }), roles[step.role].side)
  const endOfSigning = endOfDay(calendar, signedOn)
  const then = endOfSigning < moment.now ? endOfSigning : moment.now
  const actor = asActor(signatory)
  return seatOn(state, { step, definition, actor, now: then }) === undefined
    ? saidOf(actor, notYourRole(actor, { step: step.id, needs: step.role }))
    : undefined
}

/** A signature binds whoever wrote it: it is done with a seat of one's own, never with a lent one. */
const asActor = ({ person, mandates }: Named): Actor => ({
  person,
  channel: 'paper',
  mandates: mandates.filter(({ delegation }) => delegation === undefined),
})

const decisionOf = (step: string, { number: _, signedOn: __, scan: ___, ...says }: PaperSays): Decide => ({
  type: 'decide',
  step,
  ...says,
})
