import { defined } from '../../domain/values/defined.js'
/** The ports of one embedded Temporal server: four services, each with a port for calls and one for finding each other. */
export interface TemporalPorts {
  readonly frontend: number
  readonly history: number
  readonly matching: number
  readonly worker: number
  readonly membership: {
    readonly frontend: number
    readonly history: number
    readonly matching: number
    readonly worker: number
  }
}

/** The file in which the embedded server keeps everything, relative to the folder it is started in. */
export const temporalDatabase = 'temporal.db'

/**
 * The configuration of the official server for one machine: all services in one process, on the loopback address only,
 * with one SQLite file. Returned as an object, since JSON is YAML. `fast` is for tests: nothing is flushed to disk.
 * One shard: with SQLite's single writer more shards only add pollers (measured: 4 shards gain nothing in latency).
 */
export function serverSettings({ ports, fast }: { ports: TemporalPorts; fast: boolean }): object {
  const address = `127.0.0.1:${ports.frontend}`
  const service = (grpcPort: number, membershipPort: number) => ({
    rpc: { grpcPort, membershipPort, bindOnIP: '127.0.0.1' },
  })
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'sqlite',
      visibilityStore: 'sqlite',
      numHistoryShards: 1,
      datastores: { sqlite: { sql: sqlite(fast) } },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(ports.frontend, ports.membership.frontend),
      history: service(ports.history, ports.membership.history),
      matching: service(ports.matching, ports.membership.matching),
      worker: service(ports.worker, ports.membership.worker),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: address },
    dynamicConfigClient: { filepath: dynamicSettingsFile, pollInterval: '60s' },
  }
}

export const serverSettingsFile = 'server.yaml'
export const dynamicSettingsFile = 'dynamic.yaml'

/**
 * What the server may change while it runs. Without the poll rates each step is rounded up to 50 ms; without the short
 * time shift each skipped timer of a rehearsal costs a second. Time may be bent in the rehearsal namespace only.
 * `history.maxInFlightUpdates` stays at the server's own 10, so that a trial meets the limit production has.
 */
export function dynamicSettings(rehearsalNamespace: string | undefined): object {
  const always = (value: unknown) => [{ value }]
  const whereRehearsed = (value: unknown) =>
    rehearsalNamespace === undefined ? [] : [{ value, constraints: { namespace: rehearsalNamespace } }]
  return {
    'frontend.WorkflowTimeSkippingEnabled': [...whereRehearsed(true), { value: false }],
    ...defined({
      'frontend.WorkflowTimeSkippingMaxSkipPerSession':
        rehearsalNamespace === undefined ? undefined : whereRehearsed(10_000),
    }),
    ...Object.fromEntries(Object.entries(oneMachine).map(([key, value]) => [key, always(value)])),
  }
}

/** Keys that make one machine quick, with the same value in every namespace. */
export const oneMachine = {
  'history.timerProcessorMaxTimeShift': '10ms',
  'history.transferProcessorMaxPollRPS': 2000,
  'history.timerProcessorMaxPollRPS': 2000,
  'history.visibilityProcessorMaxPollRPS': 2000,
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
  'system.namespaceCacheRefreshInterval': '500ms',
  'frontend.rps': 20_000,
  'frontend.namespaceRPS': 20_000,
  'frontend.namespaceRPS.visibility': 2000,
  'history.rps': 20_000,
  'matching.rps': 20_000,
} as const

function sqlite(fast: boolean): object {
  return {
    pluginName: 'sqlite',
    databaseName: temporalDatabase,
    connectAddr: 'localhost',
    connectProtocol: 'tcp',
    connectAttributes: {
      cache: 'private',
      setup: 'true',
      journal_mode: 'wal',
      synchronous: fast ? '0' : '2',
      busy_timeout: '10000',
    },
    maxConns: 1,
    maxIdleConns: 1,
    maxConnLifetime: '1h',
  }
}
