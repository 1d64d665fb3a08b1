import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { endInWords, momentInWords } from '../../domain/words/hours.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import { timeContent, timeMoves, type TimeMove, type TimeShown } from '../../web/work/time.js'
import { actBody } from '../act/act-body.js'
import { seenBase } from '../auth/seen-base.js'
import { answerOf, type HttpAnswer } from '../commands/answer.js'
import { once } from '../commands/once.js'
import { BaseParams } from '../contract/base.js'
import { AdvanceResponse } from '../contract/rehearsal.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { advance } from '../rehearsals/advance.js'
import { beingPlayed } from '../rehearsals/being-played.js'
import { mustRehearse } from '../rehearsals/must-rehearse.js'
import { baseHead } from '../workplace/base-shown.js'
import { answerTo, askOfForm, noIn, onceOf } from '../workplace/form-as-write.js'
import { addOwnForm } from '../workplace/own-form.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

const path = '/bases/:id/time'

/**
 * The time of a base of a rehearsal, as a page: what its clock says, and buttons that move it as the route of programs does. Refuses
 * whoever may begin no rehearsal, and a base that is none's.
 */
export const addTimePage = (app: ApiApp, parts: ApiParts): void => {
  app.get(path, { schema: { ...pageAsks({}), params: BaseParams } }, async (request, reply) => {
    await mustBeMovable(parts, { person: request.person, base: request.params.id })
    return show(parts, { request, reply, base: request.params.id, no: undefined })
  })
  addOwnForm(app, {
    path,
    params: BaseParams,
    take: async ({ request, reply, params: { id: base } }) => {
      const answer = await move(parts, { request, base })
      const no = noIn(answer)
      if (no === undefined) return reply.redirect(`/bases/${base}/time`, 303)
      return show(parts, { request, reply: reply.code(answer.status), base, no })
    },
  })
}

interface OnTime {
  readonly request: FastifyRequest
  readonly base: string
}

const mustBeMovable = async (
  parts: ApiParts,
  { person, base }: { readonly person: string; readonly base: string },
): Promise<{ readonly programme: string; readonly namespace: string }> => {
  const { found } = await seenBase(parts, { person, base })
  await mustRehearse(parts, person)
  const { programme } = found
  const { namespace, rehearsal } = await programmePlace(parts, programme)
  if (!rehearsal) throw new ProblemError({ code: 'rehearsal_only', detail: { programme } })
  return { programme, namespace }
}

/** A move the page does not have was typed by nobody on it. */
const moveChosen = (request: FastifyRequest): TimeMove => {
  const { data } = moves.safeParse(actBody(request).posted('do')[0])
  if (data === undefined) throw new ProblemError({ code: 'invalid_request', detail: { where: 'body', count: 1 } })
  return data
}

const moves = z.enum(timeMoves)
const days: Readonly<Record<TimeMove, number | undefined>> = { next: undefined, day: 1, week: 7 }
const dayMs = 24 * 60 * 60 * 1000

const move = (parts: ApiParts, { request, base }: OnTime): Promise<HttpAnswer> => {
  const chosen = moveChosen(request)
  const ask = askOfForm(request, { once: onceOf(request), body: { move: chosen } })
  return answerTo(ask, async () => {
    const { programme, namespace } = await mustBeMovable(parts, { person: ask.person, base })
    const work = async (): Promise<HttpAnswer> => {
      const ahead = days[chosen]
      const now = ahead === undefined ? undefined : await parts.temporal.clockOf(placeOf(namespace, base))
      const until =
        now === undefined || ahead === undefined ? undefined : new Date(Date.parse(now) + ahead * dayMs).toISOString()
      const value = await advance(parts, { programme, namespace, bases: [base], until })
      return answerOf(AdvanceResponse, { status: 200, value })
    }
    return await once(parts, { ask, stream: programme, work })
  })
}

const placeOf = (namespace: string, base: string) => ({ namespace, workflow: baseWorkflowId(base) })

const show = (
  parts: ApiParts,
  { request, reply, base, no }: OnTime & { readonly reply: FastifyReply } & Pick<TimeShown, 'no'>,
): Promise<FastifyReply> =>
  showPage(parts, {
    request,
    reply,
    room: 'bases',
    content: async (frame) => timeContent({ ...(await timeShown(parts, { request, base })), no }, frame),
  })

const timeShown = async (parts: ApiParts, { request, base }: OnTime): Promise<Omit<TimeShown, 'no'>> => {
  const asked = { person: request.person, base }
  const [{ found }, head] = await Promise.all([seenBase(parts, asked), baseHead(parts, asked)])
  const { namespace } = await programmePlace(parts, found.programme)
  const now = await parts.temporal.clockOf(placeOf(namespace, base)).catch(() => undefined)
  const zone = found.zone ?? programmeZone
  return {
    head,
    closed: found.closedAt !== null,
    now: now === undefined ? undefined : momentInWords(now, zone),
    nextDue:
      found.nextDueAt === null
        ? undefined
        : endInWords(found.nextDueAt, {
            here: zoneAround(zone, found.nextDueAt),
            there: zoneAround(programmeZone, found.nextDueAt),
          }),
    isPlayed: beingPlayed(parts.config.SAMPLE_NOTE_FILE) !== undefined,
    once: randomUUID(),
  }
}
