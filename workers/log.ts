import { pino } from 'pino'
import type { Logger as Log } from 'pino'

/** The log of one process: JSON lines on standard output. Ids and codes only; a name or an address never enters it. */
export const createLog = ({ name, level }: { readonly name: string; readonly level: string }): Log =>
  pino({ name, level })
