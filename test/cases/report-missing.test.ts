import { afterEach, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import pino from 'pino'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { savePeople, saveBootstrapMandates } from '../../db/writes/people.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import { createMailbox } from '../../mail/mailbox.js'
import { createPostman } from '../../mail/postman.js'
import { startRelay } from '../../workers/relay.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { startScriptedServer } from '../mail/scripted-server.js'
import { connect } from '../../db/connect.js'
import { aBase, aNominatedBase, type ABase, type Saved } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase } from '../support/services.js'
import { until } from '../workers/an-outbox.js'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test('a report is missing only after two written reminders that arrived: one that bounced is sent again first (14.15, E3)', async () => {
  const { db, base } = await awaitingReport('report missing, bounced')
  await passes(base, { db, reminders: 3 })
  await mailServer(db, 'takes everything')
  await passes(base, { db, reminders: 4 })
  await mailServer(db, 550)
  await passes(base, { db, reminders: 5 })
  await mailServer(db, 'takes everything')
  // A notice that a later one caught up with before it left is not needed; written reminders leave each by itself.
  expect(await lettersOfReminders(db)).toEqual(['not_needed', 'not_needed', 'sent', 'failed', 'sent'])
  const asked = await passes(base, { db, reminders: 6 })
  expect(asked).toEqual([{ code: 'reminder_bounced', step: '5.2a.1', rung: 3 }])
  expect(base.openKeys()).toContain('5.2a')
  expect(base.events().slice(-2)).toMatchObject([
    { type: 'escalated', tells: ['PM', 'PD'] },
    { type: 'reminded', tells: ['actor', 'LG', 'HG', 'PM'] },
  ])
  const sentAgain = base.now()
  await mailServer(db, 'takes everything')
  await passes(base, { db, reminders: 7 })
  expect(base.events().findLast(({ type }) => type === 'step_closed')).toMatchObject({ option: 'report_missing' })
  expect(base.now() > sentAgain).toBe(true)
})

test('a report is missing after two written reminders that arrived, though a notice before the date bounced (14.15, E3)', async () => {
  const { db, base } = await awaitingReport('report missing, arrived')
  await passes(base, { db, reminders: 1 })
  await mailServer(db, 550)
  await passes(base, { db, reminders: 5 })
  await mailServer(db, 'takes everything')
  expect(await lettersOfReminders(db)).toEqual(['failed', 'not_needed', 'not_needed', 'sent', 'sent'])
  expect(await passes(base, { db, reminders: 6 })).toEqual([])
  expect(base.events().findLast(({ type }) => type === 'step_closed')).toMatchObject({ option: 'report_missing' })
})

test.each(['failed', 'bounced'] as const)(
  'where every letter to the place is %s, copies for others count for none, and after two more silence decides all the same (R3, E3)',
  async (state) => {
    const { db, base } = await awaitingReport(`report missing, ${state}`, { copies: true })
    await comeBack(db, state)
    const refused: ClaimRefusal[] = []
    for (let turn = 0; turn < 12 && base.open('5.2a') !== undefined; turn += 1) {
      refused.push(...(await ticks(base, db)))
      await comeBack(db, state)
    }
    expect(refused).toHaveLength(2)
    expect(base.events().filter((event) => event.type === 'escalated' && event.awaits === 'arrival')).toHaveLength(2)
    expect(base.events().findLast(({ type }) => type === 'step_closed')).toMatchObject({ option: 'report_missing' })
  },
)

/** Every letter to the place that waits is returned, at once or by a later mail; everybody else has got theirs. */
const comeBack = async (db: Kysely<Database>, state: 'failed' | 'bounced'): Promise<void> => {
  await db
    .updateTable('letter')
    .set({ state, bounced_at: state === 'bounced' ? '2028-01-02T00:00:00.000Z' : null })
    .where('state', '=', 'queued')
    .where('recipient', '!=', 'p-pm-1')
    .execute()
  await db.updateTable('letter').set({ state: 'sent' }).where('state', '=', 'queued').execute()
}

/** A base in its first review whose cluster body owes the report, in the ledger as in memory. */
const awaitingReport = async (
  title: string,
  { copies = false }: { readonly copies?: boolean } = {},
): Promise<{ db: Kysely<Database>; base: ABase }> => {
  const database = await cloneDatabase(title)
  const db = connect(database.appUrl)
  closing.push(
    () => database.drop(),
    () => db.destroy(),
  )
  await aProgrammeIn(db)
  const organisation = {
    programme: 'gasme',
    id: 'o-body',
    name: { en: 'Cluster body', local: '促进会' },
    country: 'CN',
  }
  const person = { id: 'p-clo-1', email: 'clo@yueqing.example', name: { en: 'Mr Chen', local: '陈先生' } }
  await savePeople(db, { organisations: [organisation], people: [{ ...person, language: 'zh-CN' }] })
  const from = '2026-01-01T00:00:00.000Z'
  const mandate = { id: 'm-CLO-1', person: person.id, organisation: organisation.id, role: 'CLO', from } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [{ ...mandate, base: exampleBase }] })
  if (copies) await savesManager(db, organisation)
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  await recordLife(db, base)
  await db.updateTable('letter').set({ state: 'sent' }).execute()
  return { db, base }
}

