import type { BaseId, PersonId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { weightyCommands } from '../../domain/judge/weighty.js'
import type { FromPage } from '../../domain/form/posted.js'
import type { Locale } from '../../domain/locale.js'
import { keyOf } from '../../domain/values/step-key.js'
import { defined } from '../../domain/values/defined.js'
import { asksFor, baseActs, smallActContent, stepActs, type SmallAct } from '../../web/work/small-act.js'
import { smallActWords } from '../../web/work/small-act-words.js'
import { actBody, takeForms } from '../act/act-body.js'
import { isKnownAfresh } from '../auth/proof.js'
import { commandIdOf, settingOf } from '../commands/ask.js'
import { bodyMark } from '../commands/fingerprint.js'
import { toBase } from '../commands/to-base.js'
import { BaseParams } from '../contract/base.js'
import { paper } from '../contract/commands/paper.js'
import { Problem } from '../contract/problem.js'
import { StepParams } from '../contract/step.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { baseHead } from '../workplace/base-shown.js'
import { paperAtHand } from '../workplace/paper-acts.js'
import { named } from './who.js'
import { pageLanguage } from '../workplace/page-language.js'
import { smallActEntries, voidWaiting, whyNotOffered } from '../workplace/small-acts.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { titlesOf } from '../wording.js'
import { namedPart } from '../named-part.js'

const OnBase = BaseParams.extend({ act: z.enum(baseActs) })
const OnStep = StepParams.extend({ beside: z.enum(stepActs) })

/** What is done beside the decision of a step: a form, and the same command as by JSON (0057). */
export const addWorkplaceActs = (app: ApiApp, parts: ApiParts): void => {
  const takes = { config: { takes: formType, marked: 'form' } } as const
  void app.register(
    namedPart('workplace acts', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      const [onBase, onStep] = ['/bases/:id/acts/:act', '/bases/:id/steps/:step/acts/:beside']
      room.get(onBase, { schema: { ...pageAsks({}), params: OnBase } }, async (request, reply) => {
        const { id: base, act: asked } = request.params
        return show(parts, { request, reply, on: { person: request.person, base, act: asked } })
      })
      room.get(onStep, { schema: { ...pageAsks({}), params: OnStep } }, async (request, reply) => {
        const { id: base, step, beside: asked } = request.params
        return show(parts, { request, reply, on: { person: request.person, base, step, act: asked } })
      })
      room.post(onBase, { ...takes, schema: { params: OnBase, hide: true } }, async (request, reply) => {
        const { id: base, act: asked } = request.params
        return send(parts, { request, reply, on: { person: request.person, base, act: asked } })
      })
      room.post(onStep, { ...takes, schema: { params: OnStep, hide: true } }, async (request, reply) => {
        const { id: base, step, beside: asked } = request.params
        return send(parts, { request, reply, on: { person: request.person, base, step, act: asked } })
      })
    }),
  )
}

interface SentAct {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly on: { readonly person: PersonId; readonly base: BaseId; readonly step?: string; readonly act: SmallAct }
}

interface NoSaid {
  readonly says: string
  readonly next: string
}

interface Typed {
  readonly posted: FromPage
  readonly no: NoSaid | undefined
  /** Of an act that was sent and not answered yet: what is sent again is the same one. */
  readonly once?: string
}

const hrefOf = ({ base, step, act: asked }: SentAct['on']): string =>
  step === undefined ? `/bases/${base}/acts/${asked}` : `/bases/${base}/steps/${step}/acts/${asked}`

const show = (
  parts: ApiParts,
  { request, reply, on, typed }: SentAct & { readonly typed?: Typed },
): Promise<FastifyReply> =>
  showPage(parts, {
    request,
    reply,
    room: 'bases',
    content: async (frame) => {
      const head = await baseHead(parts, on)
      const { step } = on
      const atHand = step !== undefined && isOfPaper(on.act) ? await paperAtHand(parts, { ...on, step }) : undefined
      const waiting =
        step !== undefined && on.act === 'confirm_void' ? await voidWaiting(parts, { ...on, step }) : atHand?.waiting
      // What was sent was answered already; what was not sent is asked of the judge before the form is given.
      const whyNot = typed === undefined ? await whyNotOffered(parts, { ...on, step, paper: atHand }) : undefined
      const asksAfresh =
        weightyCommands.some((one) => one === on.act) && !(await isKnownAfresh(parts, { request, base: on.base }))
      return smallActContent(
        {
          head,
          act: on.act,
          href: hrefOf(on),
          once: typed?.once ?? randomUUID(),
          step: step === undefined ? undefined : { id: step, title: titlesOf(keyOf(step)) },
          typed: (name) => typed?.posted(name)[0] ?? '',
          waiting,
          no: typed?.no ?? saidIn(whyNot, frame.locale),
          isOpen: whyNot === undefined,
          asksAfresh,
        },
        frame,
      )
    },
  })

