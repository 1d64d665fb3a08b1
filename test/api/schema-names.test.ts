import { expect, test } from '@jest/globals'
import Fastify from 'fastify'
import type { FastifyBaseLogger } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { pino } from 'pino'
import { z } from 'zod'
import { addNameCheck } from '../../api/schema-names.js'

const log: FastifyBaseLogger = pino({ level: 'silent' })

const aCheckedApi = () => {
  const app = Fastify({ loggerInstance: log }).withTypeProvider<ZodTypeProvider>()
  addNameCheck(app)
  return app
}

const Gift = z.object({ what: z.string() }).meta({ id: 'ATestGift' })
const OtherGift = z.object({ from: z.string() }).meta({ id: 'ATestGift' })

test('one schema may be used by many routes under its name', () => {
  const app = aCheckedApi()
  app.post('/gifts', { schema: { body: Gift } }, async () => 'taken')
  app.post('/more', { schema: { body: z.array(Gift), response: { 200: Gift } } }, async () => ({ what: 'taken' }))
  expect(app.hasRoute({ method: 'POST', url: '/more' })).toBe(true)
})

test.each([
  ['as a body', { body: OtherGift }],
  ['deep inside an answer', { response: { 200: z.object({ items: z.array(OtherGift.nullable()).optional() }) } }],
  ['in the content of an answer', { response: { 200: { content: { 'application/json': { schema: OtherGift } } } } }],
])('a second schema of the same name, %s, stops the building of the API', (_, schema) => {
  const app = aCheckedApi()
  app.post('/gifts', { schema: { body: Gift } }, async () => 'taken')
  expect(() => app.post('/others', { schema }, async () => ({}))).toThrow(
    'POST /others: another schema is named ATestGift already. Name one of them anew.',
  )
})