/** Who has a copy of a reminder that came back. */
const savesManager = async (db: Kysely<Database>, organisation: { readonly id: string }): Promise<void> => {
  const person = { id: 'p-pm-1', email: 'pm@office.example', name: { en: 'Ms Wang', local: '王女士' } }
  await savePeople(db, { organisations: [], people: [{ ...person, language: 'en' }] })
  const from = '2026-01-01T00:00:00.000Z'
  const mandate = { id: 'm-PM-1', person: person.id, organisation: organisation.id, role: 'PM', from } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [mandate] })
}

/**
 * Lets the clock run until the report was reminded of so often or is given up, and writes each tick as the workflow
 * does: judged, recorded, and judged again with what the database refused. Returns what it refused.
 */
const passes = async (
  base: ABase,
  { db, reminders }: { db: Kysely<Database>; reminders: number },
): Promise<readonly ClaimRefusal[]> => {
  const refused: ClaimRefusal[] = []
  const remindedOf = () => base.events().filter((event) => event.type === 'reminded' && event.key === '5.2a').length
  while (remindedOf() < reminders && base.open('5.2a') !== undefined) refused.push(...(await ticks(base, db)))
  return refused
}

/** What is due next happens, judged again with whatever the database refuses. */
const ticks = async (base: ABase, db: Kysely<Database>): Promise<readonly ClaimRefusal[]> => {
  const refused: ClaimRefusal[] = []
  base.turnTo(base.nextDueAt() ?? '')
  let claimRefusal: ClaimRefusal | undefined
  for (;;) {
    const answer = await tried(base.saved(), { db, claimRefusal })
    if (answer === undefined) break
    refused.push((claimRefusal = answer))
  }
  base.send({ type: 'tick' }, { claimRefusal })
  return refused
}

/** One judgement of a tick, written; the refusal of the database where it says no. */
const tried = async (
  from: Saved,
  { db, claimRefusal }: { db: Kysely<Database>; claimRefusal: ClaimRefusal | undefined },
): Promise<ClaimRefusal | undefined> => {
  const trial = aBase({ from })
  const judgement = trial.send({ type: 'tick' }, { claimRefusal })
  if (!judgement.ok) throw new Error(judgement.refusal.code)
  const result = await recordEntries(db, {
    stream: exampleBase,
    kind: 'base',
    channel: 'machine',
    workflowRun: 'run-1',
    commandId: `clock-${from.state.seq}`,
    expectedHead: from.state.seq,
    events: judgement.events,
    occurredAt: from.now,
    rulesVersion: `${trial.procedure.id}@${trial.procedure.version}`,
    claims: judgement.claims,
    limits: trial.procedure.settings,
    view: trial.view(),
  })
  return result.kind === 'refused' ? result.refusal : undefined
}

/** Lets the letters that lie in the outbox go to a mail server that returns them, or takes them, and waits for the answer. */
const mailServer = async (db: Kysely<Database>, answer: 550 | 'takes everything'): Promise<void> => {
  const server =
    answer === 550
      ? await startScriptedServer({ after: 'RCPT', answer })
      : await createMailbox({ port: 0, host: '127.0.0.1', keep: () => Promise.resolve() })
  const smtpUrl = 'url' in server ? server.url : `smtp://127.0.0.1:${server.port}`
  const postman = createPostman({ smtpUrl, from: { name: 'Office', address: 'office@programme.example' } })
  const relay = startRelay({
    db,
    postman,
    log: pino({ level: 'silent' }),
    publicUrl: 'http://127.0.0.1:4310',
    sendsRehearsals: true,
  })
  await until(async () =>
    (await db.selectFrom('letter').select('id').where('state', '=', 'queued').execute()).length === 0
      ? true
      : undefined,
  )
  await relay.stop()
  postman.close()
  await server.close()
}

const lettersOfReminders = async (db: Kysely<Database>): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('letter')
    .select('state')
    .where('kind', '=', 'reminded')
    .where('step', '=', '5.2a.1')
    .orderBy('seq')
    .execute()
  return rows.map(({ state }) => state)
}
