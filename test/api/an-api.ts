import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { buildApi } from '../../api/app.js'
import { createTokenVerifier } from '../../api/auth/verify-token.js'
import { plantProgramme } from '../../api/founding/found-programme.js'
import { openAnswerBell } from '../../api/commands/answer-bell.js'
import { openLocalIssuer } from '../../api/local-issuer/local-issuer.js'
import type { LocalIssuer } from '../../api/local-issuer/local-issuer.js'
import { openExhibits } from '../../api/uploads/open-exhibits.js'
import type { ApiApp, ApiParts } from '../../api/parts.js'
import type { TemporalDoor } from '../../api/temporal/door.js'
import { witnessFrom } from '../../api/witnessing/witness.js'
import type { Delivery, Parcel } from '../../api/temporal/parcel.js'
import type { Actor } from '../../domain/values/actor.js'
import { apiConfig } from '../../config/processes.js'
import { acceptedSeal } from '../../db/seals/answer-seals.js'
import { personOfSubject } from '../../db/reads/identities.js'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { createFolderStore } from '../../documents/folder-store.js'
import type { Accepted } from '../../workflows/messages.js'
import { dayOfNomination } from '../support/an-example.js'
import { cloneDatabaseWithRules } from '../support/services.js'

/** Where the clock of an API under test stands, whatever day the machine believes it is: the day the example is nominated. */
export const dayOfTheApi = dayOfNomination

const Body = z.looseObject({
  code: z.string().default(''),
  detail: z.string().default(''),
  requestId: z.string().default(''),
  ask: z.string().default(''),
  token: z.string().default(''),
  keys: z.array(z.record(z.string(), z.unknown())).default([]),
  items: z.array(z.looseObject({})).default([]),
  rows: z.array(z.looseObject({})).default([]),
})

/** The body of an answer, with the fields tests look at. */
export const bodyOf = (answer: { json: () => unknown }): z.infer<typeof Body> => Body.parse(answer.json())

export interface Sent {
  readonly parcel: Parcel
  readonly id: string
  readonly actor: Actor
}

/** A way to Temporal that remembers what was sent and answers as it is told. */
export interface DoubleDoor extends Omit<
  TemporalDoor,
  'clockOf' | 'fastForward' | 'historyOf' | 'stateOf' | 'historyEnd' | 'runningSince' | 'catchUp'
> {
  catchUp: TemporalDoor['catchUp']
  stateOf: TemporalDoor['stateOf']
  runningSince: TemporalDoor['runningSince']
  historyEnd: TemporalDoor['historyEnd']
  historyOf: TemporalDoor['historyOf']
  readonly sent: Sent[]
  clockOf: TemporalDoor['clockOf']
  fastForward: TemporalDoor['fastForward']
  answer: (sent: Sent) => Delivery | Promise<Delivery>
  /** Whether a worker of the programme answers, who seals what it says. */
  isOurs: boolean
  isUp: boolean
}

export const accepted: Delivery = {
  kind: 'accepted',
  accepted: { head: 2, entries: [{ seq: 2, type: 'commented', occurredAt: '2027-03-01T08:00:00.000Z' }] },
}

export const doubleDoor = (db: Kysely<Database>): DoubleDoor => {
  const door: DoubleDoor = {
    sent: [],
    answer: () => accepted,
    isUp: true,
    isOurs: true,
    send: async (parcel, { id, actor }) => {
      const sent = { parcel, id, actor }
      door.sent.push(sent)
      if (!door.isUp) return { kind: 'unsent' }
      const delivery = await door.answer(sent)
      if (delivery.kind !== 'accepted' || !door.isOurs) return delivery
      const accepted = sealedAt(parcel, { id, accepted: delivery.accepted })
      await noteRecorded(db, { id, accepted })
      return { ...delivery, accepted }
    },
    catchUp: async () => undefined,
    isReachable: async () => door.isUp,
    hasWorker: async () => door.isUp,
    close: async () => undefined,
    clockOf: async () => undefined,
    fastForward: async () => 'arrived',
    historyOf: async () => undefined,
    runsOf: async () => [],
    streamsOf: async () => [],
    stateOf: async () => undefined,
    runningSince: async () => [],
    historyEnd: async () => undefined,
    resetActivity: async () => undefined,
  }
  return door
}

interface Recorded {
  readonly id: string
  readonly accepted: Accepted
}

const sealedAt = ({ workflow }: Parcel, { id, accepted: became }: Recorded): Accepted => {
  const stream = workflow.slice(workflow.indexOf('/') + 1)
  return { ...became, seal: acceptedSeal({ id, stream, ...became }) }
}

