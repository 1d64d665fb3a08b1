import type { AnyEvent, EventOf } from '../event.js'
import { escalation } from '../gicc/escalation.js'
import { steps } from '../gicc/steps.js'
import { defined } from '../values/defined.js'
import { keyOf } from '../values/step-key.js'
import { letter, type Sent } from './letter.js'
import { stepWords } from './step-words.js'
import { isOpen } from './still-so.js'
import { isOffer } from './ten.js'
import type { StepNews } from './wording.js'

/** Letters about a step that waits: it has opened, its date comes or has passed or was moved, or nobody is there for it. */
export const stepLetters = {
  step_opened: letter({
    facts: ['step', 'key', 'role', 'dueAt', 'code', 'form'],
    on: {
      step_opened: ({ step, key, role, dueAt, also = [] }) =>
        isOffer(key) ? undefined : { roles: [role, ...also], facts: { step, key, role, dueAt } },
      void_proposed: ({ step, code, by: { person } }) => ({
        roles: ['PD', 'CH'],
        asks: { notOf: [person] },
        facts: { step, key: keyOf(step), code, form: 'second_word' },
      }),
      step_closed: ({ step }, beside) =>
        lastClosed(beside) === step
          ? { roles: ['CS'], onlyWhile: 'awaits_session', facts: { form: 'session' } }
          : undefined,
      stand_in_called: ({ step, key, to }) => ({ roles: [to], facts: { step, key, role: to } }),
      substitutes_drawn: ({ step, key, drawn }) => ({ roles: [], people: drawn, facts: { step, key } }),
      step_reassigned: ({ step, key, to }) => ({ roles: [], people: [to], facts: { step, key } }),
      vacancy_filled: ({ step, key }) => ({ roles: [], actorsOf: step, facts: { step, key } }),
    },
    // It travels with the decision that it answers, and the place loses something by its silence (8.9).
    binds: ({ key = '' }) => steps[key]?.means === 'redress_request',
    stillSo: (step) => isOpen(step) || (step.voided === undefined && step.voidProposed !== undefined),
    onlyWhile: ({ form }) => (form === 'session' ? 'awaits_session' : undefined),
    asksToAct: true,
    ends: 'request',
    words: stepWords.opened,
    to: { head: stepWords.openedElsewhere, place: stepWords.openedElsewhere, staff: stepWords.openedElsewhere },
    forms: { session: stepWords.session, second_word: stepWords.secondWord },
  }),
  reminded: letter({
    facts: ['step', 'key', 'rung'],
    on: { reminded: (event) => toldByAlarm(event) },
    stillSo: isOpen,
    asksToAct: true,
    ends: 'remind',
    words: stepWords.reminder,
    to: { head: stepWords.reminderElsewhere, place: stepWords.reminderElsewhere, staff: stepWords.reminderElsewhere },
  }),
  escalated: letter({
    facts: ['step', 'key', 'rung', 'form'],
    on: {
      escalated: (event): Sent<'step' | 'key' | 'rung' | 'form'> => {
        const sent = toldByAlarm(event)
        const form = isToldAtOpening(event) ? 'at_opening' : event.awaits === 'arrival' ? 'unreached' : undefined
        return form === undefined ? sent : { ...sent, facts: { ...sent.facts, form } }
      },
    },
    stillSo: isOpen,
    // Who is told that somebody else is late may not choose.
    choosesNothing: true,
    ends: 'request',
    words: stepWords.lateActor,
    to: { head: stepWords.lateHead, place: stepWords.latePlace, staff: stepWords.lateStaff },
    forms: { at_opening: stepWords.atOpening, unreached: stepWords.unreached },
  }),
  deadline_moved: letter({
    facts: ['step', 'key', 'dueAt', 'code'],
    on: {
      // An extension is told to the manager too: the plan of the base changes with it (8.5).
      deadline_moved: ({ step, dueAt, code, cause }) => ({
        roles: cause === 'extension' ? ['PM'] : [],
        actorsOf: step,
        facts: { step, key: keyOf(step), dueAt, ...defined({ code }) },
      }),
    },
    stillSo: isOpen,
    words: stepWords.moved,
  }),
  vacancy_found: letter({
    facts: ['step', 'key', 'role'],
    on: { vacancy_found: ({ step, key, role }) => ({ roles: ['PM'], facts: { step, key, role } }) },
    stillSo: (step) => isOpen(step) && step.vacant === true,
    roleIs: 'wanted',
    choosesNothing: true,
    ends: 'request',
    words: stepWords.vacant,
  }),
  // Its words stand with the step it tells of.
  step_news: letter({
    label: { en: 'What became of a step', 'zh-CN': '事项进展' },
    facts: ['step', 'key', 'option'],
    on: { step_opened: (event) => newsSent(event), step_closed: (event) => newsSent(event) },
    choosesNothing: true,
    words: {
      en: {
        subject: ['About {matter}'],
        body: ['Something has changed in "{matter}" of {base}; the page below says what.'],
      },
      'zh-CN': { subject: ['事项进展：{matter}'], body: ['{base}的事项“{matter}”有新的进展，详见下列页面。'] },
    },
  }),
}

/** Of several that one record closes the last alone tells: one letter for each person. */
const lastClosed = (beside: readonly AnyEvent[]): string | undefined => {
  const last = beside.findLast((one) => one.type === 'step_closed')
  return last?.type === 'step_closed' ? last.step : undefined
}

/** Some ladders tell somebody at the moment at which a step opens (E6): nobody is late then. */
const isToldAtOpening = ({ key, rung }: EventOf<'escalated'>): boolean => {
  const profile = steps[key]?.escalation
  return profile !== undefined && escalation[profile][rung]?.moment.at === 'opening'
}

const toldByAlarm = ({
  step,
  key,
  rung,
  tells,
}: EventOf<'reminded'> | EventOf<'escalated'>): Sent<'step' | 'key' | 'rung'> => ({
  roles: tells.filter((told) => told !== 'actor'),
  ...defined({ actorsOf: tells.includes('actor') ? step : undefined }),
  facts: { step, key, rung },
})

/** What the step of an event tells others, and by which of its words; undefined for the many that tell nothing. */
export const newsOf = (event: AnyEvent): { readonly news: StepNews; readonly of: string } | undefined => {
  if (event.type !== 'step_opened' && event.type !== 'step_closed') return undefined
  if (event.type === 'step_closed' && event.how === 'stopped') return undefined
  const of = event.type === 'step_opened' ? 'opened' : event.option
  const news = steps[event.key]?.news?.[of]
  return news === undefined ? undefined : { news, of }
}

type Told = Sent<'step' | 'key' | 'option'>

const newsSent = (event: Extract<AnyEvent, { readonly type: 'step_opened' | 'step_closed' }>): Told | undefined => {
  const found = newsOf(event)
  const { step, key } = event
  return found && { roles: found.news.to, facts: { step, key, option: found.of } }
}
