import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { takeForms } from '../act/act-body.js'
import { formType } from '../pages/no-page.js'
import { defined } from '../../domain/values/defined.js'
import type { ApiApp } from '../parts.js'
import type { asPage } from './faces.js'
import { namedPart } from '../named-part.js'

interface OwnForm<P extends z.ZodType> {
  /** The address of the page, to which its form is sent. */
  readonly path: string
  readonly params: P
  /** Where a program sends JSON to the same address. */
  readonly constraints?: typeof asPage
  readonly take: (sent: {
    readonly request: FastifyRequest
    readonly reply: FastifyReply
    readonly params: z.output<P>
  }) => Promise<FastifyReply>
}

/** Takes the form of a page at the address of the page, from nowhere but the page itself. */
export const addOwnForm = <P extends z.ZodType>(app: ApiApp, { path, params, constraints, take }: OwnForm<P>): void => {
  void app.register(
    namedPart('own form', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      const config = { takes: formType, marked: 'form' } as const
      room.post(path, { config, schema: { params, hide: true }, ...defined({ constraints }) }, (request, reply) =>
        take({ request, reply, params: params.parse(request.params) }),
      )
    }),
  )
}
