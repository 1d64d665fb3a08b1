import type { PersonId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { defined } from '../../domain/values/defined.js'
import { sayPlace } from '../../web/page/say-names.js'
import type { TextForms } from '../../web/page/text-model.js'
import { stepTextContent } from '../../web/work/step-text.js'
import { noTextContent } from '../../web/work/text.js'
import { actBody, takeForms } from '../act/act-body.js'
import { StepParams } from '../contract/step.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { sayOnPage } from '../text/say-on-page.js'
import { baseHead } from '../workplace/base-shown.js'
import { noTextShown, orNoText } from '../workplace/no-text.js'
import { pageLanguage } from '../workplace/page-language.js'
import { nothingTyped, openOn, textOnStep } from '../workplace/text-shown.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import type { OnTextStep } from '../text/on-text-step.js'
import { namedPart } from '../named-part.js'

const url = '/bases/:id/steps/:step/text'

/** The text that a step is about, with fields for whoever drafts about it: proposals, remarks, issues and answers (0059). */
export const addStepTextPage = (app: ApiApp, parts: ApiParts): void => {
  const chosen = { clause: z.string().max(60).optional(), kept: z.literal('yes').optional() }
  app.get(url, { schema: { ...pageAsks(chosen), params: StepParams } }, async (request, reply) => {
    const { clause: open, kept } = request.query
    return show(parts, {
      request,
      reply,
      of: stepIn(request),
      forms: { ...nothingTyped, open, isKept: kept === 'yes' },
    })
  })
  void app.register(
    namedPart('step text page', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      const config = { takes: formType, marked: 'form' } as const
      room.post(url, { config, schema: { params: StepParams, hide: true } }, async (request, reply) =>
        say(parts, { request, reply, of: stepIn(request) }),
      )
    }),
  )
}

const stepIn = ({
  person,
  params: { id: base, step },
}: {
  readonly person: PersonId
  readonly params: { readonly id: string; readonly step: string }
}): OnTextStep => ({ person, base, step })

interface OnPage {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly of: OnTextStep
}

const addressOf = ({ base, step }: OnTextStep): string => `/bases/${base}/steps/${step}/text`

const show = (
  parts: ApiParts,
  { request, reply, of, forms }: OnPage & { readonly forms: Pick<TextForms, 'open' | 'typed' | 'no' | 'isKept'> },
): Promise<FastifyReply> =>
  showPage(parts, {
    request,
    reply,
    room: 'work',
    content: async ({ locale, mark = '' }) => {
      const [head, text] = await Promise.all([baseHead(parts, of), orNoText(textOnStep(parts, of))])
      if (text === undefined) return noTextContent({ head, noText: await noTextShown(parts, of) }, locale)
      const { shown, drafting } = text
      const action = addressOf(of)
      const saying = drafting && {
        drafting,
        forms: {
          ...forms,
          once: randomUUID(),
          lookAt: { method: 'get' as const, action, along: {} },
          sendTo: { action, along: { mark } },
        },
      }
      return stepTextContent({ head, step: of.step, shown, saying, no: forms.no }, locale)
    },
  })

const say = async (parts: ApiParts, on: OnPage): Promise<FastifyReply> => {
  const { request, reply, of } = on
  const { posted } = actBody(request)
  const open = openOn(posted)
  const { shown, drafting } = await textOnStep(parts, of)
  const no = await sayOnPage(parts, {
    request,
    of,
    posted,
    locale: pageLanguage(request),
    route: `POST ${addressOf(of)}`,
    text: shown.text,
    isPen: drafting?.isPen === true,
  })
  if (no !== undefined) {
    void reply.code(422)
    return show(parts, { ...on, forms: { open, typed: posted, no, isKept: false } })
  }
  const chosen = new URLSearchParams({ ...defined({ clause: open }), kept: 'yes' })
  return reply.redirect(`${addressOf(of)}?${chosen.toString()}#${open === undefined ? 'drafts' : sayPlace(open)}`, 303)
}
