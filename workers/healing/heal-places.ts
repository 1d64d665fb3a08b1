import { fileURLToPath } from 'node:url'
import { Connection } from '@temporalio/client'
import { decreesIn } from '../../activities/calendar-decrees.js'
import type { BackupConfig } from '../../config/processes.js'
import { temporalGreeting } from '../../config/temporal-reach.js'
import { connect } from '../../db/connect.js'
import { holdKeysAtHand } from '../backup/keys.js'
import { mustBeThere, openDatabase, openTemporal } from '../backup/places.js'
import { bringUpToDate } from '../bring-up-to-date.js'
import type { Narrator } from '../embedded/narrator.js'
import { heal, type Healed } from './heal.js'

const holidays = fileURLToPath(new URL('../../data/holidays', import.meta.url))

/** Heals the database and the Temporal server the settings name, or those of the trial, which run for that long. */
export async function healPlaces(config: BackupConfig, tell: Narrator): Promise<Healed> {
  mustBeThere(config)
  holdKeysAtHand(config)
  const database = await openDatabase(config)
  try {
    await bringUpToDate(database.at)
    const temporal = await openTemporal(config, tell)
    try {
      return await healBetween(config, { ownerUrl: database.at, address: temporal.at })
    } finally {
      await temporal.close()
    }
  } finally {
    await database.close()
  }
}

async function healBetween(
  config: BackupConfig,
  { ownerUrl, address }: { readonly ownerUrl: string; readonly address: string },
): Promise<Healed> {
  const { TEMPORAL_TASK_QUEUE: taskQueue } = config
  const connection = await Connection.connect({ address, ...temporalGreeting(config) })
  const db = connect(ownerUrl, { max: 3, name: 'cornerstone healing' })
  try {
    return await heal({ db, connection, taskQueue, decrees: decreesIn(holidays) })
  } finally {
    await db.destroy()
    await connection.close()
  }
}
