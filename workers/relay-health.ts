import { hostname } from 'node:os'
import process from 'node:process'
import { relayConfig } from '../config/processes.js'
import { connect } from '../db/connect.js'
import { heardFrom } from '../db/reads/sessions.js'
import { relayName } from './letters/relay-name.js'

/**
 * The health check of the relay's container: ends with 0 when the database has heard from the relay of this machine
 * within the last minute, else with 1. A relay looks at the outbox every two seconds, so one that lives but is silent is
 * not healthy.
 */
const db = connect(relayConfig().DATABASE_URL, { max: 1 })
const heard = await heardFrom(db, { name: relayName(hostname()), withinSeconds: 60 }).catch(() => false)
await db.destroy()
process.exit(heard ? 0 : 1)
