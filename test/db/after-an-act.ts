import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { comparedRuns, sealedComparison } from '../../db/compared-runs.js'
import { isAsSealed } from '../../db/seals/entry-seal.js'
import { verifyStream } from '../../db/ledger.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { signStatements } from '../../db/log/statement.js'
import { stateAt } from '../../db/log/state-records.js'
import { readProcedure } from '../../db/reads/procedures.js'
import { sealedHistories, type SealedHistory } from '../../db/reads/sealed-histories.js'
import { agreedBefore } from '../../db/reads/testimony.js'
import { uncomparedStreams } from '../../db/reads/unsealed-runs.js'
import { comparisonsForged, vouchedDiverge } from '../../db/reads/vouched.js'
import { firstUngranted } from '../../db/seals/seat-seal.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { UnsealedEntryFault } from '../../db/record/record-faults.js'
import type { Database } from '../../db/schema.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { sealHistory } from '../../db/writes/sealed-histories.js'
import { full } from '../../domain/gicc/full.js'
import { aLedger, evidenceFrom, historiesTelling, signer, verdictOn, yueqing } from '../verify/a-ledger.js'
import { morning, nominate, requestOf } from './an-example.js'
import { howMuch } from '../support/how-much.js'
import { on, sixtyFour } from './acts/act.js'
import type { Act } from './acts/act.js'

/** A ledger with a life in it that nobody touches, and what somebody needs who holds the role of the program and nothing else. */
export const aTarget = async (title: string) => {
  const ledger = await aLedger(title)
  const { app, sequencer, database } = ledger
  await seatPeople(app)
  await sealAndCompare(app)
  await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  let turn = 0
  let untouched: string | undefined
  /**
   * Tries an act on a base of its own, and says what PostgreSQL said and what was the case afterwards; in the short form
   * the evidence is looked at after every sixth act, or `atOnce`.
   */
  const tried = async (act: Act, { atOnce = false }: { readonly atOnce?: boolean } = {}): Promise<Tried> => {
    turn += 1
    const withEvidence = atOnce || turn % howMuch({ short: 6, long: 1 }) === 0
    const stream = untouched ?? (await aVictim(app, { sequencer, turn }))
    // A pool lets idle connections go, and some acts are on the sequencer's own.
    await sequencer.selectFrom('checkpoint').select('size').limit(1).execute()
    const client = new pg.Client({ connectionString: database.appUrl })
    client.on('error', () => undefined)
    await client.connect()
    try {
      const { holds = false } = act
      untouched = undefined
      const refused = await attempt(client, { text: on(act.text, { stream, honest: yueqing }), holds })
      if (refused === undefined)
        return { refused, found: await afterwards({ app, sequencer }, { stream, turn, holds, withEvidence }) }
      untouched = stream
      const { sound } = await verifyStream(app, { stream })
      return { refused, found: sound ? [] : [`${stream} is no chain any more`] }
    } finally {
      await client.end()
    }
  }
  return { ...ledger, tried }
}

const seatPeople = async (app: Roles['app']): Promise<void> => {
  await savePeople(app, {
    people: (['PM', 'SO', 'LG'] as const).map((role) => ({
      id: `p-${role}`,
      name: { en: role, local: role },
      email: `${role}@example.org`,
      language: 'en',
    })),
    organisations: [],
  })
  const seat = (id: string, role: 'PM' | 'LG') => ({ id, person: `p-${role}`, organisation: 'o-programme', role })
  const ofPlace = (id: string) => ({ ...seat(id, 'LG'), base: yueqing })
  await saveBootstrapMandates(app, {
    programme: 'gasme',
    mandates: [seat('m-PM', 'PM'), ofPlace('m-LG'), ofPlace('m-gone')].map((one) => ({
      ...one,
      from: '2026-01-01T00:00:00.000Z',
    })),
  })
  await app.updateTable('mandate').set({ revoked_at: '2026-02-01T00:00:00.000Z' }).where('id', '=', 'm-gone').execute()
}

export interface Tried {
  /** The code under which PostgreSQL refused it; undefined: it was let in. */
  readonly refused: string | undefined
  /** What was wrong afterwards; empty: nothing. */
  readonly found: readonly string[]
}

