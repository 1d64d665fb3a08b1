import { readFileSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import process from 'node:process'
import type { Logger as Log } from 'pino'

/**
 * Lowers the priority of this process: on a machine that is busy, letters wait for decisions and never the other way
 * round. Where the system does not allow it, everything works as before, and the log says so.
 */
export const yieldToOthers = (log: Log): void => {
  try {
    const lower = constants.priority.PRIORITY_BELOW_NORMAL
    setPriority(lower)
    if (leadsSession()) writeFileSync('/proc/self/autogroup', String(lower))
  } catch (error) {
    log.info({ err: error }, 'the priority of this process could not be lowered')
  }
}

/**
 * Linux weighs sessions before processes. A session of its own, as the supervisor gives to each child, may be lowered as a
 * whole; one shared with whoever started this process must not be. Elsewhere there is no such thing.
 */
const leadsSession = (): boolean => {
  if (process.platform !== 'linux') return false
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const [, , , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return session === String(process.pid)
}
