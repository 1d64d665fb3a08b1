import { join } from 'node:path'
import type { SupervisorConfig } from '../../config/processes.js'
import { sampleNoteIn } from './sample-note.js'

/** What the supervisor has found out or chosen by the time the API, the worker and the relay start. */
export interface Surroundings {
  readonly config: SupervisorConfig
  readonly data: string
  readonly databaseUrl: string
  readonly sequencerUrl: string
  readonly temporalAddress: string
  readonly apiPort: number
  readonly mailboxPort: number
}

/** The address under which people on this machine reach the API. */
export const apiUrl = ({ config, apiPort }: Pick<Surroundings, 'config' | 'apiPort'>): string =>
  `http://${['0.0.0.0', '::'].includes(config.API_HOST) ? '127.0.0.1' : config.API_HOST}:${apiPort}`

/** The settings of the API in the embedded mode. */
export const apiEnvironment = (around: Surroundings): Readonly<Record<string, string | undefined>> => ({
  ...shared(around),
  API_HOST: around.config.API_HOST,
  API_PORT: String(around.apiPort),
  LOCAL_ISSUER: 'true',
  LOCAL_ISSUER_KEY_FILE: join(around.data, 'local-issuer.json'),
  SAMPLE_NOTE_FILE: sampleNoteIn(around.data),
})

/** The settings of whoever plays the sample: where the API is, and nothing else. */
export const samplePlayerEnvironment = (around: Surroundings): Readonly<Record<string, string | undefined>> => ({
  CORNERSTONE_DATA: around.data,
  CORNERSTONE_API_URL: apiUrl(around),
  CORNERSTONE_TOKEN: undefined,
})

/** The settings of the worker in the embedded mode: it makes the checkpoints, so it alone holds their key and their role of the database. */
export const workerEnvironment = (around: Surroundings): Readonly<Record<string, string | undefined>> => ({
  ...shared(around),
  SEQUENCER_DATABASE_URL: around.sequencerUrl,
  CHECKPOINT_KEY_FILE: join(around.data, 'checkpoint-key'),
})

/** The settings of the relay in the embedded mode: every letter goes to the mailbox, which the relay holds too. */
export const relayEnvironment = (around: Surroundings): Readonly<Record<string, string | undefined>> => ({
  ...shared(around),
  SMTP_URL: `smtp://127.0.0.1:${around.mailboxPort}`,
})

const shared = (around: Surroundings) => ({
  MODE: 'embedded',
  LOG_LEVEL: around.config.LOG_LEVEL,
  DATABASE_URL: around.databaseUrl,
  // The children have no business with the role that owns the tables, nor but one of them with that of the sequencer.
  DATABASE_OWNER_URL: undefined,
  SEQUENCER_DATABASE_URL: undefined,
  TEMPORAL_ADDRESS: around.temporalAddress,
  TEMPORAL_NAMESPACE: around.config.TEMPORAL_NAMESPACE,
  TEMPORAL_REHEARSAL_NAMESPACE: around.config.TEMPORAL_REHEARSAL_NAMESPACE,
  TEMPORAL_TASK_QUEUE: around.config.TEMPORAL_TASK_QUEUE,
  API_PUBLIC_URL: apiUrl(around),
  MAILBOX_SMTP_PORT: String(around.mailboxPort),
  PERSON_KEY_FILE: join(around.data, 'person-key'),
  DOCUMENT_STORE: `folder:${join(around.data, 'documents')}`,
  EXHIBIT_STORE: `folder:${join(around.data, 'exhibits')}`,
})
