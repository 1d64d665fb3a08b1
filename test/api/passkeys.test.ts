import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { anAuthenticator } from '../support/an-authenticator.js'
import { fieldsOf, posted } from './a-page.js'
import { bodyOf } from './an-api.js'
import { asForm } from './signed-in.js'
import { act, anAct, brought, here, why, withPasskeys, type AnAct, type Authenticator } from './with-passkeys.js'

const { api, now, later, somebody, factor, withKey } = withPasskeys('passkeys')

test('a passkey vouches for one act, which says so, long after its person signed in; the act alone says nothing of the kind', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const one = anAct()
  const said = authenticator.say(await who.asked('/passkeys/challenges', one))
  expect((await act(who, { ...one, said })).statusCode).toBe(200)
  expect(factor()).toBe('passkey')
  await act(who, anAct())
  expect(factor()).toBeUndefined()
  expect(await who.kept()).toEqual([expect.objectContaining({ name: 'Laptop', usedAt: now().toISOString() })])
  // What was sent already is sent again without it, as what it was.
  expect((await act(who, one)).statusCode).toBe(200)
})

test('what a passkey says is good once, and for nobody else, no other act, body, id or address, and not for ever', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const elsewhere = '/programmes/gasme/sessions'
  /** Has one act asked about, and sends another with what is said of it. */
  const instead = async (sent: Partial<AnAct>, asked: Partial<AnAct> = {}) => {
    const one = anAct()
    const said = authenticator.say(await who.asked('/passkeys/challenges', { ...one, ...asked }))
    return {
      sent: await act(who, { ...one, ...sent, said }),
      again: () => act(who, { ...one, key: randomUUID(), said }),
    }
  }
  const refused = {
    again: async () => await (await instead({})).again(),
    'another body': async () => (await instead({ body: anAct().body })).sent,
    'another id': async () => (await instead({ key: randomUUID() })).sent,
    'another address': async () => (await instead({}, { path: elsewhere })).sent,
    'too late': async () => {
      const one = anAct()
      const said = authenticator.say(await who.asked('/passkeys/challenges', one))
      later(6)
      return await act(who, { ...one, said })
    },
    'a key that was to be made': async () => {
      const fresh = await somebody('p-pm-1')
      return await act(who, { ...anAct(), said: authenticator.say(await fresh.asked('/passkeys/registrations', {})) })
    },
    nonsense: async () => await act(who, { ...anAct(), said: { id: 'x' } }),
  }
  expect((await instead({})).sent.statusCode).toBe(200)
  for (const [what, sent] of Object.entries(refused))
    expect([what, ...why(await sent())]).toEqual([what, 403, 'passkey_refused'])
  const one = anAct()
  const other = await withKey('p-pm-2')
  const hers = authenticator.say(await who.asked('/passkeys/challenges', one))
  expect(why(await act(other.who, { ...one, said: hers }))).toEqual([403, 'passkey_refused'])
  // Nobody else uses it up.
  expect((await act(who, { ...one, said: hers })).statusCode).toBe(200)
})

test('an assertion of another origin or party, without its person verified, of another key, or for a challenge of nobody is refused', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ways = [
    { origin: 'https://localhost.example' },
    { rpID: 'localhost.example' },
    { isVerified: false },
    { by: privateKey },
    { challenge: 'A'.repeat(43) },
  ]
  for (const otherwise of ways) {
    const one = anAct()
    const said = authenticator.say(await who.asked('/passkeys/challenges', one), otherwise)
    expect([otherwise, ...why(await act(who, { ...one, said }))]).toEqual([otherwise, 403, 'passkey_refused'])
  }
  const one = anAct()
  const foreign = anAuthenticator({ origin: here }).say(await who.asked('/passkeys/challenges', one))
  expect(why(await act(who, { ...one, said: foreign }))).toEqual([403, 'passkey_refused'])
  const another = anAct()
  expect(
    (await act(who, { ...another, said: authenticator.say(await who.asked('/passkeys/challenges', another)) }))
      .statusCode,
  ).toBe(200)
})

test('a count that goes back is refused, as of a copied key; an authenticator that never counts is taken', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const used = async (of: Authenticator, otherwise: Parameters<Authenticator['say']>[1] = {}) => {
    const one = anAct()
    return await act(who, { ...one, said: of.say(await who.asked('/passkeys/challenges', one), otherwise) })
  }
  expect((await used(authenticator, { counter: 9 })).statusCode).toBe(200)
  for (const counter of [9, 8, 0]) {
    const no = await used(authenticator, { counter })
    expect([...why(no), bodyOf(no).detail.includes('counted no further')]).toEqual([403, 'passkey_refused', true])
  }
  expect((await used(authenticator, { counter: 10 })).statusCode).toBe(200)
  const silent = anAuthenticator({ origin: here, counts: false })
  expect((await brought(await somebody('p-pm-1'), silent)).statusCode).toBe(201)
  expect([(await used(silent)).statusCode, (await used(silent)).statusCode]).toEqual([200, 200])
})

test('the form of a page is vouched for as it is sent, line ends and all, and no other form is', async () => {
  const { who, authenticator } = await withKey('p-ad-1')
  const people = '/programmes/gasme/people'
  const shown = await who.browser.ask(`${people}?kept=p-so-1&lang=en`)
  expect(String(shown.headers['content-security-policy'])).toMatch(/script-src(?: 'sha256-[^']+')+; connect-src 'self'/)
  expect(shown.body).toContain('data-passkey="/passkeys/challenges"')
  const fields = {
    ...fieldsOf(shown.body.slice(shown.body.indexOf('id="kept"')), people),
    do: 'erase',
    note: 'one\ntwo',
  }
  const send = async (said: object, sent: Readonly<Record<string, string>>) =>
    await who.browser.ask(people, {
      method: 'POST',
      payload: posted({ ...sent, passkey: JSON.stringify(said) }),
      headers: asForm,
    })
  const asked = () => who.asked('/passkeys/challenges', { path: people, form: posted(fields) })
  const other = await send(authenticator.say(await asked()), { ...fields, person: 'p-so-2' })
  expect([other.statusCode, api().door.sent.length]).toEqual([403, 0])
  await send(authenticator.say(await asked()), { ...fields, note: 'one\r\ntwo' })
  expect([api().door.sent.length, factor()]).toEqual([1, 'passkey'])
  later(20)
  const fresh = await somebody('p-ad-1')
  const calm = await fresh.browser.ask(`${people}?kept=p-so-1&lang=en`)
  expect(calm.body).not.toContain('data-passkey')
})
