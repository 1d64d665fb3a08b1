import { programmeOfBase } from '../../domain/ids.js'
import { z } from 'zod'
import { listCheckpoints } from '../../db/reads/checkpoints.js'
import { checkpointKeys } from '../../db/reads/evidence.js'
import type { EvidenceSubject } from '../../db/reads/evidence.js'
import { saveAttestation } from '../../db/writes/attestations.js'
import { mustHold, recordHolders } from '../auth/must-hold.js'
import { mustSeeBase, seatsInForce } from '../auth/sight.js'
import { WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import {
  AttestationRequest,
  CheckpointKeysResponse,
  CheckpointParams,
  CheckpointResponse,
  CheckpointsResponse,
} from '../contract/checkpoint.js'
import { PageQuery } from '../contract/page.js'
import { ProgrammeParams } from '../contract/programme.js'
import { makeEvidence } from '../evidence/make-evidence.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { asRead, pageView } from '../views/page-view.js'
import { problems } from './responses.js'

const tags = ['evidence']
const zip = {
  description: 'A zip, with the program that checks it.',
  content: { 'application/zip': { schema: z.any() } },
}
const latest = async ({ db }: ApiParts) => (await listCheckpoints(db, { limit: 1 })).items[0]

/** Evidence files of one base or of a programme as a whole. */
export const addEvidence = (app: ApiApp, parts: ApiParts): void => {
  const answer = { response: { 200: zip, ...problems }, tags }
  const ofBase = { ...answer, params: BaseParams, summary: 'Evidence of a base' }
  app.get('/bases/:id/evidence', { schema: ofBase }, async (request, reply) => {
    const base = request.params.id
    await mustSeeBase(parts, { person: request.person, base })
    await mustHold(parts, { person: request.person, programme: programmeOfBase(base), roles: recordHolders })
    return asFile(reply, { name: base, bytes: await made(parts, { kind: 'base', id: base }) })
  })
  const ofProgramme = { ...answer, params: ProgrammeParams, summary: 'Evidence of a programme' }
  app.get('/programmes/:programme/evidence', { schema: ofProgramme }, async (request, reply) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: recordHolders })
    return asFile(reply, { name: programme, bytes: await made(parts, { kind: 'programme', id: programme }) })
  })
}

const made = (parts: ApiParts, subject: EvidenceSubject): Promise<Buffer> => makeEvidence(parts, subject)

interface Reply {
  readonly header: (name: string, value: string) => Reply
  readonly send: (bytes: Buffer) => unknown
}

const asFile = (reply: Reply, { name, bytes }: { name: string; bytes: Buffer }) =>
  reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename="evidence-${name}.zip"`)
    .send(bytes)

/** The signed checkpoints: public, since they say nothing but that the ledger stood so. */
export const addCheckpoints = (app: ApiApp, parts: ApiParts): void => {
  const open = { config: { open: true } } as const
  const list = { querystring: PageQuery, response: { 200: CheckpointsResponse, ...problems }, tags, security: [] }
  app.get('/checkpoints', { ...open, schema: { ...list, summary: 'Checkpoints' } }, async (request) =>
    pageView(await listCheckpoints(parts.db, request.query), asRead),
  )
  const one = { response: { 200: CheckpointResponse, ...problems }, tags, security: [], summary: 'The last checkpoint' }
  app.get('/checkpoints/latest', { ...open, schema: one }, async () => {
    const found = await latest(parts)
    if (found === undefined) throw notFound('checkpoint')
    return found
  })
  const keys = { response: { 200: CheckpointKeysResponse, ...problems }, tags, security: [] }
  app.get('/checkpoints/keys', { ...open, schema: { ...keys, summary: 'Public keys of checkpoints' } }, async () => ({
    keys: (await checkpointKeys(parts.db)).map((key) => key.verifier_key),
  }))
  const attestation = {
    ...{ params: CheckpointParams, headers: WriteHeaders, body: AttestationRequest, tags },
    ...{ response: { 201: AttestationRequest, ...problems }, summary: 'Add a time stamp or a cosignature' },
  }
  app.post('/checkpoints/:size/attestations', { schema: attestation }, async (request, reply) => {
    const { size } = request.params
    await mustHoldAnywhere(parts, request.person)
    const outcome = await saveAttestation(parts.db, { size, ...request.body })
    if (outcome === 'unknown') throw notFound(`checkpoint ${size}`)
    if (outcome === 'other')
      throw new ProblemError({ code: 'idempotency_conflict', detail: { key: `${size} ${request.body.name}` } })
    return reply.code(201).send(request.body)
  })
}

const mustHoldAnywhere = async (parts: ApiParts, person: string): Promise<void> => {
  const held = await seatsInForce(parts, person)
  if (held.some(({ role, delegation }) => (role === 'AU' || role === 'AD') && delegation === undefined)) return
  throw new ProblemError({ code: 'not_permitted', detail: { needs: 'a mandate as AU or AD' } })
}
