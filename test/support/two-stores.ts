import { randomUUID } from 'node:crypto'
import { Connection } from '@temporalio/client'
import pg from 'pg'
import { openTemporalDoor } from '../../api/temporal/door.js'
import { connect } from '../../db/connect.js'
import { holderOf as holderAnywhere, exampleBase as base } from './an-example.js'
import type { Role } from '../../domain/role.js'
import { ensureNamespaces } from '../../workers/embedded/temporal-namespaces.js'
import { heal, type Healed } from '../../workers/healing/heal.js'
import { aProgrammeOfNine, atBase } from './a-seated-programme.js'
import { aWorker } from './a-worker.js'
import { cloneDatabase, testPostgres, testTemporal } from './services.js'

type Db = ReturnType<typeof connect>

/**
 * A programme on a database and in a namespace of its own, whose database can be put back to what it was at a moment while
 * Temporal goes on. Whoever uses the database, a worker and the test, is stopped meanwhile and begun again on it.
 */
export const twoStores = async (title: string) => {
  const database = await cloneDatabase(title)
  const { temporalAddress } = await testTemporal()
  const namespace = `stores-${randomUUID().slice(0, 8)}`
  await ensureNamespaces(temporalAddress, [namespace])
  await aProgrammeOfNine(database, { base, namespace })
  const taskQueue = namespace
  const door = openTemporalDoor({ address: temporalAddress, taskQueue })
  const connection = await Connection.connect({ address: temporalAddress })
  const holderOf = (role: Role, number?: number) => atBase(base, holderAnywhere(role, number))
  const places = { base, database, door, namespace, temporalAddress, taskQueue, holderOf }
  const open = (): Db => connect(database.ownerUrl, { max: 4 })
  const user = aUser(open, (db) => aWorker({ ...places, db, close: async () => undefined }))
  await user.begin()
  const backup = `${database.name}_b`
  return {
    ...places,
    connection,
    db: user.db,
    backUp: () => user.meanwhile(() => copied(database.name, backup)),
    restore: () => user.meanwhile(() => copied(backup, database.name)),
    /** As an operator does it: with the worker stopped. */
    heal: (): Promise<Healed> =>
      user.meanwhile(async () => {
        const db = open()
        return await heal({ db, connection, taskQueue, decrees: [] }).finally(() => db.destroy())
      }),
    close: async (): Promise<void> => {
      await user.stop()
      await door.close()
      await connection.close()
      await asAdmin(`drop database if exists ${backup} with (force)`)
      await database.drop()
    },
  }
}
export type TwoStores = Awaited<ReturnType<typeof twoStores>>

/** A pool and a worker on a database, which can make way for somebody who works on the whole of it. */
const aUser = (open: () => Db, start: (db: Db) => ReturnType<typeof aWorker>) => {
  let now: { readonly db: Db; readonly worker: Awaited<ReturnType<typeof start>> } | undefined
  const begin = async (): Promise<void> => {
    const db = open()
    now = { db, worker: await start(db) }
  }
  const stop = async (): Promise<void> => {
    await now?.worker.stop()
    await now?.db.destroy()
    now = undefined
  }
  const db = (): Db => {
    if (now === undefined) throw new Error('Nobody uses the database at this moment.')
    return now.db
  }
  const meanwhile = async <T>(work: () => Promise<T>): Promise<T> => {
    await stop()
    return await work().finally(begin)
  }
  return { begin, stop, db, meanwhile }
}

const copied = async (from: string, to: string): Promise<void> => {
  await asAdmin(`drop database if exists ${to} with (force)`)
  await asAdmin(`create database ${to} template ${from} owner cornerstone_owner`)
}

const asAdmin = async (statement: string): Promise<void> => {
  const { adminUrl } = await testPostgres()
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
