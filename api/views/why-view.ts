import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { clockOf, type ReadBase } from '../../db/reads/bases.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { holdersOf, lastOfType, type NamedHolder } from '../../db/reads/holders.js'
import { listSteps, type ListedStep } from '../../db/reads/steps.js'
import { localDate, dueDay } from '../../domain/calendar-zone.js'
import { gatesBehind } from '../../domain/gates-told.js'
import { lifeOf } from '../../domain/gicc/life.js'
import type { LocalText } from '../../domain/locale.js'
import type { ExhibitState } from '../../domain/exhibits/exhibit.js'
import { expiriesToCome } from '../../domain/judge/expiry.js'
import { isFrozenOut } from '../../domain/judge/stands-still.js'
import { waitsFor } from '../../domain/judge/waits-for.js'
import type { Procedure } from '../../domain/procedure.js'
import { roles } from '../../domain/role.js'
import { otherThan, toldOf } from '../../domain/why-base.js'
import { whyStep, type Why } from '../../domain/why.js'
import { comingTo } from '../../domain/coming.js'
import { fallsWithTheBase, isUnderNotice } from '../../domain/under-notice.js'
import { partnerCalendarId, programmeCalendarId } from '../../domain/judge/draft.js'
import { raisedFor } from '../../domain/raised.js'
import type { BaseState } from '../../domain/state.js'
import { dayEndOfProgramme, endInWords, momentInWords } from '../../domain/words/hours.js'
import { both, comingWords, expiryWords, holds, ifNotEnded, restWaits } from '../../domain/words/why.js'
import type { Actor } from '../../domain/values/actor.js'
import { actorOf } from '../auth/actor.js'
import type { SightOfBase } from '../auth/sight.js'
import type { WhyItem } from '../contract/why.js'
import { everyPage } from '../every-page.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'
import type { ApiParts } from '../parts.js'
import { readPinned } from './pinned-procedure.js'
import { stepsUnseen } from './steps-unseen.js'
import { raisedOn } from './raised-view.js'
import { defined } from '../../domain/values/defined.js'

type Item = z.output<typeof WhyItem>

interface Looked {
  readonly base: ReadBase
  readonly procedure: Procedure
  /** What the judge would judge on; absent where no worker vouches for it. */
  readonly state: BaseState | undefined
  readonly holders: readonly NamedHolder[]
  readonly raised: Awaited<ReturnType<typeof raisedOn>>
  /** Whether the reader may read what the programme's people find among themselves (8.12). */
  readonly isInside: boolean
  /** Whether the judge would take the step from the person now. */
  readonly isWaitedFor: (step: string, person: PersonId) => boolean
  readonly now: string
}

/**
 * Why a base waits, one item for each thing it waits for. The programme's people read all names, a partner those of its
 * own side only; roles everybody reads who may see the base.
 */
export const whyView = async (
  parts: ApiParts,
  { base, sight }: { base: ReadBase; sight: SightOfBase },
): Promise<readonly Item[]> => {
  if (base.closedAt !== null) return []
  const { db, clock } = parts
  const now = clockOf(base, clock())
  if (base.status === 'on_hold') return [await holdItem(parts, base)]
  const [procedure, all] = await Promise.all([
    readPinned(parts, base),
    everyPage((page) => listSteps(db, { base: base.id, open: true, ...page })),
  ])
  const unseen = stepsUnseen(sight)
  const open = all.filter(({ key }) => !unseen.includes(key))
  const wanted = [...new Set(open.flatMap(({ role, standIn }) => (standIn === null ? [role] : [role, standIn])))]
  const [holders, state] = await Promise.all([
    holdersOf(db, { base: base.id, programme: base.programme, roles: wanted, now }),
    baseStateOf(db, base),
  ])
  const seen = holders.filter((one) => maySee(sight, one))
  const actors = await actorsOf(parts, { programme: base.programme, people: seen.map(({ person }) => person) })
  const isWaitedFor = (id: string, person: PersonId): boolean => {
    const actor = actors.get(person)
    return state === undefined || actor === undefined || waitsFor(state, { id, actor, procedure, now })
  }
  const raised = await raisedOn(db, { state, calendars: base.calendars, sight })
  const isInside = sight.sees({ kind: 'inner' }) === 'whole'
  const looked = { base, procedure, state, holders: seen, raised, isInside, isWaitedFor, now }
  const items = open.map((step) => stepItem(step, looked))
  const coming = state === undefined ? [] : clockItems(state, { base, procedure, now })
  const inside = all.filter((step) => !open.includes(step)).flatMap((step) => screeningItem(step, procedure))
  // A base may wait for a session beside a matter of its own.
  const rest = items.length + inside.length === 0 || base.awaitsSession ? [restItem(base)] : []
  const expiring = state === undefined ? [] : await expiryItems(parts, { base, procedure, state, now, sight })
  const later = (item: Item): Item =>
    state !== undefined && isUnderNotice(state, procedure) && comesByClock(item, procedure)
      ? { ...item, sentence: both(item.sentence, ifNotEnded) }
      : item
  return [...items, ...inside, ...restingItems(state, { base, procedure }), ...rest, ...coming, ...expiring].map(later)
}

