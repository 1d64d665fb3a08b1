import { excerptOf } from './calendar-excerpt.js'
import { addDays } from './calendar-date.js'
import { dueDay, localDate } from './calendar-zone.js'
import type { Calendar } from './calendar.js'
import type { Instant } from './ids.js'
import { partnerCalendarId, programmeCalendarId, type Rules } from './judge/draft.js'
import { isFrozenOut } from './judge/stands-still.js'
import { isActive, lifecycle } from './lifecycle.js'
import { dateInWords, type LocalText } from './locale.js'
import { raisedFor } from './raised.js'
import { carriedStatus, openSteps, type BaseState, type StepState } from './state.js'
import { tell } from './telling.js'
import { fallsWithTheBase, isUnderNotice } from './under-notice.js'
import { defined } from './values/defined.js'
import { whyStep } from './why.js'
import { endInWords } from './words/hours.js'
import { both, holds, ifNotEnded, restWaits } from './words/why.js'

/** Longer than any ladder, so that the days after the due day are counted as the core counts them. */
const ladderDays = 120

/**
 * The calendars of both sides, as far as the open steps and their ladders reach: kept beside the base, so that whoever
 * reads counts working days as the core does, and says the hour where the other side is.
 */
export const calendarsAhead = (
  state: BaseState,
  { calendars }: Pick<Rules, 'calendars'>,
): Readonly<Record<string, Calendar>> => {
  const open = openSteps(state)
  const from = open.map(({ openedAt }) => openedAt).toSorted()[0]
  const to = open
    .map(({ dueAt }) => dueAt)
    .toSorted()
    .at(-1)
  if (from === undefined || to === undefined) return {}
  const ids = new Set([...open.map(({ calendar }) => calendar), programmeCalendarId, partnerCalendarId(state)])
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const calendar = calendars[id]
      if (calendar === undefined) return []
      const span = { from: localDate(calendar, from), to: addDays(dueDay(calendar, to), ladderDays) }
      return [[id, excerptOf(calendar, span)]]
    }),
  )
}

/**
 * What a base waits for, as an operator reads it in Temporal's own screen, in both languages: ids, codes and roles, never
 * a name, since histories are read by whoever keeps the machines.
 */
export const baseInWords = (
  state: BaseState,
  { procedure, calendars, story, now }: Pick<Rules, 'procedure' | 'calendars' | 'story'> & { now: Instant },
): string => {
  if (state.seq === 0) return bothOf(restWaits.unborn)
  const slot = state.facts.slot === undefined ? '' : `, slot ${state.facts.slot}`
  const code = state.code === undefined ? '' : ` (${state.code})`
  const { en, 'zh-CN': chinese } = lifecycle[state.status].label
  const head = `${state.id}: ${en} · ${chinese}${code}${slot}`
  if (state.closed) return head
  const open = openSteps(state)
  const whys =
    state.heldAt === undefined
      ? open.map((step) => sentenceIfNotEnded(step, { state, procedure, calendars, now }))
      : [holdOf(state, calendars)]
  const papers = state.orders.length > 0 && open.length === 0 ? [restWaits.paper] : []
  const { awaitsSession, resting } = toldOf(state, { procedure, story })
  const rest = awaitsSession || whys.length + papers.length === 0 ? [restWaits.session, ...papers] : papers
  return [head, ...[...whys, ...resting, ...rest].map((why) => `- ${bothOf(why)}`), `(${now})`].join('\n')
}

/**
 * What a base waits for that is no step: a session, and what each matter waits for without anybody having to act; nothing on hold and
 * under a stop, when these wait for something else.
 */
export const toldOf = (
  state: BaseState,
  { procedure, story }: Pick<Rules, 'procedure' | 'story'>,
): { readonly awaitsSession: boolean; readonly resting: readonly LocalText[] } => {
  if (state.closed || state.heldAt !== undefined || state.frozen !== undefined)
    return { awaitsSession: false, resting: [] }
  const { awaitsSession, beside } = tell(story(state), { state, procedure })
  return { awaitsSession, resting: beside.flatMap(({ rests }) => rests ?? []) }
}

type Standing = Pick<Rules, 'procedure' | 'calendars'> & { readonly state: BaseState; readonly now: Instant }

/** Under a notice of ending, what the clock alone brings comes only if the base has not ended by then (3.13). */
const sentenceIfNotEnded = (step: StepState, standing: Standing): LocalText => {
  const { state, procedure } = standing
  const sentence = sentenceOf(step, standing)
  return isUnderNotice(state, procedure) && fallsWithTheBase(step.key, procedure)
    ? both(sentence, ifNotEnded)
    : sentence
}

const sentenceOf = (step: StepState, { state, procedure, calendars, now }: Standing): LocalText => {
  const calendar = calendars[step.calendar]
  if (calendar === undefined) return { en: step.id, 'zh-CN': step.id }
  const frozen = isFrozenOut(state, procedure.steps[step.key])
  const other = otherThan(calendar, calendars)
  const raised = raisedFor(state, { step, calendars })?.sentence
  const setting = { procedure, calendar, now, frozen, ...defined({ other, raised }) }
  return whyStep({ ...step, acted: step.acts.length }, setting).sentence
}

/** The calendar of the side that does not act: of two sides, the one that is not named. */
export const otherThan = ({ id }: Calendar, calendars: Rules['calendars']): Calendar | undefined =>
  Object.values(calendars).find((calendar) => calendar.id !== id)

const holdOf = (state: BaseState, calendars: Rules['calendars']): LocalText => {
  const { heldAt = '', heldUntil, cluster } = state
  const calendar = calendars[partnerCalendarId({ cluster })]
  const other = calendar && (otherThan(calendar, calendars) ?? calendar)
  const endOf = (at: Instant): LocalText =>
    calendar === undefined || other === undefined
      ? { en: dateInWords(at.slice(0, 10), 'en'), 'zh-CN': dateInWords(at.slice(0, 10), 'zh-CN') }
      : endInWords(at, { here: calendar, there: other })
  const since = calendar === undefined ? heldAt.slice(0, 10) : localDate(calendar, heldAt)
  const until = heldUntil === undefined ? undefined : endOf(heldUntil)
  return holds({ since, until, goesOn: isActive(carriedStatus(state)) })
}

const bothOf = ({ en, 'zh-CN': chinese }: LocalText): string => `${en}\n  ${chinese}`
