import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker'

/** Workers in tests say nothing: what went wrong is in the test's own words. Once per test file, before the first worker. */
export const quietRuntime = (): void => {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} },
    },
  })
}
