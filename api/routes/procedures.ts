import type { BaseId } from '../../domain/ids.js'
import { listProcedureVersions } from '../../db/reads/procedure-versions.js'
import { readBase } from '../../db/reads/bases.js'
import { readProcedure } from '../../db/reads/procedures.js'
import { rules } from '../contract/commands/rules.js'
import { PageQuery } from '../contract/page.js'
import { ProcedureParams, ProcedureResponse, ProceduresResponse } from '../contract/procedure.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { rulesNameOf } from '../../domain/rules-name.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'

const tags = ['procedures']

/** The rules as they are kept: every version, and each as JSON. They are no secret: whoever acts may know by what. */
export const addProcedures = (app: ApiApp, parts: ApiParts): void => {
  const list = { querystring: PageQuery, response: { 200: ProceduresResponse, ...problems }, tags }
  app.get('/procedures', { schema: { ...list, summary: 'The versions of the rules' } }, async () => ({
    items: [...(await listProcedureVersions(parts.db))],
    next: null,
  }))
  const one = { params: ProcedureParams, response: { 200: ProcedureResponse, ...problems }, tags }
  app.get(
    '/procedures/:procedure/:version',
    { schema: { ...one, summary: 'One version of the rules' } },
    async (request) => {
      const { procedure: id, version } = request.params
      const [body, versions] = await Promise.all([
        readProcedure(parts.db, { id, version }),
        listProcedureVersions(parts.db),
      ])
      const stored = versions.find((row) => row.id === id && row.version === version)
      if (body === undefined || stored === undefined) throw notFound(`procedure ${id}@${version}`)
      return { ...stored, body: { ...body } }
    },
  )
}

/** One side agrees to a later version for a base (8.8); what the edge can judge is that the version is in force. */
export const addAdoptions = (app: ApiApp, parts: ApiParts): void =>
  tableOf(app, parts).forBase(rules.adopt_procedure, async ({ params: { id: base }, body: { version } }) => {
    await mustBeInForce(parts, { base, version })
    return () => ({ type: 'adopt_procedure', version })
  })

const mustBeInForce = async (
  { db, clock }: ApiParts,
  { base, version }: { base: BaseId; version: string },
): Promise<void> => {
  const found = await readBase(db, { id: base })
  if (found === undefined) return
  const { id } = rulesNameOf(found.procedure)
  const now = clock().toISOString()
  const isInForce = (await listProcedureVersions(db)).some(
    (row) => row.id === id && row.version === version && row.inForceFrom <= now,
  )
  if (!isInForce) throw notFound(`version ${version} of ${id} in force`)
}
