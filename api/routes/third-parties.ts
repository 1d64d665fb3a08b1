import { isOnRecordNear } from '../../db/reads/addresses-on-record.js'
import { mandatesOf } from '../../db/reads/people.js'
import { thirdPartiesOn, type ThirdPartyOn } from '../../db/reads/third-parties.js'
import { forgetPrepared, isPrepared, prepareThirdParty } from '../../db/writes/third-parties.js'
import { programmeOfBase } from '../../domain/ids.js'
import { offices } from '../../domain/role.js'
import { isFor } from '../../domain/seat.js'
import { defined } from '../../domain/values/defined.js'
import { askOf } from '../commands/ask.js'
import { derivedUuid } from '../commands/fingerprint.js'
import { toBase } from '../commands/to-base.js'
import { readBy } from '../contract/commands/entry.js'
import { thirdParties as commands } from '../contract/commands/third-parties.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError, statusOf } from '../problems.js'
import { followUpSeen } from './follow-up.js'
import { tableOf } from './from-table.js'

/**
 * Asks somebody outside about an activity (0066): the address is kept first, written to once the ledger says so, and taken away at once
 * where it was refused. Refuses an address that is on record for somebody inside.
 */
export const addThirdParties = (app: ApiApp, parts: ApiParts): void => {
  const { ask_third_party: entry } = commands
  tableOf(app, parts).route(entry, async (request) => {
    const ask = askOf(request)
    const { params, body } = readBy(entry, request)
    const { activity, email: address, language = 'zh-CN' } = body
    const { id: base } = params
    const confirmation = derivedUuid('third party', ask.key)
    // The same request once more is answered as it was, whatever has become of the activity.
    const isFresh = !(await isPrepared(parts.db, confirmation))
    const undelivered = await undeliveredOn(parts, { base, activity })
    if (isFresh) {
      await mustBeAskable(parts, { base, person: request.person, activity })
      await mustBeOutside(parts, { base, person: request.person, address })
      const at = parts.clock().toISOString()
      await prepareThirdParty(parts.db, { id: confirmation, base, activity, address, language, at })
    }
    try {
      const answer = await toBase(parts, {
        request,
        ask,
        base,
        command: () => ({ type: 'ask_third_party', confirmation, activity, ...defined({ instead: undelivered }) }),
      })
      if (isFresh && isRefused(answer.status)) await forgetPrepared(parts.db, confirmation)
      return answer
    } catch (error) {
      if (isFresh && error instanceof ProblemError && isRefused(statusOf(error.no)))
        await forgetPrepared(parts.db, confirmation)
      throw error
    }
  })
}

/** A no; what could not be carried to the base may still come to it, and keeps its address. */
const isRefused = (status: number): boolean => status >= 400 && status < 500

interface Wanted {
  readonly base: string
  readonly person: string
  readonly activity: string
}

/** It was noted on a sheet, stands, is for the eyes of whoever asks, and nobody outside has answered about it. */
const mustBeAskable = async (parts: ApiParts, { base, person, activity }: Wanted): Promise<void> => {
  const { items } = await followUpSeen(parts, { base, person, kind: 'activity', status: undefined })
  const found = items.find(({ id, status }) => id === activity && (status === 'recorded' || status === 'done'))
  if (found === undefined) throw new ProblemError({ code: 'activity_not_noted', detail: { activity } })
  const on = await questionOn(parts, { base, activity })
  if (on?.answeredAt !== undefined)
    throw new ProblemError({ code: 'third_party_answered', detail: { activity, at: on.answeredAt } })
}

interface About {
  readonly base: string
  readonly activity: string
}

const questionOn = async ({ db, clock }: ApiParts, { base, activity }: About): Promise<ThirdPartyOn | undefined> =>
  (await thirdPartiesOn(db, { base, now: clock().toISOString() })).get(activity)

/** The last question about an activity, if it could not be delivered: nobody can answer it, so another one comes in its place. */
const undeliveredOn = async (parts: ApiParts, about: About): Promise<string | undefined> => {
  const on = await questionOn(parts, about)
  return on?.state === 'not_delivered' ? on.id : undefined
}

interface NamedBy {
  readonly base: string
  readonly person: string
  readonly address: string
}

/**
 * Nobody confirms what the own side noted. Whoever may not ask at all is not told whether an address is known: the judge refuses that
 * person for the role.
 */
const mustBeOutside = async (parts: ApiParts, { base, person, address }: NamedBy): Promise<void> => {
  const of = { person, programme: programmeOfBase(base) }
  const asking = (await mandatesOf(parts.db, of)).filter(({ role }) => offices.asksThirdParties.includes(role))
  const mayAsk = asking.some((seat) => isFor(seat, base))
  if (mayAsk && (await isOnRecordNear(parts.db, { base, person, address })))
    throw new ProblemError({ code: 'third_party_not_outside', detail: { base } })
}