/** What `record` does with a command that became entries. */
const noteRecorded = async (db: Kysely<Database>, { id, accepted: { seal, ...became } }: Recorded) => {
  await db
    .updateTable('command')
    .set({ state: 'accepted', accepted: JSON.stringify(became), accepted_seal: seal ?? null })
    .where('id', '=', id)
    .execute()
}

export interface AnApi {
  readonly app: ApiApp
  readonly parts: ApiParts
  readonly door: DoubleDoor
  readonly issuer: LocalIssuer
  readonly as: (person: string) => Promise<{ authorization: string }>
  /** Headers of a write under a new name, or under the one given. */
  readonly write: (person: string, key?: string) => Promise<Record<string, string>>
  /** Where the sequencer works, whom the API does not know. */
  readonly sequencerUrl: string
  /** Who owns the tables, and may write what nobody else may. */
  readonly ownerUrl: string
  readonly close: () => Promise<void>
}

const clock = (): Date => new Date(dayOfTheApi)

/** An API over a database of its own with the sample programme in it, and a double of the way to Temporal. */
export const anApi = async (title: string, settings: Readonly<Record<string, string>> = {}): Promise<AnApi> => {
  const database = await cloneDatabaseWithRules(title)
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-api-'))
  const db = connect(database.appUrl, { max: 4 })
  const door = doubleDoor(db)
  const built = await apiOver({
    databaseUrl: database.appUrl,
    temporal: door,
    folder,
    settings,
    clock,
    plant: (parts) => plantProgramme(parts, { id: 'gasme', rehearsal: false }),
  })
  return {
    ...built,
    door,
    sequencerUrl: database.sequencerUrl,
    ownerUrl: database.ownerUrl,
    close: async () => {
      await built.close()
      await db.destroy()
      await database.drop()
      await rm(folder, { recursive: true })
    },
  }
}

interface Over {
  readonly databaseUrl: string
  readonly temporal: TemporalDoor
  readonly folder: string
  readonly settings?: Readonly<Record<string, string>>
  readonly clock: () => Date
  /** What is founded before the API is built. */
  readonly plant?: (parts: ApiParts) => Promise<unknown>
}

/** An API in this process over a database and a way to Temporal that are there. */
export const apiOver = async ({ databaseUrl, temporal, folder, settings = {}, clock, plant }: Over) => {
  const config = apiConfig(environment({ folder, databaseUrl, settings }))
  const claims = { issuer: config.TOKEN_ISSUER, audience: config.TOKEN_AUDIENCE }
  const issuer = await openLocalIssuer({ mode: 'embedded', keyFile: join(folder, 'issuer.json'), ...claims })
  const db = connect(config.DATABASE_URL, { max: 4, forReaders: true })
  const personOf = (subject: Parameters<typeof personOfSubject>[1]) => personOfSubject(db, subject)
  const parts: ApiParts = {
    config,
    temporal,
    answers: openAnswerBell(config.DATABASE_URL),
    localIssuer: issuer,
    witness: witnessFrom(config),
    db,
    exhibits: openExhibits(config),
    documents: createFolderStore({ folder: join(folder, 'documents') }),
    verifyToken: createTokenVerifier({ ...claims, keys: issuer.keys, clock, personOf }),
    clock,
    log: pino({ level: 'silent' }),
  }
  await plant?.(parts)
  const app = await buildApi(parts)
  const as = async (person: string) => ({
    authorization: `Bearer ${(await issuer.issue({ person, now: clock() })).token}`,
  })
  return {
    app,
    parts,
    issuer,
    as,
    write: async (person: string, key: string = randomUUID()) => ({ ...(await as(person)), 'idempotency-key': key }),
    close: async () => {
      await app.close()
      await parts.answers.close()
      await parts.db.destroy()
    },
  }
}

interface Surroundings {
  readonly folder: string
  readonly databaseUrl: string
  readonly settings: Readonly<Record<string, string>>
}

const environment = ({ folder, databaseUrl, settings }: Surroundings): Readonly<Record<string, string>> => ({
  MODE: 'embedded',
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  API_PUBLIC_URL: 'http://127.0.0.1:4310',
  LOCAL_ISSUER: 'true',
  LOCAL_ISSUER_KEY_FILE: join(folder, 'issuer.json'),
  MAILBOX_SMTP_PORT: '4325',
  DOCUMENT_STORE: `folder:${folder}`,
  EXHIBIT_STORE: `folder:${join(folder, 'exhibits')}`,
  ...settings,
})
