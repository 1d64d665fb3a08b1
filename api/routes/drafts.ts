import { z } from 'zod'
import { DraftQuery, DraftRequest, DraftResponse } from '../contract/draft.js'
import { StepParams } from '../contract/step.js'
import { mustReadDraft, takeDraftAway, typeDraft } from '../drafts/drafts.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { problems } from './responses.js'

const url = '/bases/:id/steps/:step/draft'

/** What was typed into the form of a step before it is handed in: no command, so that no history knows of it. */
export const addDrafts = (app: ApiApp, parts: ApiParts): void => {
  const common = { params: StepParams, tags: ['steps'] }
  const answers = { ...common, response: { 200: DraftResponse, ...problems } }
  app.get(url, { schema: { ...answers, summary: 'The draft of a form' } }, ({ person, params: { id: base, step } }) =>
    mustReadDraft(parts, { person, base, step }),
  )
  app.put(
    url,
    { schema: { ...answers, body: DraftRequest, summary: 'Keep the draft of a form' } },
    ({ person, params: { id: base, step }, body }) => typeDraft(parts, { person, base, step, ...body }),
  )
  app.delete(
    url,
    {
      schema: {
        ...common,
        querystring: DraftQuery,
        response: { 204: z.null().describe('Taken away.'), ...problems },
        summary: 'Take the draft of a form away',
      },
    },
    async ({ person, params: { id: base, step }, query: { version } }, reply) => {
      await takeDraftAway(parts, { person, base, step, version })
      return reply.code(204).send(null)
    },
  )
}
