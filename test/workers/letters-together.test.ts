import { afterEach, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { now } from '../../clock/machine-clock.js'
import { letterCopies } from '../../db/reads/letter-copies.js'
import { savePeople } from '../../db/writes/people.js'
import { letterFailed, sendTogether, takeLetters } from '../../db/writes/letters.js'
import { resendLetter } from '../../db/writes/resend.js'
import { createMailbox } from '../../mail/mailbox.js'
import { createPostman, messageIdOf } from '../../mail/postman.js'
import { keepMailboxMessage } from '../../db/writes/mailbox.js'
import { deliver } from '../../workers/letters/deliver.js'
import { keptBack } from '../../workers/letters/still-needed.js'
import { lookAt } from '../../workers/letters/one-look.js'
import { standings, type StandingOf } from '../../workers/letters/standing.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { startRelay } from '../../workers/relay.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { play } from '../support/playing.js'
import { inOffice, seated } from './seated-readers.js'
import { defined } from '../../domain/values/defined.js'
import { anOutbox, outbox, queue, reader, until } from './an-outbox.js'

const from = { name: 'Programme office', address: 'office@programme.example' }
const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const opened = async (title: string) => {
  const made = await anOutbox(title)
  closing.push(made.close)
  const mailbox = await createMailbox({
    port: 0,
    host: '127.0.0.1',
    keep: ({ to, ...mail }) => keepMailboxMessage(made.db, { ...mail, to: to.join(', ') }),
  })
  closing.push(mailbox.close)
  return { ...made, port: mailbox.port }
}

type Opened = Awaited<ReturnType<typeof opened>>
const relayOf = ({ db, port }: Opened, gatherMs?: number) => {
  const postman = createPostman({ smtpUrl: `smtp://127.0.0.1:${port}`, from })
  const parts = { db, postman, log: pino({ level: 'silent' }), publicUrl: 'http://127.0.0.1:4310' }
  const relay = startRelay({ ...parts, sendsRehearsals: true, ...defined({ gatherMs }) })
  closing.push(relay.stop, postman.close)
}
const mails = ({ db }: Opened) =>
  db.selectFrom('mailbox_message').select(['subject', 'text', 'html', 'message_id']).orderBy('id').execute()
const settled = ({ db }: Opened) =>
  until(async () => {
    const rows = await outbox(db)
    return rows.every(({ state }) => state !== 'queued' && state !== 'unknown') ? rows : undefined
  })

test('what waits for one reader leaves as one mail under the name of its first letter, and what binds leaves alone', async () => {
  const programme = await opened('one mail')
  const { db } = programme
  await queue(db, { kind: 'held', seq: 1, facts: { code: 'FMJ' } })
  await queue(db, { kind: 'resumed', seq: 1, facts: {} })
  const binding = await queue(db, { kind: 'base_closed', seq: 1, facts: { status: 'declined' } })
  relayOf(programme)
  const letters = await settled(programme)
  const [first] = letters
  const sent = await mails(programme)
  expect(sent.map(({ message_id: id }) => id).toSorted()).toEqual(
    [first?.id ?? '', binding].map((id) => messageIdOf(id, from.address)).toSorted(),
  )
  const together = sent.find(({ message_id: id }) => id === messageIdOf(first?.id ?? '', from.address))
  expect(together?.subject).toMatch(/^3项事项，最早于\d+月\d+日前办理｜乐清.+ \/ 3 matters, the first by /)
  const [chinese = ''] = together?.text.split(/\n\n-{40}\n\n/) ?? []
  // Each is listed first, with what is asked and by when, and told after.
  expect(chinese.match(/^\d\. .*$/gm)).toEqual([
    expect.stringMatching(/^1\. 乐清.+：提交合作意向函，请提交合作意向函，20\d\d年.+前$/),
    '2. 事项暂停办理',
    '3. 事项恢复办理',
    expect.stringMatching(/^1\. 请于.+前办理：提交合作意向函$/),
    '2. 事项暂停办理',
    '3. 事项恢复办理',
  ])
  expect(chinese.match(/林女士/g)).toHaveLength(1)
  expect(together?.html?.match(/<h2/g)).toHaveLength(6)
  const { letters_sent: count } = await db.selectFrom('base').select('letters_sent').executeTakeFirstOrThrow()
  expect(count).toBe(4)
  const ids = letters.map(({ id }) => id)
  const copies = await letterCopies(db, ids)
  expect(ids.map((id) => copies.get(id)?.subject ?? '')).not.toContain(together?.subject)
  expect(new Set([...copies.values()].map(({ text }) => text)).size).toBe(4)
})

test('of a mail about two bases each letter keeps its own part, and nothing of the other base', async () => {
  const { db } = await opened('two bases')
  await queue(db, { kind: 'held', seq: 1, facts: { code: 'FMJ' } })
  const held = (await takeLetters(db, {})).find(({ kind }) => kind === 'held')
  if (held === undefined) throw new Error('nothing was queued')
  const elsewhere = { ...held, id: '00000000-0000-4000-8000-00000000000e', base: 'gasme-C10-hangji-1' }
  const parts = { db, log: pino({ level: 'silent' }), publicUrl: 'http://127.0.0.1:4310' }
  const [mail] = await writeLetters([held, elsewhere], parts)
  const namedIn = (text = '') => [held.base, elsewhere.base].map((base) => text.includes(base))
  expect(namedIn(mail?.rendered?.text)).toEqual([true, true])
  expect(namedIn(mail?.kept?.get(held.id)?.text)).toEqual([true, false])
  expect(namedIn(mail?.kept?.get(elsewhere.id)?.text)).toEqual([false, true])
})

test('what goes to another address travels alone, and its link acts for nobody', async () => {
  const programme = await opened('another address')
  const { db } = programme
  await queue(db, { kind: 'held', seq: 1, facts: { code: 'FMJ' } })
  const asked = await db.selectFrom('letter').select('id').where('kind', '=', 'step_opened').executeTakeFirstOrThrow()
  const made = await resendLetter(db, {
    id: asked.id,
    elsewhere: { recipient: reader.id, address: 'other@yueqing.example' },
    at: now(),
  })
  if (made === undefined || 'waits' in made) throw new Error('nothing was queued')
  relayOf(programme)
  await settled(programme)
  const sent = await db.selectFrom('mailbox_message').select(['recipient', 'text', 'message_id']).execute()
  const elsewhere = sent.filter(({ recipient }) => recipient === 'other@yueqing.example')
  expect(elsewhere.map(({ message_id: id }) => id)).toEqual([messageIdOf(made.letter, from.address)])
  expect(elsewhere[0]?.text).not.toMatch(/\/act#/)
  expect(sent.find(({ recipient }) => recipient === reader.email)?.text).toMatch(/\/act#/)
})

test('letters wait for others to their reader as long as the relay is told to gather', async () => {
  const programme = await opened('gathered')
  await queue(programme.db, { kind: 'held', seq: 1, facts: { code: 'FMJ' } })
  const taken = await takeLetters(programme.db, { gatherMs: 3_600_000 })
  // The one that was queued long ago takes along the one of this moment.
  expect(taken.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['held', 'step_opened']))
  for (const { id } of taken) await letterFailed(programme.db, { id, response: 'not begun', againMs: 0 })
  expect(await takeLetters(programme.db, { gatherMs: 3_600_000 })).toEqual([])
})

test('a letter about a step that was decided meanwhile is not sent, and says why', async () => {
  const programme = await opened('decided meanwhile')
  const [letter] = await takeLetters(programme.db, { leaseMs: 0 })
  if (letter === undefined) throw new Error('no letter was queued')
  expect(await keptBack(programme.db)(letter)).toBeUndefined()
  const base = aNominatedBase()
  base.turnTo('2026-11-27T03:00:00.000Z')
  act(base, { key: '1.2a', option: 'sent' })
  await recordLife(programme.db, base)
  expect(await keptBack(programme.db)(letter)).toEqual({ why: 'not sent: what it says of its step is no longer so' })
  relayOf(programme)
  const rows = await settled(programme)
  expect(rows.find(({ id }) => id === letter.id)).toMatchObject({ state: 'not_needed', response: /no longer so/ })
  expect((await mails(programme)).filter(({ text }) => text.includes('1.2a'))).toEqual([])
})

/** What asks the reader of the example to act on 1.2a, and the decision that others take on it meanwhile. */
const askedAndDecided = async (name: string) => {
  const { db } = await opened(name)
  const base = aNominatedBase()
  base.turnTo('2026-11-27T03:00:00.000Z')
  act(base, { key: '1.2a', option: 'sent' })
  const parts = { db, log: pino({ level: 'silent' }), publicUrl: 'http://127.0.0.1:4310' }
  return { db, parts, letters: await takeLetters(db, { leaseMs: 0 }), decide: () => recordLife(db, base) }
}

test('a mail that waited behind others does not leave once the step it asks for is decided; as long as nothing happened it is the same mail', async () => {
  const { db, parts, letters, decide } = await askedAndDecided('waited behind others')
  const postman = createPostman({ smtpUrl: 'smtp://127.0.0.1:9', from })
  const { mails: written, asItStands } = await lookAt(letters, { ...parts, postman, sendsRehearsals: true })
  const [mail] = written
  if (mail === undefined) throw new Error('no mail was written')
  expect(await asItStands(mail)).toEqual([mail])
  await decide()
  expect(await asItStands(mail)).toEqual([])
  expect((await outbox(db)).find(({ id }) => id === mail.id)).toMatchObject({ state: 'not_needed' })
})

test('a letter is worded from the look by which it was judged: it never asks for an act and names none', async () => {
  const { db, parts, letters, decide } = await askedAndDecided('one look')
  const standingOf = standings(db)
  for (const letter of letters) expect(await keptBack(db, { standingOf })(letter)).toBeUndefined()
  await decide()
  const subjectBy = async (look: StandingOf) =>
    (await writeLetters(letters, { ...parts, standingOf: look }))[0]?.rendered?.subject
  expect(await subjectBy(standingOf)).toMatch(/前办理/)
  expect(await subjectBy(standings(db))).not.toMatch(/前办理/)
})

test('a letter that was handed over and had no answer is sent again as it was, whatever was decided since', async () => {
  const programme = await opened('handed over before')
  const [letter] = await takeLetters(programme.db, { leaseMs: 0 })
  if (letter === undefined) throw new Error('no letter was queued')
  const { id } = letter
  await sendTogether(programme.db, { first: id, letters: [id] })
  await letterFailed(programme.db, { id, response: 'no answer', againMs: 0, mayHaveCome: true })
  const base = aNominatedBase()
  base.turnTo('2026-11-27T03:00:00.000Z')
  act(base, { key: '1.2a', option: 'sent' })
  await recordLife(programme.db, base)
  const again = (await takeLetters(programme.db, { leaseMs: 0 })).find((one) => one.id === id)
  expect(again && (await keptBack(programme.db)(again))).toBeUndefined()
  await letterFailed(programme.db, { id, response: 'refused', againMs: 0, mayHaveCome: false })
  const [unsent] = (await takeLetters(programme.db, { leaseMs: 0 })).filter((one) => one.id === id)
  expect(unsent && (await keptBack(programme.db)(unsent))).toMatchObject({ why: expect.stringMatching(/no longer so/) })
})

test('a letter that may have come once is the same mail ever after, also when it surely did not come the next time', async () => {
  const { db } = await opened('may have come once')
  const answers = [
    { accepted: false, permanent: false, unknown: true, response: 'the line was dropped' },
    { accepted: false, permanent: false, unknown: false, response: '450' },
  ] as const
  const log = pino({ level: 'silent' })
  for (const answer of answers) {
    const postman = { send: () => Promise.resolve(answer), close: () => undefined }
    await db.updateTable('letter').set({ next_attempt_at: '2026-01-01T00:00:00.000Z' }).execute()
    const due = await takeLetters(db, { leaseMs: 0 })
    for (const mail of await writeLetters(due, { db, log, publicUrl: 'http://127.0.0.1:4310' }))
      await deliver(mail, { db, postman, log, sendsRehearsals: true })
  }
  const rows = await db.selectFrom('letter').select(['id', 'state', 'sent_with']).execute()
  expect(rows).toEqual(rows.map(({ id }) => ({ id, state: 'queued', sent_with: id })))
  expect(rows).toHaveLength(1)
})

test('a letter that was refused for good keeps the mail it left in, by which the mail server knows it', async () => {
  const { db } = await opened('refused for good')
  await queue(db, { kind: 'held', seq: 1, facts: { code: 'FMJ' } })
  await queue(db, { kind: 'resumed', seq: 1, facts: {} })
  const [first, other] = await takeLetters(db, { leaseMs: 0 })
  if (first === undefined || other === undefined) throw new Error('two letters were to be queued')
  await sendTogether(db, { first: first.id, letters: [first.id, other.id] })
  for (const { id } of [first, other]) await letterFailed(db, { id, response: '550', mayHaveCome: false })
  const rows = await db
    .selectFrom('letter')
    .select(['state', 'sent_with'])
    .where('id', 'in', [first.id, other.id])
    .execute()
  expect(rows).toEqual([1, 2].map(() => ({ state: 'failed', sent_with: first.id })))
})

test('whoever has acted is not asked again, whoever has not still is, and whoever only sees to it is told', async () => {
  const programme = await opened('acted already')
  const { db } = programme
  const base = aNominatedBase()
  base.turnTo('2026-11-27T03:00:00.000Z')
  play(base, { until: () => base.open('1.8') !== undefined })
  // An assessor of no known country acts nowhere.
  const organisation = { programme: 'gasme', id: inOffice.organisation, name: { en: 'Office', local: 'Office' } }
  await savePeople(db, { organisations: [{ ...organisation, country: 'US' }], people: [] })
  await seated(db, [
    ['EX', 1, 'en'],
    ['EX', 2, 'en'],
    ['PM', 1, 'en'],
  ])
  act(base, { key: '1.8', option: 'score', number: 1 })
  await recordLife(db, base)
  const step = base.open('1.8')?.id ?? ''
  const asked = async (to: string) => {
    const id = await queue(db, { kind: 'reminded', seq: 1, facts: { step, key: '1.8', rung: 1 }, to })
    await db.updateTable('letter').set({ step }).where('id', '=', id).execute()
    const letter = (await takeLetters(db, { limit: 500, leaseMs: 0 })).find((one) => one.id === id)
    return letter === undefined ? 'not queued' : await keptBack(db)(letter)
  }
  expect(await asked('p-ex-1')).toEqual({
    why: 'not sent: the rules keep its reader from acting on the step, or it was done already',
  })
  expect(await asked('p-ex-2')).toBeUndefined()
  expect(await asked('p-pm-1')).toBeUndefined()
})
