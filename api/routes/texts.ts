import { z } from 'zod'
import { answerOf, give } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import {
  TextAnswerRequest,
  TextDifferenceQuery,
  TextDifferenceResponse,
  TextFileQuery,
  TextItemParams,
  TextItemRequest,
  TextItemsResponse,
  TextNumberResponse,
  TextQuery,
  TextRedlineQuery,
  TextResponse,
} from '../contract/texts.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { draftAnswer } from '../text/answers.js'
import { draftItem } from '../text/items.js'
import { textLookedAt } from '../text/text-of-base.js'
import { redlinePdf } from '../text/redline-pdf.js'
import { itemsView, textDifference, textView } from '../text/text-view.js'
import { textAsWord, wordType } from '../text/word-file.js'
import { problems } from './responses.js'

const tags = ['texts']
const word = { description: 'The bytes.', content: { [wordType]: { schema: z.any() } } }
const pdf = { description: 'The bytes.', content: { 'application/pdf': { schema: z.any() } } }

/** The text that both sides make: its versions, what reads otherwise, and what is said about it. */
export const addTexts = (app: ApiApp, parts: ApiParts): void => {
  addReading(app, parts)
  addTaking(app, parts)
  addSaying(app, parts)
}

const addReading = (app: ApiApp, parts: ApiParts): void => {
  const common = { params: BaseParams, tags }
  const text = {
    ...common,
    querystring: TextQuery,
    response: { 200: TextResponse, ...problems },
    summary: 'The text that both sides make',
  }
  app.get('/bases/:id/text', { schema: text }, async ({ person, params: { id: base }, query: { version } }) => {
    return await textView(parts, { ...(await textLookedAt(parts, { person, base })), version })
  })
  const difference = {
    ...common,
    querystring: TextDifferenceQuery,
    response: { 200: TextDifferenceResponse, ...problems },
    summary: 'What reads otherwise in a later version',
  }
  app.get('/bases/:id/text/differences', { schema: difference }, async ({ person, params: { id: base }, query }) => {
    return await textDifference(parts, { ...(await textLookedAt(parts, { person, base })), ...query })
  })
  const items = {
    ...common,
    response: { 200: TextItemsResponse, ...problems },
    summary: 'Proposals, comments and issues about the text',
  }
  app.get('/bases/:id/text/items', { schema: items }, async ({ person, params: { id: base } }) => {
    return { items: await itemsView(parts, await textLookedAt(parts, { person, base })) }
  })
}

/** What is taken along of it: a paper, and a file for a word processor. */
const addTaking = (app: ApiApp, parts: ApiParts): void => {
  const common = { params: BaseParams, tags }
  const redline = {
    ...common,
    querystring: TextRedlineQuery,
    response: { 200: pdf, ...problems },
    summary: 'What reads otherwise in a later version, as a paper in every language of the text',
  }
  app.get('/bases/:id/text/differences.pdf', { schema: redline }, async (request, reply) => {
    const { id: base } = request.params
    const { from, to, language } = request.query
    const at = await textLookedAt(parts, { person: request.person, base })
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="${base}-text-${from}-${to}-${language}.pdf"`)
      .send(await redlinePdf(parts, { at, from, to, language }))
  })
  const file = {
    ...common,
    querystring: TextFileQuery,
    response: { 200: word, ...problems },
    summary: 'A version as a file of a word processor',
  }
  app.get('/bases/:id/text.docx', { schema: file }, async (request, reply) => {
    const { id: base } = request.params
    const at = await textLookedAt(parts, { person: request.person, base })
    const { no, bytes } = await textAsWord(parts, { at, ...request.query })
    return reply
      .header('content-type', wordType)
      .header('content-disposition', `attachment; filename="${base}-text-${no}.docx"`)
      .send(bytes)
  })
}

const addSaying = (app: ApiApp, parts: ApiParts): void => {
  const common = { headers: WriteHeaders, tags, response: { 201: TextNumberResponse, ...problems } }
  const item = {
    ...common,
    params: BaseParams,
    body: TextItemRequest,
    summary: 'Draft a proposal, a comment or an issue',
  }
  app.post('/bases/:id/text/items', { schema: item }, async (request, reply) => {
    const base = request.params.id
    const ask = askOf(request)
    const kept = async () => {
      const no = await draftItem(parts, { person: ask.person, base, body: request.body, command: ask.key })
      return answerOf(TextNumberResponse, { status: 201, value: { no } })
    }
    return give(reply, await once(parts, { ask, stream: base, work: kept }))
  })
  const answer = { ...common, params: TextItemParams, body: TextAnswerRequest, summary: 'Draft an answer' }
  app.post('/bases/:id/text/items/:no/answers', { schema: answer }, async (request, reply) => {
    const { id: base, no } = request.params
    const ask = askOf(request)
    const kept = async () => {
      await draftAnswer(parts, { person: ask.person, base, no, ...request.body })
      return answerOf(TextNumberResponse, { status: 201, value: { no } })
    }
    return give(reply, await once(parts, { ask, stream: base, work: kept }))
  })
}
