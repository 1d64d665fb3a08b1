import type { z } from 'zod'
import type { ReadBase } from '../../db/reads/bases.js'
import { holdersOf, lastOfType, type Holder } from '../../db/reads/holders.js'
import { listSteps, type ListedStep } from '../../db/reads/steps.js'
import { localDate, dueDay } from '../../domain/calendar-zone.js'
import type { LocalText } from '../../domain/locale.js'
import type { Procedure } from '../../domain/procedure.js'
import { roles } from '../../domain/role.js'
import { isFrozenOut } from '../../domain/why-base.js'
import { whyStep, type Why } from '../../domain/why.js'
import { holds, restWaits } from '../../domain/words/why.js'
import type { SightOfBase } from '../auth/sight.js'
import type { WhyItem } from '../contract/why.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { readPinned } from './pinned-procedure.js'

type Item = z.output<typeof WhyItem>

interface Looked {
  readonly base: ReadBase
  readonly procedure: Procedure
  readonly open: readonly ListedStep[]
  readonly holders: readonly Holder[]
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
  const [procedure, open] = await Promise.all([
    readPinned(parts, base),
    everyPage((page) => listSteps(db, { base: base.id, open: true, ...page })),
  ])
  const wanted = [...new Set(open.flatMap(({ role, standIn }) => (standIn === null ? [role] : [role, standIn])))]
  const holders = await holdersOf(db, { base: base.id, programme: base.programme, roles: wanted, now })
  const looked = { base, procedure, open, holders: holders.filter((one) => maySee(sight, one)), now }
  const items = open.map((step) => stepItem(step, looked))
  return items.length > 0 ? items : [restItem(base)]
}

/** Why one open step waits, in roles alone: what a list of steps shows beside each. */
export const whyOf = (
  step: ListedStep,
  { base, procedure, openKeys, now }: { base: ReadBase; procedure: Procedure; openKeys: readonly string[]; now: Date },
): Why | undefined => told(step, { base, procedure, openKeys, now: clockOf(base, now) })

/** A rehearsal's own clock is at least at its last entry. */
export const clockOf = ({ rehearsal, lastEntryAt }: ReadBase, wall: Date): string =>
  rehearsal && lastEntryAt > wall.toISOString() ? lastEntryAt : wall.toISOString()

const maySee = ({ isStaff }: SightOfBase, { role }: Holder): boolean => isStaff || roles[role].side === 'partner'

const told = (
  step: ListedStep,
  asked: {
    base: ReadBase
    procedure: Procedure
    openKeys: readonly string[]
    now: string
    names?: Record<keyof LocalText, readonly string[]>
  },
): Why | undefined => {
  const { base, procedure, openKeys, now, names } = asked
  const calendar = base.calendars[step.calendar]
  if (calendar === undefined) return undefined
  return whyStep(
    { ...step, standIn: step.standIn ?? undefined, acted: step.acts.length },
    {
      ...{ procedure, calendar, now, frozen: isFrozenOut(step.key, { open: openKeys, procedure }) },
      ...(names === undefined ? {} : { names }),
    },
  )
}

const stepItem = (step: ListedStep, { base, procedure, open, holders, now }: Looked): Item => {
  const acted = new Set(step.acts.map(({ person }) => person))
  const waiting = holders.filter(
    ({ role, person }) => (role === step.role || role === step.standIn) && !acted.has(person),
  )
  const names = {
    en: waiting.map(({ person, name }) => name?.en ?? person),
    'zh-CN': waiting.map(({ person, name }) => name?.local ?? person),
  }
  const why = told(step, { base, procedure, openKeys: open.map(({ key }) => key), now, names })
  return {
    ...{ kind: 'step', step: step.id, key: step.key, role: step.role },
    ...(step.standIn === null ? {} : { standIn: step.standIn }),
    people: waiting.map(({ person, name }) => ({
      id: person,
      name: name === null ? null : { en: name.en, 'zh-CN': name.local },
    })),
    ...{ since: step.openedAt, dueAt: step.dueAt, dueOn: why?.dueOn ?? null },
    workingDaysLeft: why?.workingDaysLeft ?? null,
    sentence: why?.sentence ?? { en: step.id, 'zh-CN': step.id },
  }
}

const holdItem = async ({ db }: ApiParts, base: ReadBase): Promise<Item> => {
  const since = (await lastOfType(db, { stream: base.id, type: 'held' })) ?? base.lastEntryAt
  const until = base.nextDueAt
  const [calendar] = Object.values(base.calendars).filter(({ id }) => id.startsWith(`${base.country}@`))
  const utc = { offsets: [{ from: since, minutes: 0 }] }
  const zone = calendar ?? utc
  const dueOn = until === null ? null : dueDay(zone, until)
  const sentence = holds({ since: localDate(zone, since), until: dueOn ?? undefined })
  return { ...nothing, kind: 'hold', since, dueAt: until, dueOn, sentence }
}

const restItem = ({ awaitsSession, lastEntryAt: since }: ReadBase): Item =>
  awaitsSession
    ? { ...nothing, kind: 'session', since, sentence: restWaits.session }
    : { ...nothing, kind: 'paper', since, sentence: restWaits.paper }

const nothing = { people: [], dueAt: null, dueOn: null, workingDaysLeft: null }
