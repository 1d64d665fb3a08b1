import { pino } from 'pino'
import { personalPaths } from '../db/personal-paths.js'
import type { Logger as Log } from 'pino'

/** The log of one process: JSON lines on standard output. Ids and codes only; a name or an address
 * never enters it, nor what an error of the database or the mail server quotes. */
export const createLog = ({ name, level }: { readonly name: string; readonly level: string }): Log =>
  pino({ name, level, redact: personalPaths })
