import { z } from 'zod'
import { MeResponse } from '../contract/me.js'
import { VocabularyResponse } from '../contract/vocabulary.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { meView } from '../views/me-view.js'
import { vocabularyView } from '../views/vocabulary-view.js'
import { problems } from './responses.js'

/** Who asks, and what the words of the answers mean: what every page begins with. */
export const addMe = (app: ApiApp, parts: ApiParts): void => {
  const me = { response: { 200: MeResponse, ...problems }, tags: ['people'], summary: 'Who you are, and your seats' }
  app.get('/me', { schema: me }, async ({ person }) => meView(parts, person))
  const words = vocabularyView()
  const vocabulary = {
    querystring: z.strictObject({}),
    response: { 200: VocabularyResponse, ...problems },
    tags: ['operation'],
    summary: 'What the words of answers mean',
  }
  app.get('/vocabulary', { schema: vocabulary }, async () => words)
}
