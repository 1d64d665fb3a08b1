import { pino } from 'pino'
import { machineClock } from '../clock/machine-clock.js'
import { personalPaths } from '../db/personal-paths.js'
import { personOfSubject } from '../db/reads/identities.js'
import { connect } from '../db/connect.js'
import { holdInstallationKeys, installationKeys } from '../db/seals/installation-key.js'
import type { ApiConfig } from '../config/processes.js'
import type { TemporalGreeting } from '../config/temporal-reach.js'
import type { DocumentStore } from '../documents/document-store.js'
import { createFolderStore } from '../documents/folder-store.js'
import { createS3Store } from '../documents/s3-store.js'
import { createTokenVerifier, remoteKeys } from './auth/verify-token.js'
import type { TokenKeys } from './auth/verify-token.js'
import { openLocalIssuer } from './local-issuer/local-issuer.js'
import type { LocalIssuer } from './local-issuer/local-issuer.js'
import { openAnswerBell } from './commands/answer-bell.js'
import type { ApiParts } from './parts.js'
import { openExhibits } from './uploads/open-exhibits.js'
import { openTemporalDoor } from './temporal/door.js'
import { witnessFrom } from './witnessing/witness.js'
import { defined } from '../domain/values/defined.js'

/** Opens everything the API works with, as its settings say. Nothing here waits for a server that is away. */
export const openParts = async (config: ApiConfig, greeting: TemporalGreeting): Promise<ApiParts> => {
  holdInstallationKeys(installationKeys(config))
  const localIssuer = await openIssuer(config)
  const db = connect(config.DATABASE_URL, { forReaders: true })
  return {
    config,
    db,
    temporal: openTemporalDoor({ address: config.TEMPORAL_ADDRESS, greeting, taskQueue: config.TEMPORAL_TASK_QUEUE }),
    answers: openAnswerBell(config.DATABASE_URL),
    documents: openStore(config),
    exhibits: openExhibits(config),
    verifyToken: createTokenVerifier({
      issuer: config.TOKEN_ISSUER,
      audience: config.TOKEN_AUDIENCE,
      clock: machineClock,
      personOf: (subject) => personOfSubject(db, subject),
      ...(localIssuer === undefined ? remoteKeys(publishedAt(config)) : ownKeys(localIssuer)),
    }),
    ...defined({ localIssuer }),
    witness: witnessFrom(config),
    clock: machineClock,
    log: pino({
      level: config.LOG_LEVEL,
      base: { process: 'api' },
      redact: ['req.headers.authorization', ...personalPaths],
    }),
  }
}

const openIssuer = async (config: ApiConfig): Promise<LocalIssuer | undefined> => {
  if (!config.LOCAL_ISSUER) return undefined
  const { MODE: mode, TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, LOCAL_ISSUER_KEY_FILE: keyFile } = config
  if (keyFile === undefined) throw new Error('LOCAL_ISSUER is on without LOCAL_ISSUER_KEY_FILE.')
  return await openLocalIssuer({ mode, keyFile, issuer, audience })
}

/** The key of the local issuer stays the same as long as the process lives. */
const ownKeys = ({ keys }: LocalIssuer): TokenKeys => ({ keys, edition: () => 0 })

const publishedAt = ({ TOKEN_JWKS_URL: url }: ApiConfig): string => {
  if (url === undefined)
    throw new Error('TOKEN_JWKS_URL is missing: no token could be checked. Set it, or LOCAL_ISSUER.')
  return url
}

const openStore = (config: ApiConfig): DocumentStore => {
  const store = config.DOCUMENT_STORE
  if (store.kind === 'folder') return createFolderStore({ folder: store.path })
  const { S3_REGION: region, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = config
  if (id === undefined || secret === undefined) throw new Error('An S3 bucket is named without its access key.')
  const common = { bucket: store.bucket, region, accessKeyId: id, secretAccessKey: secret }
  return createS3Store(endpoint === undefined ? common : { ...common, endpoint })
}
