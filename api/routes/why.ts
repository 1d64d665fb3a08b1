import { readBase } from '../../db/reads/bases.js'
import { mustSeeBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { WhyResponse } from '../contract/why.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { whyView } from '../views/why-view.js'
import { problems } from './responses.js'

/** Why a base waits, in one sentence for each thing it waits for. */
export const addWhy = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: BaseParams,
    response: { 200: WhyResponse, ...problems },
    tags: ['bases'],
    summary: 'Why a base waits',
  }
  app.get('/bases/:id/why', { schema }, async (request) => {
    const { id } = request.params
    const [base, sight] = await Promise.all([
      readBase(parts.db, { id }),
      mustSeeBase(parts, { person: request.person, base: id }),
    ])
    if (base === undefined) throw notFound(`base ${id}`)
    return { items: [...(await whyView(parts, { base, sight }))] }
  })
}
