import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import { z } from 'zod'
import { buildApi } from '../../api/app.js'
import type { ApiApp } from '../../api/parts.js'
import { defined } from '../../domain/values/defined.js'
import { anAuthenticator } from '../support/an-authenticator.js'
import { aBrowser } from './a-browser.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'

/** Where pages are: browsers keep passkeys for names alone. */
export const here = 'http://localhost:4310'

const Options = z.object({ options: z.looseObject({ challenge: z.string() }) })
const Marked = z.object({ mark: z.string() })
const Kept = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), usedAt: z.string().nullable() })) })

/** Somebody at a browser of that API, signed in, who sends JSON from a page of ours. */
const at = async (app: ApiApp, person: string) => {
  const browser = aBrowser(app, here)
  await browser.signIn(person)
  const json = { accept: 'application/json' }
  const { mark } = Marked.parse((await browser.ask('/sign-ins/current', { headers: json })).json())
  const headers = { ...json, 'x-csrf-token': mark, 'content-type': 'application/json' }
  const sendAs = ({ url, payload, more = {} }: { url: string; payload: object; more?: object }) =>
    browser.ask(url, { method: 'POST', payload, headers: { ...headers, ...more } })
  const send = (url: string, payload: object) => sendAs({ url, payload })
  const asked = async (url: string, payload: object) => Options.parse((await send(url, payload)).json()).options
  return {
    browser,
    send,
    sendAs,
    asked,
    kept: async () => Kept.parse((await browser.ask('/passkeys', { headers: json })).json()).items,
    remove: (id: string) =>
      browser.ask(`/passkeys/${id}`, { method: 'DELETE', headers: { ...json, 'x-csrf-token': mark } }),
  }
}
type Somebody = Awaited<ReturnType<typeof at>>
export type Authenticator = ReturnType<typeof anAuthenticator>

/** Has an authenticator make a key for somebody, and brings it. */
export const brought = async (who: Somebody, { make }: Pick<Authenticator, 'make'>) =>
  await who.send('/passkeys', { name: 'Laptop', credential: make(await who.asked('/passkeys/registrations', {})) })

/** An act as it will be sent. */
export interface AnAct {
  readonly path: string
  readonly key: string
  readonly body: object
}

const path = '/programmes/gasme/calls'
/** An act that was never sent. */
export const anAct = (): AnAct => ({ path, key: randomUUID(), body: { call: `call-${randomUUID().slice(0, 8)}` } })
/** Sends it, with what a passkey says of it. */
export const act = (who: Somebody, { path: url, key, body, said }: AnAct & { readonly said?: object }) =>
  who.sendAs({
    url,
    payload: body,
    more: defined({
      'idempotency-key': key,
      'passkey-assertion': said === undefined ? undefined : Buffer.from(JSON.stringify(said)).toString('base64url'),
    }),
  })

/** What was answered, in two words. */
export const why = (answer: { statusCode: number; json: () => unknown }) => [answer.statusCode, bodyOf(answer).code]

/** An API with passkeys of its own for a file of tests, whose clock stands until it is moved; each test begins without any. */
export const withPasskeys = (title: string) => {
  let api: AnApi
  let app: ApiApp
  let now = new Date(dayOfTheApi)
  beforeAll(async () => {
    api = await anApi(title, { API_PUBLIC_URL: here })
    app = await buildApi({ ...api.parts, clock: () => now })
  }, 60_000)
  beforeEach(() => {
    now = new Date(dayOfTheApi)
    api.door.sent.splice(0)
  })
  afterEach(async () => {
    await api.parts.db.deleteFrom('passkey').execute()
    await api.parts.db.deleteFrom('passkey_challenge').execute()
  })
  afterAll(async () => {
    await app.close()
    await api.close()
  })
  const later = (minutes: number): void => {
    now = new Date(now.getTime() + minutes * 60_000)
  }
  const somebody = (person: string): Promise<Somebody> => at(app, person)
  return {
    api: () => api,
    now: () => now,
    later,
    somebody,
    /** By what the sender of the last command was known. */
    factor: () => api.door.sent.at(-1)?.actor.factor,
    /** Somebody with a passkey, who signed in an hour ago. */
    withKey: async (person: string, authenticator = anAuthenticator({ origin: here })) => {
      const who = await somebody(person)
      expect((await brought(who, authenticator)).statusCode).toBe(201)
      later(60)
      return { who, authenticator }
    },
  }
}
