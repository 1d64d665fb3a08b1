import type { FastifyRequest } from 'fastify'
import { personOfSubject } from '../../db/reads/identities.js'
import { isKnownPerson } from '../../db/reads/people.js'
import { signInOfToken } from '../../db/reads/sign-ins.js'
import { logAccess } from '../../db/writes/access-log.js'
import { endSignIns, makeSignIn, takeBegunSignIn } from '../../db/writes/sign-ins.js'
import { seatsInForce } from '../auth/sight.js'
import { identifier } from '../contract/scalars.js'
import { signInMinutes, signInMinutesBegun } from '../limits.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import type { SignInFault } from '../sign-in-problems.js'
import { agentOf } from './agent.js'
import { wordIn } from './cookies.js'
import { protectionOf } from './marks.js'
import type { Provider, Told } from './provider.js'

/** Signs in whoever comes back from the provider, and says where to go on. What was signed in on this browser before ends. */
export const comeBack = async (
  parts: ApiParts,
  { provider, request }: { readonly provider: Provider; readonly request: FastifyRequest },
): Promise<{ readonly token: string; readonly returnTo: string }> => {
  const { db, clock, config } = parts
  const now = clock()
  const browser = wordIn(parts, { request, kind: 'signing-in' })
  const since = new Date(now.getTime() - signInMinutesBegun * 60_000).toISOString()
  const begun = browser === undefined ? undefined : await takeBegunSignIn(db, { browser, since })
  if (browser === undefined || begun === undefined) throw failed('late')
  const address = new URL(request.url, config.API_PUBLIC_URL)
  const told = await provider.finish({ ...protectionOf(browser), address, isFresh: begun.isFresh })
  const person = await personOf(parts, told)
  const at = now.toISOString()
  await endFormer(parts, { request, at })
  const { id, token } = await makeSignIn(db, {
    person,
    means: provider.means,
    askedAt: told.askedAt,
    agent: agentOf(request.headers['user-agent']),
    at,
    endsAt: new Date(now.getTime() + signInMinutes * 60_000).toISOString(),
  })
  await logAccess(db, { at, person, kind: 'signed_in', subject: 'sign_in', stream: null, object: id })
  return { token, returnTo: begun.returnTo }
}

/** Whom the provider means: a known person with a seat in force. */
const personOf = async (parts: ApiParts, { issuer, subject }: Told): Promise<string> => {
  const found = identifier.safeParse(await personOfSubject(parts.db, { issuer, subject }))
  if (!found.success || !(await isKnownPerson(parts.db, { id: found.data }))) throw failed('nobody')
  if ((await seatsInForce(parts, found.data)).length === 0) throw failed('no_seat')
  return found.data
}

const endFormer = async (
  parts: ApiParts,
  { request, at }: { readonly request: FastifyRequest; readonly at: string },
): Promise<void> => {
  const token = wordIn(parts, { request, kind: 'signed-in' })
  const former = token === undefined ? undefined : await signInOfToken(parts.db, token)
  if (former !== undefined) await endSignIns(parts.db, { person: former.person, id: former.id, at })
}

const failed = (reason: SignInFault): ProblemError => new ProblemError({ code: 'sign_in_failed', detail: { reason } })
