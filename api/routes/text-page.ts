import { z } from 'zod'
import { noTextContent, textContent } from '../../web/work/text.js'
import { BaseParams } from '../contract/base.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { baseHead } from '../workplace/base-shown.js'
import { noTextShown, orNoText } from '../workplace/no-text.js'
import { asPage } from '../workplace/faces.js'
import { textPapers, textShown } from '../workplace/text-shown.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

/** The text that both sides make, as a page: nobody clears what could not be read (R6). */
export const addTextPage = (app: ApiApp, parts: ApiParts): void => {
  const version = z.coerce.number().int().min(1).optional()
  const schema = { ...pageAsks({ version, whole: z.literal('yes').optional() }), params: BaseParams }
  app.get('/bases/:id/text', { constraints: asPage, schema }, async (request, reply) => {
    const { person, params, query } = request
    const of = { person, base: params.id }
    return showPage(parts, {
      request,
      reply,
      room: 'bases',
      content: async ({ locale }) => {
        const head = await baseHead(parts, of)
        const shown = await orNoText(textShown(parts, { ...of, version: query.version }))
        if (shown === undefined) return noTextContent({ head, noText: await noTextShown(parts, of) }, locale)
        const papers = await textPapers(parts, of)
        return textContent({ head, shown, papers, isWhole: query.whole === 'yes' }, locale)
      },
    })
  })
}
