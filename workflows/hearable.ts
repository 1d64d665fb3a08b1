import type { BaseId, PersonId } from '../domain/ids.js'
import type { CapPlace } from '../domain/caps.js'
import { reasonCodes, type ReasonCode } from '../domain/reason-code.js'
import { isRole, type Role } from '../domain/role.js'
import type { Stand } from '../domain/stand.js'
import { defined } from '../domain/values/defined.js'
import { sessionModes, type SessionDay, type SessionMode } from '../domain/values/session-meeting.js'
import { isPlainDate } from '../domain/calendar-date.js'

/**
 * What a signal says, member by member; undefined where it is not what its definition says. Anybody who reaches the Temporal
 * server can send one: whatever else it carries is left behind, and a text no database can keep is none, because a task or
 * an activity that fails over what it carries would stop the workflow until somebody ends it.
 */
export const rankedIn = (
  news: unknown,
): { readonly session: string; readonly place: number; readonly of: number } | undefined => {
  const { session, place, of } = membersOf(news)
  return isText(session) && isWhole(place) && isWhole(of) ? { session, place, of } : undefined
}

/** The same of a session whose day was moved. */
export const movedIn = (
  news: unknown,
): { readonly session: string; readonly meets: SessionDay; readonly code: ReasonCode } | undefined => {
  const { session, meets, code } = membersOf(news)
  const { on, mode } = membersOf(meets)
  return isText(session) && isText(on) && isPlainDate(on) && isMode(mode) && isCode(code)
    ? { session, meets: { on, mode }, code }
    : undefined
}

const isMode = (value: unknown): value is SessionMode => sessionModes.some((mode) => mode === value)

/** The same of an offer. */
export const offeredIn = (news: unknown): { readonly offer: string } | undefined => {
  const { offer } = membersOf(news)
  return isText(offer) ? { offer } : undefined
}

/** The same of somebody who left. */
export const leavingIn = (
  news: unknown,
): { readonly person: PersonId; readonly roles: readonly Role[] } | undefined => {
  const { person, roles: vacant } = membersOf(news)
  return isText(person) && Array.isArray(vacant) && vacant.every((role) => isText(role) && isRole(role))
    ? { person, roles: vacant }
    : undefined
}

/** The same of where a base stands. */
export const standingIn = (
  news: unknown,
): { readonly base: BaseId; readonly seq: number; readonly stand: Stand } | undefined => {
  const { base, seq, stand: told } = membersOf(news)
  const stand = standIn(membersOf(told))
  return isText(base) && isWhole(seq) && stand !== undefined ? { base, seq, stand } : undefined
}

const standIn = (told: Members): Stand | undefined => {
  const { is, slot, active, passed, offer, until } = told
  if (is === 'none') return { is }
  const place = placeIn(membersOf(told['place']))
  if (is === 'holding')
    return isWhole(slot) && typeof active === 'boolean' && place !== undefined ? { is, slot, active, place } : undefined
  const waiting = place && waitingIn(told, place)
  if (waiting === undefined) return undefined
  if (is === 'waiting')
    return areTexts(passed) && isTextIfAny(offer) ? { is, ...waiting, passed, ...defined({ offer }) } : undefined
  if (!isText(offer)) return undefined
  if (is === 'offered') return isText(until) ? { is, ...waiting, offer, until } : undefined
  return is === 'accepted' ? { is, ...waiting, offer } : undefined
}

const waitingIn = ({ score, since, waived, code }: Members, place: CapPlace) =>
  typeof score === 'number' && isText(since) && typeof waived === 'boolean' && (code === undefined || isCode(code))
    ? { place, score, since, waived, ...defined({ code }) }
    : undefined

const placeIn = ({ cluster, category, province, overlaps }: Members): CapPlace | undefined =>
  isText(cluster) && isText(category) && isText(province) && areTexts(overlaps)
    ? { cluster, category, province, overlaps }
    : undefined

type Members = Readonly<Record<string, unknown>>

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

/** Ids, codes and instants: short, and without a lone surrogate or a zero, which PostgreSQL takes in no text. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 200 && !/[\ud800-\udfff\0]/u.test(value)

const isTextIfAny = (value: unknown): value is string | undefined => value === undefined || isText(value)

const areTexts = (values: unknown): values is readonly string[] => Array.isArray(values) && values.every(isText)

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

const isCode = (value: unknown): value is ReasonCode => reasonCodes.some((code) => code === value)