const comesByClock = ({ kind, key }: Item, procedure: Procedure): boolean =>
  kind === 'clock' || (key !== undefined && fallsWithTheBase(key, procedure))

/** Some people with all their seats, and those of whom they stand in for. */
const actorsOf = async (
  parts: ApiParts,
  { programme, people }: { programme: ProgrammeId; people: readonly string[] },
): Promise<ReadonlyMap<string, Actor>> =>
  new Map(
    await Promise.all(
      [...new Set(people)].map(
        async (person) => [person, await actorOf(parts, { person, programme, channel: 'api' })] as const,
      ),
    ),
  )

/** Why one open step waits, in roles alone: what a list of steps shows beside each. */
export const whyOf = (
  step: ListedStep,
  { base, procedure, state, now }: Pick<Looked, 'base' | 'procedure' | 'state'> & { now: Date },
): Why | undefined => told(step, { base, procedure, state, now: clockOf(base, now) })

const maySee = ({ sees }: SightOfBase, { person, role }: NamedHolder): boolean =>
  sees({ kind: 'name', person, side: roles[role].side }) === 'whole'

/** What lies on a step on paper, and since when: from then on it holds the step for a time (R16). */
const papersOn = ({ id, openedAt, papers }: ListedStep, state: BaseState | undefined) => {
  const entered = (state?.stage?.steps[id]?.papers ?? []).map(({ enteredAt }) => enteredAt).toSorted()
  return papers.map(() => ({ enteredAt: entered.at(-1) ?? openedAt }))
}

const told = (
  step: ListedStep,
  asked: Pick<Looked, 'base' | 'procedure' | 'state' | 'now'> & {
    readonly names?: Record<keyof LocalText, readonly string[]>
  },
): Why | undefined => {
  const { base, procedure, state, now, names } = asked
  const calendar = base.calendars[step.calendar]
  if (calendar === undefined) return undefined
  return whyStep(
    { ...step, standIn: step.standIn ?? undefined, acted: step.acts.length, papers: papersOn(step, state) },
    {
      procedure,
      calendar,
      now,
      frozen: state !== undefined && isFrozenOut(state, procedure.steps[step.key]),
      ...defined({ names, other: otherThan(calendar, base.calendars), raised: raisedBy(step.id, asked) }),
    },
  )
}

const raisedBy = (id: string, { base, state }: Pick<Looked, 'base' | 'state'>): LocalText | undefined => {
  const step = state?.stage?.steps[id]
  return state && step && raisedFor(state, { step, calendars: base.calendars })?.sentence
}

const stepItem = (step: ListedStep, looked: Looked): Item => {
  const { base, procedure, state, holders, raised, isInside, isWaitedFor, now } = looked
  const acted = new Set(step.acts.map(({ person }) => person))
  const waiting = holders.filter(
    ({ role, person }) =>
      (role === step.role || role === step.standIn) && !acted.has(person) && isWaitedFor(step.id, person),
  )
  const names = {
    en: waiting.map(({ person, name }) => name?.en ?? person),
    'zh-CN': waiting.map(({ person, name }) => name?.local ?? person),
  }
  const why = told(step, { base, procedure, state, now, names })
  const sentence = why?.sentence ?? { en: step.id, 'zh-CN': step.id }
  const gates = isInside && state !== undefined ? gatesBehind(state, { key: step.key, procedure }) : undefined
  return {
    kind: 'step',
    step: step.id,
    key: step.key,
    role: step.role,
    ...defined({ standIn: step.standIn === null ? undefined : step.standIn }),
    people: waiting.map(({ person, name }) => ({
      id: person,
      name: name === null ? null : { en: name.en, 'zh-CN': name.local },
    })),
    since: step.openedAt,
    dueAt: step.dueAt,
    dueOn: why?.dueOn ?? null,
    workingDaysLeft: why?.workingDaysLeft ?? null,
    sentence: gates === undefined ? sentence : both(sentence, gates),
    ...defined({ raised: raised.get(step.id) }),
  }
}

