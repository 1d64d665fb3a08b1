import process from 'node:process'
import { z } from 'zod'
import { fields } from './fields.js'
import { readEnvironment } from './read-environment.js'
import type { Environment } from './read-environment.js'
import {
  addressIsSafe,
  checkpointsAreSigned,
  issuerFitsMode,
  mailboxFitsMode,
  peopleAreSealed,
  paperSealIsWhole,
  passkeysFitAddress,
  providerFitsMode,
  rehearsalsLiveApart,
  scannerFitsMode,
  sequencerIsNamed,
  sequencerWorksAlone,
  storeIsReachable,
  supervisorIsForTrials,
  temporalIsSafe,
  witnessesAreWhole,
} from './rules.js'

const temporal = {
  TEMPORAL_ADDRESS: fields.TEMPORAL_ADDRESS.schema,
  TEMPORAL_NAMESPACE: fields.TEMPORAL_NAMESPACE.schema,
  TEMPORAL_REHEARSAL_NAMESPACE: fields.TEMPORAL_REHEARSAL_NAMESPACE.schema,
  TEMPORAL_TASK_QUEUE: fields.TEMPORAL_TASK_QUEUE.schema,
  TEMPORAL_TLS: fields.TEMPORAL_TLS.schema,
  TEMPORAL_TLS_CA_FILE: fields.TEMPORAL_TLS_CA_FILE.schema,
  TEMPORAL_TLS_CERT_FILE: fields.TEMPORAL_TLS_CERT_FILE.schema,
  TEMPORAL_TLS_KEY_FILE: fields.TEMPORAL_TLS_KEY_FILE.schema,
  TEMPORAL_TLS_SERVER_NAME: fields.TEMPORAL_TLS_SERVER_NAME.schema,
  TEMPORAL_API_KEY: fields.TEMPORAL_API_KEY.schema,
}

const documents = {
  DOCUMENT_STORE: fields.DOCUMENT_STORE.schema,
  S3_ENDPOINT: fields.S3_ENDPOINT.schema,
  S3_REGION: fields.S3_REGION.schema,
  S3_ACCESS_KEY_ID: fields.S3_ACCESS_KEY_ID.schema,
  S3_SECRET_ACCESS_KEY: fields.S3_SECRET_ACCESS_KEY.schema,
}

const every = { MODE: fields.MODE.schema, LOG_LEVEL: fields.LOG_LEVEL.schema }

/** Whoever reads or keeps a name needs the key that the keys of persons lie under. */
const personKeys = { PERSON_KEY_FILE: fields.PERSON_KEY_FILE.schema, PERSON_KEY: fields.PERSON_KEY.schema }
const personKeyOfTrial = { PERSON_KEY_FILE: '.cornerstone/person-key' }

/** What the API reads. MODE has no default here: a process that serves others must be told what it is. */
export const apiSettings = {
  process: 'API',
  schema: z.object({
    ...every,
    DATABASE_URL: fields.DATABASE_URL.schema,
    ...temporal,
    API_HOST: fields.API_HOST.schema,
    API_PORT: fields.API_PORT.schema,
    API_PUBLIC_URL: fields.API_PUBLIC_URL.schema,
    CORS_ORIGINS: fields.CORS_ORIGINS.schema,
    TRUSTED_PROXIES: fields.TRUSTED_PROXIES.schema,
    REQUESTS_PER_MINUTE_PER_PERSON: fields.REQUESTS_PER_MINUTE_PER_PERSON.schema,
    REQUESTS_PER_MINUTE_PER_ADDRESS: fields.REQUESTS_PER_MINUTE_PER_ADDRESS.schema,
    TOKEN_ISSUER: fields.TOKEN_ISSUER.schema,
    TOKEN_AUDIENCE: fields.TOKEN_AUDIENCE.schema,
    TOKEN_JWKS_URL: fields.TOKEN_JWKS_URL.schema,
    OIDC_ISSUER: fields.OIDC_ISSUER.schema,
    OIDC_CLIENT_ID: fields.OIDC_CLIENT_ID.schema,
    OIDC_CLIENT_SECRET: fields.OIDC_CLIENT_SECRET.schema,
    OIDC_SUBJECT_CLAIM: fields.OIDC_SUBJECT_CLAIM.schema,
    PASSKEY_RP_ID: fields.PASSKEY_RP_ID.schema,
    LOCAL_ISSUER: fields.LOCAL_ISSUER.schema,
    LOCAL_ISSUER_KEY_FILE: fields.LOCAL_ISSUER_KEY_FILE.schema,
    MAILBOX_SMTP_PORT: fields.MAILBOX_SMTP_PORT.schema,
    SAMPLE_NOTE_FILE: fields.SAMPLE_NOTE_FILE.schema,
    WITNESSES: fields.WITNESSES.schema,
    WITNESS_KEY_FILE: fields.WITNESS_KEY_FILE.schema,
    WITNESS_KEY: fields.WITNESS_KEY.schema,
    WITNESSED_LOGS: fields.WITNESSED_LOGS.schema,
    ...personKeys,
    ...documents,
    EXHIBIT_STORE: fields.EXHIBIT_STORE.schema,
    EXHIBIT_SCANNER: fields.EXHIBIT_SCANNER.schema,
    EXHIBIT_MEGABYTES: fields.EXHIBIT_MEGABYTES.schema,
    EXHIBIT_VIDEO_MEGABYTES: fields.EXHIBIT_VIDEO_MEGABYTES.schema,
    EXHIBIT_UPLOAD_HOURS: fields.EXHIBIT_UPLOAD_HOURS.schema,
  }),
  embeddedDefaults: {
    ...personKeyOfTrial,
    EXHIBIT_STORE: 'folder:.cornerstone/exhibits',
    TOKEN_ISSUER: 'cornerstone-local',
    TOKEN_AUDIENCE: 'cornerstone',
    // A rehearsal plays a whole programme from one machine, and its auditor looks all the time.
    REQUESTS_PER_MINUTE_PER_PERSON: '600000',
    REQUESTS_PER_MINUTE_PER_ADDRESS: '600000',
    TEMPORAL_REHEARSAL_NAMESPACE: 'cornerstone-rehearsal',
  },
  rules: [
    issuerFitsMode,
    providerFitsMode,
    passkeysFitAddress,
    mailboxFitsMode,
    storeIsReachable,
    rehearsalsLiveApart,
    peopleAreSealed,
    witnessesAreWhole,
    scannerFitsMode,
    addressIsSafe,
    temporalIsSafe,
  ],
}