interface Roles {
  readonly app: Kysely<Database>
  readonly sequencer: Kysely<Database>
}

/** Seals the history of the life that nobody touches, and a comparison of it. */
const sealAndCompare = async (app: Roles['app']): Promise<void> => {
  const sha256 = await historyIn(app)
  const run = `run-of-${yueqing}`
  await sealHistory(app, { stream: yueqing, run, sha256, size: 1, events: 1 })
  const comparison = sealedComparison({
    stream: yueqing,
    run,
    first_seq: 1,
    last_seq: 2,
    sha256,
    entries: [1, 2],
    commands: ['one'],
    continues: null,
    held: sixtyFour,
    found: [],
    compared_at: morning,
  })
  await app.insertInto('compared_run').values(comparison).execute()
}

/** A base of four entries, three of them under a checkpoint. */
const aVictim = async (app: Roles['app'], { sequencer, turn }: { sequencer: Roles['sequencer']; turn: number }) => {
  const stream = `gasme-C${100 + turn}-yueqing-1`
  await nominate(app, { base: stream })
  await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  await recordEntries(
    app,
    requestOf({ base: stream, name: 'a fourth', after: 3, events: [{ type: 'cancel_refused' }] }),
  )
  return stream
}

const attempt = async (
  client: pg.Client,
  { text, holds }: { readonly text: string; readonly holds: boolean },
): Promise<string | undefined> => {
  try {
    await client.query('begin')
    await client.query(text)
    if (!holds) await client.query('commit')
    return undefined
  } catch (error) {
    await client.query('rollback')
    return error instanceof pg.DatabaseError ? (error.code ?? 'without a code') : String(error)
  }
}

interface Place {
  readonly stream: string
  readonly turn: number
  /** Its base is held by somebody, and answers when that one lets go. */
  readonly holds: boolean
  /** The file for auditors is made and checked as well; what an act left in it stays there for the next look. */
  readonly withEvidence: boolean
}

/** Whether anything an act left is taken for true, and whether anything honest stands still. */
const afterwards = async (
  { app, sequencer }: Roles,
  { stream, turn, holds, withEvidence }: Place,
): Promise<readonly string[]> => {
  const found: string[] = []
  const must = (isSo: boolean, says: string): void => void (isSo || found.push(says))
  must(holds || (await goesOnOrStops(app, stream)), 'the next command of the base was neither right nor refused')
  const elsewhere = `gasme-C${100 + turn}-chenghai-1`
  await nominate(app, { base: elsewhere })
  const made = await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  must(made !== undefined, 'no checkpoint was made')
  const size = made?.size ?? 0
  must((await placedOf(app, { stream: elsewhere, size })) === 3, 'an honest base is not under the checkpoint')
  must((await unsealedPlaces(app)) === 0, 'an entry that nobody sealed has a place')
  const state = (await stateAt(app, size)).map(({ record }) => record)
  must(state.filter((line) => /^procedure /.test(line)).length === 2, 'the checkpoint vouches for rules of nobody')
  must(state.filter((line) => /^history /.test(line)).length === 1, 'the checkpoint vouches for a history of nobody')
  const rules = await readProcedure(app, { id: 'full', at: '2027-06-01T00:00:00.000Z' })
  must(rules?.version === full.version, 'rules of nobody judge')
  must((await grantedOfNobody(app)).length === 0, 'a seat of nobody decides')
  const histories = await sealedHistories(app)
  must(histories.length === 1 && histories[0]?.events === 1, 'a history of nobody counts')
  must(
    state.filter((line) => /^comparison /.test(line)).length === 1,
    'the checkpoint vouches for a comparison of nobody',
  )
  for (const says of await wrongWithComparisons(app, { stream, copies: histories })) found.push(says)
  must(await isStated(sequencer, { app, size }), 'an honest statement was not given')
  const verdict = withEvidence ? verdictOn(await evidenceFrom(app)) : undefined
  must(verdict?.sound !== false, `evidence: ${verdict?.faults.map(({ says }) => says.en).join(' ')}`)
  return found
}

