import type { PersonId } from '../../domain/ids.js'
import { z } from 'zod'
import { cosignedBy, listCheckpoints, readNote } from '../../db/reads/checkpoints.js'
import { checkpointKeys } from '../../db/reads/evidence.js'
import { saveAttestation } from '../../db/writes/attestations.js'
import { isCosignature } from '../../db/cosigning/keys.js'
import { readCosignature, textOf } from '../../db/cosigning/notes.js'
import { stampFaultIn } from '../../stamps/check-stamp.js'
import { mustSeeRecord } from '../auth/must-hold.js'
import { mustSeeBase, seatsInForce } from '../auth/sight.js'
import { WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import {
  AttestationRequest,
  CheckpointKeysResponse,
  CheckpointParams,
  CheckpointResponse,
  CheckpointsResponse,
  WitnessesResponse,
} from '../contract/checkpoint.js'
import { PageQuery } from '../contract/page.js'
import { ProgrammeParams } from '../contract/programme.js'
import { makeEvidence } from '../evidence/make-evidence.js'
import type { AttestationFault } from '../outsider-problems.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { asRead, pageView } from '../views/page-view.js'
import { witnessKeysOf } from '../witnessing/witness.js'
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
    await mustSeeRecord(parts, { person: request.person, of: base })
    return asFile(reply, {
      name: base,
      bytes: await makeEvidence(parts, { subject: { kind: 'base', id: base }, person: request.person }),
    })
  })
  const ofProgramme = { ...answer, params: ProgrammeParams, summary: 'Evidence of a programme' }
  app.get('/programmes/:programme/evidence', { schema: ofProgramme }, async (request, reply) => {
    const { programme } = request.params
    await mustSeeRecord(parts, { person: request.person, of: programme })
    return asFile(reply, {
      name: programme,
      bytes: await makeEvidence(parts, { subject: { kind: 'programme', id: programme }, person: request.person }),
    })
  })
}

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
    params: CheckpointParams,
    headers: WriteHeaders,
    body: AttestationRequest,
    tags,
    response: { 201: AttestationRequest, ...problems },
    summary: 'Add a time stamp or a cosignature',
  }
  app.post('/checkpoints/:size/attestations', { schema: attestation }, async (request, reply) => {
    const { size } = request.params
    await mustHoldAnywhere(parts, request.person)
    await mustFit(parts, { size, ...request.body })
    const outcome = await saveAttestation(parts.db, { size, ...request.body })
    if (outcome === 'unknown') throw notFound(`checkpoint ${size}`)
    if (outcome === 'other') throw new ProblemError({ code: 'attestation_taken', detail: { size } })
    return reply.code(201).send(request.body)
  })
}

/** Who cosigns the checkpoints: public, so that an auditor knows whom to ask for a key, and how far each has come. */
export const addWitnesses = (app: ApiApp, { db, config }: ApiParts): void => {
  const keys = witnessKeysOf(config)
  const schema = { response: { 200: WitnessesResponse, ...problems }, tags, security: [], summary: 'Witnesses' }
  app.get('/checkpoints/witnesses', { config: { open: true }, schema }, async () => ({
    witnesses: await Promise.all(
      keys.map(async (key) => ({ name: key.name, key: key.text, ...(await cosignedBy(db, key)) })),
    ),
  }))
}

/**
 * Whose stamp it is, the auditor judges who knows the authority; that it is one, of this checkpoint, and truly signed with the
 * certificate it brings, anybody can see. A cosignature is of whom its own line names, and handed in under that name; in the name of a
 * witness of ours it is that witness's.
 */
const mustFit = async (
  { db, config }: ApiParts,
  { size, kind, name, body }: z.infer<typeof AttestationRequest> & { readonly size: number },
): Promise<void> => {
  const note = await readNote(db, size)
  if (note === undefined) throw notFound(`checkpoint ${size}`)
  const text = textOf(note)
  const fault =
    kind === 'rfc3161'
      ? stampFaultIn(Buffer.from(body, 'base64'), text)?.code
      : cosignatureFaultIn(body, { name, text, config })
  if (fault !== undefined) throw new ProblemError({ code: 'attestation_refused', detail: { size, fault } })
}

const cosignatureFaultIn = (
  body: string,
  { name, text, config }: { name: string; text: string; config: ApiParts['config'] },
): AttestationFault | undefined => {
  const [line] = readCosignature({ name, body })
  if (line === undefined) return 'unreadable_cosignature'
  if (line.name !== name) return 'cosignature_of_other'
  const ours = witnessKeysOf(config).filter((key) => key.name === line.name)
  return ours.length === 0 || ours.some((by) => isCosignature(line, { text, by })) ? undefined : 'false_cosignature'
}

const mustHoldAnywhere = async (parts: ApiParts, person: PersonId): Promise<void> => {
  const held = await seatsInForce(parts, person)
  if (held.some(({ role, delegation }) => (role === 'AU' || role === 'AD') && delegation === undefined)) return
  throw new ProblemError({ code: 'not_permitted', detail: { roles: ['AU', 'AD'] } })
}