/** What a worker reads. */
export const workerSettings = {
  process: 'worker',
  schema: z.object({
    ...every,
    DATABASE_URL: fields.DATABASE_URL.schema,
    SEQUENCER_DATABASE_URL: fields.SEQUENCER_DATABASE_URL.schema,
    ...temporal,
    WORKER_BUILD: fields.WORKER_BUILD.schema,
    CHECKPOINT_KEY_FILE: fields.CHECKPOINT_KEY_FILE.schema,
    CHECKPOINT_KEY: fields.CHECKPOINT_KEY.schema,
    PAPER_SEAL_KEY_FILE: fields.PAPER_SEAL_KEY_FILE.schema,
    PAPER_SEAL_CERTIFICATE_FILE: fields.PAPER_SEAL_CERTIFICATE_FILE.schema,
    WITNESSES: fields.WITNESSES.schema,
    ...personKeys,
    ...documents,
    EXHIBIT_STORE: fields.EXHIBIT_STORE.schema.optional(),
  }),
  embeddedDefaults: {
    ...personKeyOfTrial,
    CHECKPOINT_KEY_FILE: '.cornerstone/checkpoint-key',
    TEMPORAL_REHEARSAL_NAMESPACE: 'cornerstone-rehearsal',
  },
  rules: [
    storeIsReachable,
    rehearsalsLiveApart,
    checkpointsAreSigned,
    paperSealIsWhole,
    sequencerWorksAlone,
    peopleAreSealed,
    witnessesAreWhole,
    temporalIsSafe,
  ],
}

/** What the relay reads: where the letters lie, where they go and to what they point. Temporal is none of its business. */
export const relaySettings = {
  process: 'relay',
  schema: z.object({
    ...every,
    DATABASE_URL: fields.DATABASE_URL.schema,
    API_PUBLIC_URL: fields.API_PUBLIC_URL.schema,
    SMTP_URL: fields.SMTP_URL.schema,
    MAIL_FROM: fields.MAIL_FROM.schema,
    MAIL_HOURS: fields.MAIL_HOURS.schema,
    MAIL_REPLIES: fields.MAIL_REPLIES.schema,
    LETTERS_GATHER_SECONDS: fields.LETTERS_GATHER_SECONDS.schema,
    LETTERS_UNDO_SECONDS: fields.LETTERS_UNDO_SECONDS.schema,
    LETTERS_UNDO_SECONDS_IN_REHEARSALS: fields.LETTERS_UNDO_SECONDS_IN_REHEARSALS.schema,
    MAILBOX_SMTP_PORT: fields.MAILBOX_SMTP_PORT.schema,
    ...personKeys,
  }),
  embeddedDefaults: {
    ...personKeyOfTrial,
    MAIL_FROM: 'Cornerstone <office@cornerstone.invalid>',
    // The mailbox of a trial wakes nobody at night.
    MAIL_HOURS: 'any',
    MAIL_REPLIES: 'base+{base}@cornerstone.invalid',
    LETTERS_GATHER_SECONDS: '1',
    // A trial is there to be watched: its letters leave at once.
    LETTERS_UNDO_SECONDS: '0',
  },
  rules: [mailboxFitsMode, peopleAreSealed, addressIsSafe],
}

