import './plain-traces.mjs'
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker'

let isQuiet = false

/** Workers in tests say nothing: what went wrong is in the test's own words. Before the first worker; asked again it is so already. */
export const quietRuntime = (): void => {
  if (isQuiet) return
  isQuiet = true
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} },
    },
  })
}