/** Whether the one true comparison is used, and no other, and whoever looks has an answer. */
const wrongWithComparisons = async (
  app: Roles['app'],
  { stream, copies }: { readonly stream: string; readonly copies: readonly SealedHistory[] },
): Promise<readonly string[]> => {
  const agreed = await agreedBefore(app, {
    stream: yueqing,
    copies: new Map(copies.map(({ run, sha256 }) => [run, sha256])),
  })
  const isUsed = agreed.length === 1 && agreed[0]?.commands.join() === 'one'
  const counted = await comparedRuns(app)
  const gone = await vouchedDiverge(app, 'gasme')
  return [
    ...(isUsed ? [] : ['the true comparison is not used']),
    ...(counted.length === 1 ? [] : ['a comparison of nobody counts']),
    ...((await comparisonsForged(app, stream)).length > 100
      ? ['a flood of comparisons makes a flood of sentences']
      : []),
    ...gone.filter(({ code }) => code === 'vouched_gone').map(({ subject }) => `${subject} is told as gone`),
    ...((await uncomparedStreams(app)).length === 0 ? [] : ['a compared stream is compared again']),
  ]
}

/** The next command of a base is recorded behind its four entries, or it is stopped before an entry that nobody sealed. */
const goesOnOrStops = async (app: Roles['app'], stream: string): Promise<boolean> => {
  const request = requestOf({
    base: stream,
    name: 'the next',
    after: 4,
    as: 'PM',
    events: [{ type: 'cancel_refused' }],
  })
  const claims = [{ claim: 'mandate', mandate: 'm-PM' } as const]
  const result = await recordEntries(app, { ...request, claims }).catch((error: unknown) => error)
  if (result instanceof UnsealedEntryFault) return true
  const isRecorded = typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'recorded'
  return isRecorded && (await verifyStream(app, { stream })).sound
}

const placedOf = async (app: Roles['app'], { stream, size }: { readonly stream: string; readonly size: number }) => {
  const leaves = app.selectFrom('ledger_leaf').select('seq').where('stream', '=', stream)
  return (await leaves.where('index', '<', size).execute()).length
}

const unsealedPlaces = async (app: Roles['app']): Promise<number> => {
  const last = await app
    .selectFrom('ledger_leaf as leaf')
    .innerJoin('ledger_entry as entry', (join) =>
      join.onRef('entry.stream', '=', 'leaf.stream').onRef('entry.seq', '=', 'leaf.seq'),
    )
    .selectAll('entry')
    .orderBy('leaf.index', 'desc')
    .limit(50)
    .execute()
  return last.filter((one) => !isAsSealed(one)).length
}

const grantedOfNobody = async (app: Roles['app']): Promise<readonly string[]> => {
  const granted: string[] = []
  for (const { id } of await app.selectFrom('mandate').select('id').where('id', 'like', 'm-mine%').execute())
    if ((await firstUngranted(app, [id])) === undefined) granted.push(id)
  return granted
}

/** Whether one round of the sequencer answers an honest asker, whoever else has asked. */
const isStated = async (
  sequencer: Roles['sequencer'],
  { app, size }: { readonly app: Roles['app']; readonly size: number },
): Promise<boolean> => {
  const id = randomUUID()
  const asked = { id, kind: 'base', subject: yueqing, size, manifest: sixtyFour, asked_at: morning } as const
  await app.insertInto('evidence_statement').values(asked).execute()
  await signStatements(sequencer, { signers: [signer], verifier: async () => sixtyFour })
  const row = await app.selectFrom('evidence_statement').select('note').where('id', '=', id).executeTakeFirst()
  return row?.note?.startsWith(`cornerstone evidence v1\nsubject base ${yueqing}\n`) === true
}

/** The fingerprint of the history of the life that nobody touches. */
const historyIn = async (app: Roles['app']): Promise<string> => {
  const rows = app.selectFrom('ledger_entry').selectAll().where('stream', '=', yueqing).orderBy('seq')
  const files = historiesTelling(await rows.execute())
  const name = [...files.keys()].find((one) => one.endsWith('.binpb')) ?? ''
  return name.slice('histories/'.length, -'.binpb'.length)
}
