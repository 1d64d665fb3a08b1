import { z } from 'zod'
import type { ApiApp } from '../parts.js'

/** Programs that come to the front door are told what there is; people are led to their work (0057). */
export const addPages = (app: ApiApp): void => {
  const schema = { querystring: z.strictObject({}), hide: true }
  app.get('/', { config: { open: true }, schema }, async (_request, reply) => reply.redirect('/openapi.json', 303))
}
