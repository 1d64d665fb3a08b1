import { z } from 'zod'
import { readsPages } from '../pages/no-page.js'
import type { ApiApp } from '../parts.js'

/**
 * A link in the other language is built for every address. Where an address has no page of its own the language asks for nothing, and
 * whoever carries it there in a browser is answered all the same; a program is told, as of every word that is not taken.
 */
export const passOverLanguage = (app: ApiApp): void => {
  app.addHook('preValidation', async ({ method, headers, query, routeOptions }) => {
    if (!readsPages({ method, accept: headers.accept }) || typeof query !== 'object' || query === null) return
    const taken = routeOptions.schema?.querystring
    if (taken instanceof z.ZodObject && !('lang' in taken.shape)) Reflect.deleteProperty(query, 'lang')
  })
}
