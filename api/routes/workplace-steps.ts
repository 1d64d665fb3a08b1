import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { doneContent, stepContent } from '../../web/work/step-pages.js'
import { actBody, fileFormType, takeForms } from '../act/act-body.js'
import { bringProof } from '../act/bring-proof.js'
import { StepParams } from '../contract/step.js'
import { bodyLimitBytes } from '../contract/scalars.js'
import { pageWithTables } from '../forms/filled-tables.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { mustBearFormMark } from '../sign-in/who-asks.js'
import { formWithFile } from '../uploads/form.js'
import { pageLanguage } from '../workplace/page-language.js'
import { takeStepForm, takeTables } from '../workplace/step-acts.js'
import { stepDone } from '../workplace/step-done.js'
import { stepOnPage } from '../workplace/step-page.js'
import { pageAsks } from '../workplace/work-page.js'
import { namedPart } from '../named-part.js'

const url = '/bases/:id/steps/:step'
const said = z.enum(['yes']).optional()
const StepQuery = { option: z.string().max(60).optional(), part: z.string().max(3).optional(), saved: said, done: said }

/** The page of a step: what it is about, its whole form, and the one act (0057). */
export const addWorkplaceSteps = (app: ApiApp, parts: ApiParts): void => {
  const look = { schema: { ...pageAsks(StepQuery), params: StepParams } }
  app.get(url, look, async (request, reply) => {
    const { person, params, query } = request
    const of = { person, base: params.id, step: params.step }
    const asked = new Map(Object.entries({ option: query.option, part: query.part }))
    const posted = (name: string): readonly string[] => [asked.get(name)].filter((text) => text !== undefined)
    const { read, chosen, give, frame } = await stepOnPage(parts, { request, reply, of, posted })
    if (query.done === 'yes') {
      const done = await stepDone(parts, { of, read })
      if (done !== undefined) return give(doneContent(done, frame))
    }
    if (chosen === undefined) return give(stepContent(read.shown, frame))
    return chosen.again({ told: query.saved === 'yes' ? 'saved' : undefined })
  })
  void app.register(
    namedPart('workplace steps', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      const schema = { params: StepParams, hide: true }
      room.post(url, { config: { takes: formType, marked: 'form' }, schema }, async (request, reply) => {
        const { person, params } = request
        const { posted } = actBody(request)
        const of = { person, base: params.id, step: params.step }
        return takeStepForm(parts, { request, reply, of, posted })
      })
      addProofs(room, parts)
      addTables(room, parts)
    }),
  )
}

/** Fields of a form that stand before a file of it. */
const [roomForFields, fieldsAtMost] = [bodyLimitBytes, 4_000]

/** A file brought as proof from the form of a step; what was filled in goes along and stands there again. */
const addProofs = (room: ApiApp, parts: ApiParts): void => {
  const { video: most } = parts.exhibits.limits
  const files = {
    config: { takes: fileFormType, marked: 'file form' },
    schema: { params: StepParams, hide: true },
    bodyLimit: most + roomForFields,
  } as const
  room.post(`${url}/proofs`, files, async (request, reply) => {
    const { person, params, headers } = request
    const of = { person, base: params.id, step: params.step }
    const { file, fields } = await formWithFile(request, { most, fields: fieldsAtMost })
    try {
      mustBearFormMark(parts, { request, body: fields })
    } catch (error) {
      file.bytes.resume()
      throw error
    }
    const { posted } = actBody({ body: fields, headers })
    const locale = pageLanguage(request)
    const route = `POST /bases/${of.base}/steps/${of.step}/proofs`
    const door = { route, channel: 'api', keyOf: (upload: string) => `page proof ${upload}` } as const
    const no = await bringProof(parts, { request, of, door, locale, posted, file })
    const { chosen, give, read, frame } = await stepOnPage(parts, { request, reply, of, posted })
    if (chosen === undefined) return give(stepContent(read.shown, frame), 409)
    return no === undefined ? chosen.again({ told: 'brought' }) : chosen.again({ no }, 422)
  })
}

/** The tables of a form filled in from a file, and kept as what is typed is; or given empty. */
const addTables = (room: ApiApp, parts: ApiParts): void => {
  const files = {
    config: { takes: fileFormType, marked: 'file form' },
    schema: { params: StepParams, hide: true },
    bodyLimit: parts.exhibits.limits.video + roomForFields,
  } as const
  room.post(`${url}/tables`, files, async (request, reply) => {
    const { person, params, headers } = request
    const of = { person, base: params.id, step: params.step }
    const { file, fields } = await pageWithTables(request, fieldsAtMost)
    mustBearFormMark(parts, { request, body: fields })
    const { posted } = actBody({ body: fields, headers })
    return takeTables(parts, { request, reply, of, posted, file })
  })
}
