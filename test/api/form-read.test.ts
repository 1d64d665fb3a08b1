import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { fastify } from 'fastify'
import { fileInForm, formWithFile, wholeForm } from '../../api/uploads/form.js'
import { ProblemError } from '../../api/problems.js'
import { defined } from '../../domain/values/defined.js'
import { aForm } from '../exhibits/a-form.js'

const app = fastify()
const limits = { most: 1_000, fields: 5 }

/** What each way of reading a form makes of one. */
beforeAll(async () => {
  app.addContentTypeParser('multipart/form-data', async () => undefined)
  app.setErrorHandler(async (error) => ({ refused: error instanceof ProblemError ? error.no.code : 'thrown' }))
  app.post('/one', async (request) => {
    const { file, fields } = await formWithFile(request, limits)
    const pieces: Buffer[] = []
    for await (const piece of file.bytes) if (Buffer.isBuffer(piece)) pieces.push(piece)
    return { fields, name: file.name, text: String(Buffer.concat(pieces)), isCut: file.isCut() }
  })
  app.post('/whole', async (request) => {
    const { file, fields } = await wholeForm(request, { ...limits, named: 'filled' })
    return { fields, ...defined({ name: file?.name, text: file && String(file.bytes) }) }
  })
  app.post('/bare', async (request) => {
    const { name, bytes } = await fileInForm(request, limits)
    bytes.resume()
    return { name }
  })
  await app.ready()
})
afterAll(() => app.close())

type Sent = ReturnType<typeof aForm>
const read = async (url: string, sent: Sent): Promise<unknown> =>
  (await app.inject({ method: 'POST', url, ...sent })).json()
const form = aForm({ name: 'a.csv', bytes: Buffer.from('a,b'), control: 'filled', fields: { once: 'x', mark: 'y' } })
const fields = { once: ['x'], mark: ['y'] }

test('a form is read with its file while it comes, and whole, with the same fields', async () => {
  expect(await read('/one', form)).toEqual({ fields, name: 'a.csv', text: 'a,b', isCut: false })
  expect(await read('/whole', form)).toEqual({ fields, name: 'a.csv', text: 'a,b' })
  expect(await read('/bare', form)).toEqual({ name: 'a.csv' })
})

test('a form without the file is refused where one is brought, and is read whole where none need be chosen', async () => {
  const other = aForm({ name: 'a.csv', bytes: Buffer.from('a,b'), control: 'proof', fields: { once: 'x', mark: 'y' } })
  expect(await read('/whole', other)).toEqual({ fields })
  const end = form.payload.indexOf('content-disposition: form-data; name="filled"')
  const boundary = '--between-the-parts-0123456789'
  const none = { ...form, payload: Buffer.concat([form.payload.subarray(0, end - 2), Buffer.from('--\r\n')]) }
  expect(String(none.payload).endsWith(`${boundary}--\r\n`)).toBe(true)
  expect([await read('/one', none), await read('/whole', none)]).toEqual([{ refused: 'upload_malformed' }, { fields }])
})

test('what is no form, and a form that breaks off before its file, is refused by each', async () => {
  const strange = { ...form, headers: { 'content-type': 'multipart/form-data' } }
  const broken = { ...form, payload: form.payload.subarray(0, 60) }
  for (const url of ['/one', '/whole', '/bare'])
    for (const sent of [strange, broken]) expect(await read(url, sent)).toEqual({ refused: 'upload_malformed' })
})

test('a form that breaks off within its file is refused, and ends nothing else', async () => {
  const broken = { ...form, payload: form.payload.subarray(0, form.payload.indexOf('a,b') + 2) }
  for (const url of ['/whole', '/one']) expect(await read(url, broken)).toEqual({ refused: 'upload_malformed' })
  expect(await read('/whole', form)).toMatchObject({ text: 'a,b' })
})