const saidIn = (no: Awaited<ReturnType<typeof whyNotOffered>>, locale: Locale): NoSaid | undefined =>
  no === undefined ? undefined : { says: no.says[locale], next: no.next[locale] }

const once = z.uuid().catch(() => randomUUID())

/** Sends the command of the table, on the one path of every command; a second click is the same one. */
const send = async (parts: ApiParts, sent: SentAct): Promise<FastifyReply> => {
  const { request, reply, on } = sent
  const { posted } = actBody(request)
  const locale = pageLanguage(request)
  const say = smallActWords[locale]
  const entry = on.act === 'confirm_paper' ? confirmingPaper : smallActEntries[on.act]
  const body = bodyOf(on.act, posted)
  const isFit = entry.body.safeParse(body).success
  if (!isFit)
    return show(parts, { ...sent, reply: reply.code(422), typed: { posted, no: { says: say.unsaid, next: say.next } } })
  const { person, base, step } = on
  const { reason, text } = body
  const own = once.parse(posted('once')[0])
  const answer = await toBase(parts, {
    request,
    ask: {
      key: commandIdOf({ person, key: `page ${own}` }),
      person,
      route: `POST ${hrefOf(on)}`,
      ...bodyMark({ on: hrefOf(on), ...body }),
      setting: { ...settingOf(request), locale },
      proof: request.proof,
    },
    base,
    step,
    reason: reason ?? text,
    ...defined({ channel: entry.channel }),
    command: await commandOf(parts, { on, body }),
  })
  if (answer.status === 202)
    return show(parts, {
      ...sent,
      reply: reply.code(202),
      typed: { posted, no: { says: say.pending, next: '' }, once: own },
    })
  if (answer.status >= 400) {
    const { detail: says, next } = Problem.parse(JSON.parse(answer.body))
    return show(parts, { ...sent, reply: reply.code(answer.status), typed: { posted, no: { says, next } } })
  }
  return reply.redirect(step === undefined ? `/bases/${base}` : `/bases/${base}/steps/${step}`, 303)
}

const { confirm_paper: confirmingPaper } = paper
const isOfPaper = (act: SmallAct): boolean => act === 'confirm_paper' || act === 'refuse_paper'

/** The command of the table; whose act a paper is, is read with the seats of that person, as the route of a program does. */
const commandOf = async (
  parts: ApiParts,
  { on: { person: by, base, step, act }, body }: { readonly on: SentAct['on']; readonly body: SmallBody },
): Promise<Parameters<typeof toBase>[1]['command']> => {
  if (act !== 'confirm_paper') {
    const entry = smallActEntries[act]
    return (kept) => entry.command({ params: { id: base, ...defined({ step }) }, body, kept })
  }
  const { signatory: person, scan, seq } = confirmingPaper.body.parse(body)
  const signatory = await named(parts, { by, person, base })
  return () => ({ type: 'confirm_paper', step: step ?? '', signatory, scan, seq })
}

interface SmallBody {
  readonly code?: string
  readonly reason?: string
  readonly text?: string
  readonly days?: number
  readonly seq?: number
  readonly signatory?: string
  readonly scan?: string
}

/** What was filled in, as the contract has it; what was left empty is absent. */
const bodyOf = (asked: SmallAct, posted: FromPage): SmallBody => {
  const said = (name: (typeof asksFor)[SmallAct][number]): string | undefined => {
    const text = posted(name)[0]?.replaceAll('\r\n', '\n').trim() ?? ''
    return asksFor[asked].includes(name) && text !== '' ? text : undefined
  }
  const days = said('days')
  const seq = asked === 'confirm_void' || asked === 'confirm_paper' ? posted('seq')[0] : undefined
  return defined({
    code: said('code'),
    reason: said('reason'),
    text: said('text'),
    days: days === undefined ? undefined : Number(days),
    seq: seq === undefined ? undefined : Number(seq),
    signatory: isOfPaper(asked) ? posted('signatory')[0] : undefined,
    scan: asked === 'confirm_paper' ? posted('scan')[0] : undefined,
  })
}
