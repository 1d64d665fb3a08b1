import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { listDelegations, type ListedDelegation } from '../../db/reads/delegations.js'
import { basesNamed } from '../../db/reads/own-seats.js'
import { isKnownPerson, readMandate } from '../../db/reads/people.js'
import type { Named } from '../../domain/values/named.js'
import { endOfSeat, firstMoment } from '../asking/asked-moment.js'
import { heldBy } from '../auth/actor.js'
import { mustBeSeated } from '../auth/before-writing.js'
import { seesStream, sightOf } from '../auth/sight.js'
import { askOf } from '../commands/ask.js'
import { mustBeThere } from '../commands/seats.js'
import { derivedUuid } from '../commands/fingerprint.js'
import { toProgramme } from '../commands/to-programme.js'
import { readBy } from '../contract/commands/entry.js'
import { lending, who } from '../contract/commands/who.js'
import { PageOfProgrammeQuery } from '../contract/page.js'
import { DelegationsResponse } from '../contract/who.js'
import type { DelegationResponse } from '../contract/who.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { isPlainDate } from '../../domain/calendar-date.js'
import { programmeOfBase, type BaseId, type Instant, type PersonId } from '../../domain/ids.js'
import { roles, type Role } from '../../domain/role.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import { pageView } from '../views/page-view.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'
import { defined } from '../../domain/values/defined.js'

/** Interests in one base (SD5), and open steps given to one holder of their role. */
export const addWho = (app: ApiApp, parts: ApiParts): void => {
  const { forBase } = tableOf(app, parts)
  forBase(who.declare_interest, async ({ params: { id: base }, body: { kind, person } }, sender) => {
    const of = person === undefined ? undefined : await named(parts, { by: sender, person, base })
    return (kept) => ({ type: 'declare_interest', kind, ...defined({ of }), ...kept })
  })
  forBase(who.reassign, async ({ params: { id: base, step }, body: { to: person, code } }, sender) => {
    const to = await named(parts, { by: sender, person, base })
    return (kept) => ({ type: 'reassign', step, to, code, ...kept })
  })
}

/**
 * Somebody named in a command, with the mandates of that person. Throws for one who is not known, where the sender may know who is;
 * before others nobody is told apart, and the judge says no of the sender alone (8.12).
 */
export const named = async (
  parts: ApiParts,
  { by, person, base }: { by: string; person: PersonId; base: BaseId },
): Promise<Named> => {
  if (!(await isKnownPerson(parts.db, { id: person })) && seesStream(await sightOf(parts, by), base))
    throw notFound(`person ${person}`)
  return { person, mandates: await heldBy(parts, { person, programme: programmeOfBase(base) }) }
}

/** Seats lent to another person until a date (SD7). */
export const addDelegations = (app: ApiApp, parts: ApiParts): void => {
  const tags = ['people']
  const list = { querystring: PageOfProgrammeQuery, response: { 200: DelegationsResponse, ...problems }, tags }
  app.get('/delegations', { schema: { ...list, summary: 'Delegations you gave or have' } }, async (request) => {
    const asked = { person: request.person, now: parts.clock().toISOString(), ...request.query }
    return pageView(await listDelegations(parts.db, asked), delegationView)
  })
  const { route, forProgramme } = tableOf(app, parts)
  forProgramme(
    lending.delegate,
    async ({ ask, params: { programme }, body: { role, base, to, steps, from, until } }) => {
      // Who has nothing to lend learns nothing of whom it could be lent to, or for what (8.12).
      const own = (await heldBy(parts, { person: ask.person, programme })).filter((seat) => seat.role === role)
      if (own.length > 0 && !(await isKnownPerson(parts.db, { id: to }))) throw notFound(`person ${to}`)
      if (own.some((seat) => seat.base === undefined)) await mustBeThere(parts, { programme, bases: [base] })
      const zone = await zoneOfLender(parts, { role, base, own })
      const scope = defined({ base, steps, zone, from: from === undefined ? undefined : firstMoment(from, zone) })
      return {
        type: 'delegate',
        id: derivedUuid(ask.key, 'delegation'),
        role,
        to: { person: to, mandates: await heldBy(parts, { person: to, programme }) },
        ...scope,
        until: endOfLoan(until, { own, zone }),
      }
    },
  )
  const { end_delegation: ending } = lending
  route(ending, async (request) => {
    const { id: delegation } = readBy(ending, request).params
    const programme = await programmeOfSeat(parts, { request, id: delegation, kind: 'delegation' })
    const command = async () => ({ type: 'end_delegation' as const, delegation })
    return await toProgramme(parts, { ask: askOf(request), programme, command })
  })
}

/** Where the side that lends has its days: at the place, for a seat of the place; undefined: where the programme is (R4). */
const zoneOfLender = async (
  { db }: ApiParts,
  { role, base, own }: { readonly role: Role; readonly base: BaseId | undefined; readonly own: readonly HeldMandate[] },
): Promise<string | undefined> => {
  if (roles[role].side === 'programme') return undefined
  const [place, ...others] = base === undefined ? [...new Set(own.flatMap((seat) => seat.base ?? []))] : [base]
  if (place === undefined || others.length > 0) return undefined
  return (await basesNamed(db, [place])).get(place)?.zone ?? undefined
}

/** A date is lent to 24:00 of the lender's side, or to the end of the own seat where that ends in the course of the same day. */
export const endOfLoan = (
  until: string,
  { own, zone }: { readonly own: readonly HeldMandate[]; readonly zone: string | undefined },
): Instant => {
  const ends = endOfSeat(until, zone)
  if (!isPlainDate(until)) return ends
  const begins = firstMoment(until, zone)
  const onTheDay = own.flatMap((seat) => seat.until ?? []).filter((end) => end > begins && end < ends)
  return onTheDay.toSorted().at(-1) ?? ends
}

/** The programme of a seat that is named by its id. Throws for one that is not there, or for somebody who holds none there. */
export const programmeOfSeat = async (
  parts: ApiParts,
  { request: { person }, id, kind }: { request: FastifyRequest; id: string; kind: 'mandate' | 'delegation' },
): Promise<string> => {
  const otherwise = notFound(`${kind} ${id}`)
  const found = await readMandate(parts.db, { id })
  if (found === undefined) throw otherwise
  const { programme } = found
  await mustBeSeated(parts, { person, programme, otherwise })
  // Of seats that are neither lent by nor to somebody a place learns nothing, not even that there are such (8.12).
  if (![found.person, found.delegator].includes(person) && !seesStream(await sightOf(parts, person), programme))
    throw otherwise
  return programme
}

const delegationView = (row: ListedDelegation): z.output<typeof DelegationResponse> => ({
  id: row.id,
  programme: row.programme,
  role: row.role,
  base: row.base,
  zone: row.zone,
  delegate: row.person,
  delegator: row.delegator ?? '',
  steps: row.steps === null ? null : [...row.steps],
  from: row.from_at,
  until: row.until_at ?? '',
})
