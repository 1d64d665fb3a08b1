import { readFileSync } from 'node:fs'
import { defined } from '../domain/values/defined.js'

/** How a server is spoken to: over TLS, and as whom. What stands here is what every client of Temporal takes. */
export interface TemporalGreeting {
  readonly tls?: {
    readonly serverRootCACertificate?: Buffer
    readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer }
    readonly serverNameOverride?: string
  }
  readonly apiKey?: string
}

interface Settings {
  readonly TEMPORAL_TLS: boolean
  readonly TEMPORAL_TLS_CA_FILE?: string | undefined
  readonly TEMPORAL_TLS_CERT_FILE?: string | undefined
  readonly TEMPORAL_TLS_KEY_FILE?: string | undefined
  readonly TEMPORAL_TLS_SERVER_NAME?: string | undefined
  readonly TEMPORAL_API_KEY?: string | undefined
}

/** Reads it off the settings, and the files they name: once, when the process starts. */
export const temporalGreeting = (config: Settings): TemporalGreeting => {
  if (!config.TEMPORAL_TLS) return {}
  const { TEMPORAL_TLS_CA_FILE: ca, TEMPORAL_TLS_CERT_FILE: crt, TEMPORAL_TLS_KEY_FILE: key } = config
  return {
    tls: defined({
      serverRootCACertificate: ca === undefined ? undefined : readFileSync(ca),
      clientCertPair:
        crt === undefined || key === undefined ? undefined : { crt: readFileSync(crt), key: readFileSync(key) },
      serverNameOverride: config.TEMPORAL_TLS_SERVER_NAME,
    }),
    ...defined({ apiKey: config.TEMPORAL_API_KEY }),
  }
}