const holdItem = async ({ db }: ApiParts, base: ReadBase): Promise<Item> => {
  const since = (await lastOfType(db, { stream: base.id, type: 'held' })) ?? base.lastEntryAt
  const until = base.nextDueAt
  const [calendar] = Object.values(base.calendars).filter(({ id }) => id.startsWith(`${base.country}@`))
  const utc = { offsets: [{ from: since, minutes: 0 }] }
  const zone = calendar ?? utc
  const dueOn = until === null ? null : dueDay(zone, until)
  // Active, it is held for force majeure and goes on by itself; on its way it lapses (R3, 8.5).
  const goesOn = base.stage === 'yearly_review'
  const end = until === null ? undefined : momentInWords(until, base.zone ?? undefined)
  const sentence = holds({ since: localDate(zone, since), until: end, goesOn })
  return { ...nothing, kind: 'hold', since, dueAt: until, dueOn, sentence }
}

/** What the clock brings beside the open steps, with the hour where the place and where the programme is. */
const clockItems = (
  state: BaseState,
  { base: { calendars, openedAt }, procedure, now }: Pick<Looked, 'base' | 'procedure' | 'now'>,
): readonly Item[] =>
  comingTo(state, { procedure, calendars }).flatMap(({ what, at }) => {
    const [here, there] = [calendars[partnerCalendarId(state)], calendars[programmeCalendarId]]
    if (here === undefined || there === undefined || at <= now) return []
    const sentence = comingWords[what](endInWords(at, { here, there }))
    return [{ ...nothing, kind: 'clock' as const, since: openedAt, dueAt: at, dueOn: dueDay(here, at), sentence }]
  })

interface Expiring extends Pick<Looked, 'base' | 'procedure' | 'now'> {
  readonly state: BaseState
  readonly sight: SightOfBase
}

/** The letters that tell that something brought as proof is about to expire; of what is not for these eyes nothing is said. */
const expiryItems = async (
  parts: ApiParts,
  { base: { id, calendars, openedAt, zone }, procedure, state, now, sight: { person } }: Expiring,
): Promise<readonly Item[]> => {
  if (state.exhibits === undefined) return []
  const sees = await exhibitSight(parts, { base: id, person })
  const isSeen = ({ readers, stage, person: broughtBy }: ExhibitState): boolean =>
    sees({ readers, stage_no: stage, person: broughtBy }) === 'whole'
  return expiriesToCome(state, { procedure, calendars, isSeen })
    .filter(({ at }) => at > now)
    .map((letter) => ({
      ...nothing,
      kind: 'clock' as const,
      since: openedAt,
      dueAt: letter.at,
      dueOn: letter.on,
      sentence: expiryWords({ ...letter, expires: dayEndOfProgramme(letter.expiresOn, zone ?? undefined) }),
    }))
}

/** Matters that wait for something without anybody having to act. */
const restingItems = (
  state: BaseState | undefined,
  { base, procedure }: Pick<Looked, 'base' | 'procedure'>,
): readonly Item[] =>
  state === undefined
    ? []
    : toldOf(state, { procedure, story: lifeOf }).resting.map((sentence) => ({
        ...nothing,
        kind: 'matter' as const,
        since: base.lastEntryAt,
        sentence,
      }))

/** What the base waits for and may not be named: beside the stage, nothing waits for it, and it is not told to be there (1.6). */
const screeningItem = ({ key, openedAt: since }: ListedStep, { steps }: Procedure): readonly Item[] =>
  steps[key]?.matter === undefined ? [{ ...nothing, kind: 'matter', since, sentence: restWaits.screening }] : []

const restItem = ({ awaitsSession, lastEntryAt: since }: ReadBase): Item =>
  awaitsSession
    ? { ...nothing, kind: 'session', since, sentence: restWaits.session }
    : { ...nothing, kind: 'paper', since, sentence: restWaits.paper }

const nothing = { people: [], dueAt: null, dueOn: null, workingDaysLeft: null }