/** What `npm start` reads. A database or a Temporal server that is named here is used instead of an embedded one. */
export const supervisorSettings = {
  process: 'supervisor',
  schema: z.object({
    ...every,
    CORNERSTONE_DATA: fields.CORNERSTONE_DATA.schema,
    SAMPLE: fields.SAMPLE.schema,
    DATABASE_URL: fields.DATABASE_URL.schema.optional(),
    SEQUENCER_DATABASE_URL: fields.SEQUENCER_DATABASE_URL.schema.optional(),
    DATABASE_OWNER_URL: fields.DATABASE_OWNER_URL.schema.optional(),
    TEMPORAL_ADDRESS: fields.TEMPORAL_ADDRESS.schema.optional(),
    TEMPORAL_NAMESPACE: fields.TEMPORAL_NAMESPACE.schema,
    TEMPORAL_REHEARSAL_NAMESPACE: fields.TEMPORAL_REHEARSAL_NAMESPACE.schema,
    TEMPORAL_TASK_QUEUE: fields.TEMPORAL_TASK_QUEUE.schema,
    API_HOST: fields.API_HOST.schema,
    API_PORT: fields.API_PORT.schema,
    MAILBOX_SMTP_PORT: fields.MAILBOX_SMTP_PORT.schema,
  }),
  embeddedDefaults: { MODE: 'embedded', TEMPORAL_REHEARSAL_NAMESPACE: 'cornerstone-rehearsal' },
  rules: [supervisorIsForTrials, sequencerIsNamed, rehearsalsLiveApart],
}

/** What the one-shot that brings the database up to date reads. */
export const migrationSettings = {
  process: 'migration',
  schema: z.object({ LOG_LEVEL: fields.LOG_LEVEL.schema, DATABASE_OWNER_URL: fields.DATABASE_OWNER_URL.schema }),
}

/** What founding a programme reads: it writes as the owner of the tables, and keeps names. */
export const foundingSettings = {
  process: 'founding',
  schema: z.object({
    ...every,
    DATABASE_OWNER_URL: fields.DATABASE_OWNER_URL.schema,
    TEMPORAL_NAMESPACE: fields.TEMPORAL_NAMESPACE.schema,
    ...personKeys,
  }),
  embeddedDefaults: personKeyOfTrial,
  rules: [peopleAreSealed],
}

/** What backup and restore read. A database that is named here is backed up instead of an embedded one. */
export const backupSettings = {
  process: 'backup',
  schema: z.object({
    CORNERSTONE_DATA: fields.CORNERSTONE_DATA.schema,
    DATABASE_OWNER_URL: fields.DATABASE_OWNER_URL.schema.optional(),
    ...temporal,
    TEMPORAL_ADDRESS: fields.TEMPORAL_ADDRESS.schema.optional(),
    ...personKeys,
    ...documents,
    DOCUMENT_STORE: fields.DOCUMENT_STORE.schema.optional(),
    EXHIBIT_STORE: fields.EXHIBIT_STORE.schema.optional(),
  }),
  embeddedDefaults: { TEMPORAL_REHEARSAL_NAMESPACE: 'cornerstone-rehearsal' },
  rules: [storeIsReachable, rehearsalsLiveApart, temporalIsSafe],
}

/** What the command line reads. */
export const cliSettings = {
  process: 'command line',
  schema: z.object({
    CORNERSTONE_DATA: fields.CORNERSTONE_DATA.schema,
    CORNERSTONE_API_URL: fields.CORNERSTONE_API_URL.schema,
    CORNERSTONE_LANGUAGE: fields.CORNERSTONE_LANGUAGE.schema,
    CORNERSTONE_TOKEN: fields.CORNERSTONE_TOKEN.schema,
  }),
}

/** The settings of the API, checked and frozen; refuses with a ConfigurationError. */
export const apiConfig = (env: Environment = process.env) => readEnvironment(apiSettings, env)

/** The settings of a worker, checked and frozen; refuses with a ConfigurationError. */
export const workerConfig = (env: Environment = process.env) => readEnvironment(workerSettings, env)

/** The settings of the relay, checked and frozen; refuses with a ConfigurationError. */
export const relayConfig = (env: Environment = process.env) => readEnvironment(relaySettings, env)

/** The settings of `npm start`, checked and frozen; refuses with a ConfigurationError. */
export const supervisorConfig = (env: Environment = process.env) => readEnvironment(supervisorSettings, env)

/** The settings of the migration one-shot, checked and frozen; refuses with a ConfigurationError. */
export const migrationConfig = (env: Environment = process.env) => readEnvironment(migrationSettings, env)

/** The settings of founding a programme, checked and frozen; refuses with a ConfigurationError. */
export const foundingConfig = (env: Environment = process.env) => readEnvironment(foundingSettings, env)

/** The settings of backup and restore, checked and frozen; refuses with a ConfigurationError. */
export const backupConfig = (env: Environment = process.env) => readEnvironment(backupSettings, env)

/** The settings of the command line, checked and frozen; refuses with a ConfigurationError. */
export const cliConfig = (env: Environment = process.env) => readEnvironment(cliSettings, env)

export type ApiConfig = ReturnType<typeof apiConfig>
export type WorkerConfig = ReturnType<typeof workerConfig>
export type RelayConfig = ReturnType<typeof relayConfig>
export type BackupConfig = ReturnType<typeof backupConfig>
export type SupervisorConfig = ReturnType<typeof supervisorConfig>
