import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import type { CustomFetch } from 'openid-client'
import type { ApiConfig } from '../config/processes.js'
import type { Database } from '../db/schema.js'
import type { DocumentStore } from '../documents/document-store.js'
import type { ExhibitLimits } from '../domain/exhibits/media.js'
import type { ExhibitStore } from '../exhibits/exhibit-store.js'
import type { Scanner } from '../exhibits/scanner.js'
import type { TokenVerifier } from './auth/verify-token.js'
import type { AnswerBell } from './commands/answer-bell.js'
import type { LocalIssuer } from './local-issuer/local-issuer.js'
import type { TemporalDoor } from './temporal/door.js'
import type { Witness } from './witnessing/witness.js'

/** What the API is built from: real things in the process, doubles in a test. */
export interface ApiParts {
  readonly config: ApiConfig
  readonly db: Kysely<Database>
  readonly temporal: TemporalDoor
  /** Rings when a command was recorded. */
  readonly answers: AnswerBell
  readonly documents: DocumentStore
  /** Where files brought as proof lie, who looks for viruses in them, and how much is taken. */
  readonly exhibits: { readonly store: ExhibitStore; readonly scanner: Scanner; readonly limits: ExhibitLimits }
  readonly verifyToken: TokenVerifier
  /** Present in trials only; production refuses it when the API is built. */
  readonly localIssuer?: LocalIssuer
  /** How a provider of sign-ins is asked; left out: over the network. A test gives a double. */
  readonly askProvider?: CustomFetch
  /** Present where this installation cosigns for other logs. */
  readonly witness?: Witness | undefined
  /** The wall clock of the edge. Bases have clocks of their own. */
  readonly clock: () => Date
  readonly log: FastifyBaseLogger
}

/** What a question about the rows needs. */
export type AskingParts = Pick<ApiParts, 'db' | 'clock'>

/** The server with types that follow from each route's schemas. */
export type ApiApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>
