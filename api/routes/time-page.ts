import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { readBase } from '../../db/reads/bases.js'
import { dueNext } from '../../domain/due-next.js'
import { baseWorkflowId, type BaseId, type PersonId, type ProgrammeId } from '../../domain/ids.js'
import type { LocalText } from '../../domain/locale.js'
import { dueNextInWords, dueUnseen } from '../../domain/words/due-next.js'
import { endAtPlace, momentInWords } from '../../domain/words/hours.js'
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
import { readPinned } from '../views/pinned-procedure.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { answerTo, askOfForm, noIn, onceOf } from '../workplace/form-as-write.js'
import { addOwnForm } from '../workplace/own-form.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { historyPage } from './history.js'

const path = '/bases/:id/time'

/**
 * The time of a base of a rehearsal, as a page: what its clock says, and buttons that move it as the route of programs does. Refuses
 * whoever may begin no rehearsal, and a base that is none's.
 */
export const addTimePage = (app: ApiApp, parts: ApiParts): void => {
  const schema = { ...pageAsks({ since: z.coerce.number().int().nonnegative().optional() }), params: BaseParams }
  app.get(path, { schema }, async (request, reply) => {
    const { person, params, query } = request
    await mustBeMovable(parts, { person, base: params.id })
    return show(parts, { request, reply, base: params.id, since: query.since, no: undefined })
  })
  addOwnForm(app, {
    path,
    params: BaseParams,
    take: async ({ request, reply, params: { id: base } }) => {
      const since = (await readBase(parts.db, { id: base }))?.ledger.entries ?? 0
      const answer = await move(parts, { request, base })
      const no = noIn(answer)
      if (no === undefined) return reply.redirect(`/bases/${base}/time?since=${String(since)}`, 303)
      return show(parts, { request, reply: reply.code(answer.status), base, no })
    },
  })
}

interface OnTime {
  readonly request: FastifyRequest
  readonly base: BaseId
  /** The last entry of its ledger before time was moved; left out: it was not. */
  readonly since?: number | undefined
}

const mustBeMovable = async (
  parts: ApiParts,
  { person, base }: { readonly person: PersonId; readonly base: BaseId },
): Promise<{ readonly programme: ProgrammeId; readonly namespace: string }> => {
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

const placeOf = (namespace: string, base: BaseId) => ({ namespace, workflow: baseWorkflowId(base) })

const show = (
  parts: ApiParts,
  { request, reply, no, ...of }: OnTime & { readonly reply: FastifyReply } & Pick<TimeShown, 'no'>,
): Promise<FastifyReply> =>
  showPage(parts, {
    request,
    reply,
    room: 'bases',
    content: async (frame) => timeContent({ ...(await timeShown(parts, { request, ...of })), no }, frame),
  })

const timeShown = async (parts: ApiParts, { request, base, since }: OnTime): Promise<Omit<TimeShown, 'no'>> => {
  const asked = { person: request.person, base }
  const [{ found, sight }, head] = await Promise.all([seenBase(parts, asked), baseHead(parts, asked)])
  const { namespace } = await programmePlace(parts, found.programme)
  const now = await parts.temporal.clockOf(placeOf(namespace, base)).catch(() => undefined)
  const zone = found.zone ?? programmeZone
  return {
    head,
    closed: found.closedAt !== null,
    dueWhat: await dueWhat(parts, { found, sight }),
    happened: since === undefined ? undefined : await happenedSince(parts, { ...asked, since }),
    zone: found.zone,
    now: now === undefined ? undefined : momentInWords(now, zone),
    nextDue: found.nextDueAt === null ? undefined : endAtPlace(found.nextDueAt, zone),
    isPlayed: beingPlayed(parts.config.SAMPLE_NOTE_FILE) !== undefined,
    once: randomUUID(),
  }
}

/** What is done when the next moment comes; of a step that is not there for these eyes only that there is something. */
const dueWhat = async (
  parts: ApiParts,
  { found, sight }: Awaited<ReturnType<typeof seenBase>>,
): Promise<LocalText | undefined> => {
  const state = await baseStateOf(parts.db, found)
  const rules = { procedure: await readPinned(parts, found), calendars: found.calendars }
  const due = state && dueNext(state, rules)
  if (due === undefined) return undefined
  return 'step' in due && stepsUnseen(sight).includes(due.step.key) ? dueUnseen : dueNextInWords(due)
}

/** What was recorded since, the newest first, as the history tells it to this reader. */
const happenedSince = async (
  parts: ApiParts,
  { person, base, since }: { readonly person: PersonId; readonly base: BaseId; readonly since: number },
): Promise<TimeShown['happened']> => {
  const page = await historyPage(parts, { person, base, query: { order: 'newest', limit: 50 } })
  return page.items.flatMap(({ seq, occurredAt: at, says }) => (seq > since ? [{ seq, at, says }] : []))
}
