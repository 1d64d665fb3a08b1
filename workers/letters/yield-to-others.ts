import { existsSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import type { Logger as Log } from 'pino'

/**
 * Lowers the priority of this process: on a machine that is busy, letters wait for decisions and never the other way
 * round. Linux may weigh sessions before processes and has a priority for each of both. Where the system does not allow
 * it, everything works as before, and the log says so.
 */
export const yieldToOthers = (log: Log): void => {
  try {
    const lower = constants.priority.PRIORITY_BELOW_NORMAL
    setPriority(lower)
    if (existsSync(ofSession)) writeFileSync(ofSession, String(lower))
  } catch (error) {
    log.info({ err: error }, 'the priority of this process could not be lowered')
  }
}

const ofSession = '/proc/self/autogroup'
