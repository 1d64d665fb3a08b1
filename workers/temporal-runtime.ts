import { makeTelemetryFilterString, Runtime, type Logger } from '@temporalio/worker'
import type { Logger as Log } from 'pino'

/**
 * Makes Temporal's runtime write into this log and leaves the signals of the process to us. Once per process, before
 * the first connection.
 */
export const installRuntime = (log: Log): void => {
  Runtime.install({
    logger: asTemporalLogger(log.child({ part: 'temporal' })),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN' }) } },
    shutdownSignals: [],
  })
}

const asTemporalLogger = (log: Log): Logger => {
  const at =
    (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, meta: object = {}): void =>
      log[level](withError(meta), message)
  const levels = { trace: at('trace'), debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  const byName = { TRACE: levels.trace, DEBUG: levels.debug, INFO: levels.info, WARN: levels.warn, ERROR: levels.error }
  return { ...levels, log: (level, ...[message, meta]) => byName[level](message, meta) }
}

/** Temporal hands an error over as `error`, pino writes its stack when it is called `err`. */
const withError = (meta: object): object => {
  if (!('error' in meta)) return meta
  const { error, ...rest } = meta
  return { ...rest, err: error }
}
