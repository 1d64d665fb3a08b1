import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listClusters } from '../../db/reads/clusters.js'
import { mustActAs } from '../auth/must-hold.js'
import { mustBeStaff } from '../auth/sight.js'
import { offices } from '../../domain/role.js'
import { answerOf, give } from '../commands/answer.js'
import type { HttpAnswer } from '../commands/answer.js'
import { askOf, settingOf } from '../commands/ask.js'
import { jsonHash } from '../commands/fingerprint.js'
import { once } from '../commands/once.js'
import { CreatedResponse, WriteHeaders } from '../contract/answer.js'
import { NominationRequest } from '../contract/base.js'
import {
  ClustersQuery,
  ClustersResponse,
  ImportPreviewResponse,
  ImportQuery,
  ImportRequest,
  ImportResponse,
} from '../contract/cluster.js'
import { ProgrammeParams } from '../contract/programme.js'
import { csvForm, recordsOfCsv } from '../imports/csv.js'
import { importRows } from '../imports/import-rows.js'
import { bytesHash, mustBeWhatWasPreviewed } from '../imports/previewed.js'
import { previewRows } from '../imports/preview-rows.js'
import type { Import } from '../imports/import-rows.js'
import { nominate } from '../nominations/nominate.js'
import { storedCluster } from '../nominations/stored-cluster.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { refuseUnfitJson } from '../plain-json.js'
import { namesByKind } from '../views/base-view.js'
import { pageView } from '../views/page-view.js'
import { commandResponses, problems } from './responses.js'
import { namedPart } from '../named-part.js'

const tags = ['bases']
const onProgramme = { headers: WriteHeaders, params: ProgrammeParams, tags }

/** Clusters, and the ways to start a base from one. */
export const addNominations = (app: ApiApp, parts: ApiParts): void => {
  const list = {
    querystring: ClustersQuery,
    response: { 200: ClustersResponse, ...problems },
    tags,
    summary: 'Clusters',
  }
  app.get('/clusters', { schema: list }, async (request) => {
    await mustBeStaff(parts, { person: request.person, programme: request.query.programme })
    return pageView(await listClusters(parts.db, request.query), ({ id, programme, names, recordHash }) => ({
      id,
      programme,
      recordHash,
      names: namesByKind(names, id),
    }))
  })
  const response = commandResponses(CreatedResponse, { status: 201 })
  const one = { ...onProgramme, body: NominationRequest, response, summary: 'Start a base: nominate a cluster' }
  app.post('/programmes/:programme/bases', { schema: one }, async (request, reply) => {
    const { programme } = request.params
    const { cluster, ...body } = request.body
    const facts = () => storedCluster(parts, { programme, cluster })
    const answer = await nominate(parts, { ask: askOf(request), programme, cluster, channel: 'api', facts, ...body })
    return give(reply, answer)
  })
}

const many = {
  description: `A nomination file as JSON (\`clusters\`, \`nesting\`), or text/csv. ${csvForm}`,
  consumes: ['application/json', 'text/csv'],
  body: z.union([ImportRequest, z.string().describe('The CSV file.')]),
}

/** Many bases at once, from a file, with a result for each row; and what would become of each. */
export const addImports = (app: ApiApp, parts: ApiParts): void => {
  void app.register(
    namedPart('nominations', async (room) => {
      room.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body))
      addPreviews(room, parts)
      const schema = {
        ...onProgramme,
        ...many,
        querystring: ImportQuery,
        response: { 200: ImportResponse, ...problems },
        summary: 'Start many bases from a file',
      }
      room
        .withTypeProvider<ZodTypeProvider>()
        .post('/programmes/:programme/bases/imports', { schema }, async (request, reply) => {
          const { programme } = request.params
          const ask = askOf(request)
          // Clusters are kept before each is judged: by nobody whose nomination would not be taken (1.2).
          await mustActAs(parts, { person: request.person, programme, roles: [offices.nominates] })
          mustBeWhatWasPreviewed(request.query.previewed, fingerprintOf(request.body))
          const file = fileOf(request.body)
          const work = () => answerRows(parts, { ask, programme, ...file })
          return give(reply, await once(parts, { ask, stream: programme, work }))
        })
    }),
  )
}

/** Nothing is written: a repeat asks anew, so that it bears no name. */
const addPreviews = (room: ApiApp, parts: ApiParts): void => {
  const schema = {
    ...many,
    params: ProgrammeParams,
    tags,
    response: { 200: ImportPreviewResponse, ...problems },
    summary: 'What would become of each row of a file',
  }
  room
    .withTypeProvider<ZodTypeProvider>()
    .post('/programmes/:programme/bases/imports/previews', { schema }, async (request) => {
      const { programme } = request.params
      await mustActAs(parts, { person: request.person, programme, roles: [offices.nominates] })
      const asked = { person: request.person, setting: settingOf(request), programme }
      const rows = await previewRows(parts, { ...asked, ...fileOf(request.body) })
      return { sha256: fingerprintOf(request.body), rows }
    })
}

/** The fingerprint by which a file is the one that was previewed. */
const fingerprintOf = (body: z.output<typeof ImportRequest> | string): string =>
  typeof body === 'string' ? bytesHash(Buffer.from(body)) : jsonHash(body)

const fileOf = (body: z.output<typeof ImportRequest> | string): Pick<Import, 'records' | 'nesting' | 'again'> => {
  if (typeof body !== 'string') return { records: body.clusters, nesting: body.nesting, again: body.again }
  const records = recordsOfCsv(body)
  refuseUnfitJson(records)
  return { records, nesting: [], again: false }
}

const answerRows = async (parts: ApiParts, request: Import): Promise<HttpAnswer> =>
  answerOf(ImportResponse, { status: 200, value: { rows: await importRows(parts, request) } })
