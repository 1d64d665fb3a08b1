import { listLetters, readLetter } from '../../db/reads/letters.js'
import { seenBase } from '../auth/seen-base.js'
import { give } from '../commands/answer.js'
import { isResendable, isResender, resend } from '../commands/resend.js'
import { WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import {
  LetterParams,
  LettersQuery,
  LettersResponse,
  OneLetterResponse,
  ResendRequest,
  ResentResponse,
} from '../contract/paper.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { lettersSeenBy, lettersView } from '../views/letter-view.js'
import { commandResponses, problems } from './responses.js'

const tags = ['papers']

/** The letters of a base as they were sent, each with what became of it; and one sent once more. */
export const addLetters = (app: ApiApp, parts: ApiParts): void => {
  const { db } = parts
  const list = { params: BaseParams, querystring: LettersQuery, response: { 200: LettersResponse, ...problems }, tags }
  app.get('/bases/:id/letters', { schema: { ...list, summary: 'Letters' } }, async (request) => {
    const { found: base, sight } = await seenBase(parts, { person: request.person, base: request.params.id })
    const page = await listLetters(db, { base: base.id, ...lettersSeenBy(sight), ...request.query })
    const shown = await lettersView(parts, { letters: page.items, base })
    return { items: shown.map(({ letter }) => letter), next: page.next }
  })
  const one = { params: LetterParams, response: { 200: OneLetterResponse, ...problems }, tags }
  app.get('/bases/:id/letters/:letter', { schema: { ...one, summary: 'A letter' } }, async (request) => {
    const { person } = request
    const { id, letter: named } = request.params
    const { found: base, sight } = await seenBase(parts, { person, base: id })
    const letter = await readLetter(db, { base: id, id: named, ...lettersSeenBy(sight) })
    const [shown] = letter === undefined ? [] : await lettersView(parts, { letters: [letter], base })
    if (letter === undefined || shown === undefined) throw notFound(`letter ${named}`)
    const mayResend = isResendable(letter) && (await isResender(parts, { person, base: id }))
    return { ...shown.letter, text: shown.text, mayResend }
  })
  const again = {
    headers: WriteHeaders,
    params: LetterParams,
    body: ResendRequest,
    response: commandResponses(ResentResponse),
    tags,
    summary: 'Send a letter once more',
  }
  app.post('/bases/:id/letters/:letter/resends', { schema: again }, async (request, reply) => {
    const { id: base, letter: id } = request.params
    return give(reply, await resend(parts, { request, base, id, ...request.body }))
  })
}
