import type { BaseId, PersonId, ProgrammeId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FromPage } from '../../domain/form/posted.js'
import { peopleContent } from '../../web/work/people.js'
import { peopleActs, type FormShown, type PeopleForm, type PeopleShown } from '../../web/work/people-model.js'
import { actBody } from '../act/act-body.js'
import { mustHold } from '../auth/must-hold.js'
import { keepers } from '../auth/must-keep.js'
import { DirectoryQuery, DirectoryResponse } from '../contract/directory.js'
import { ProgrammeParams } from '../contract/programme.js'
import { identifier, role as oneRole } from '../contract/scalars.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { directorySeen } from '../views/directory.js'
import { asPage } from '../workplace/faces.js'
import { noIn, onceOf } from '../workplace/form-as-write.js'
import { peopleShown } from '../workplace/people.js'
import { actOnPeople, formOfAct } from '../workplace/people-acts.js'
import { withoutEmpty } from '../workplace/without-empty.js'
import { addOwnForm } from '../workplace/own-form.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { problems } from './responses.js'

const path = '/programmes/:programme/people'
const acts = z.enum(peopleActs)
const told = z.enum([...peopleActs, 'pending']).optional()
const { role, side, after } = DirectoryQuery.shape
const pageSize = 50
/** With what the form of a seat begins, where one comes from a step that waits for people. */
const begins = { give: oneRole.optional(), base: identifier.optional() }

/** Who holds which seat: for programs, and as the page on which seats are given, confirmed and ended (SD10). */
export const addPeoplePage = (app: ApiApp, parts: ApiParts): void => {
  const list = {
    params: ProgrammeParams,
    querystring: DirectoryQuery,
    response: { 200: DirectoryResponse, ...problems },
    tags: ['people'],
    summary: 'People of a programme and their seats',
  }
  app.get(path, { schema: list }, async ({ person, params: { programme }, query }) =>
    directorySeen(parts, { person, programme, query }),
  )
  const asks = {
    role,
    side,
    after,
    told,
    end: identifier.optional(),
    person: identifier.optional(),
    kept: identifier.optional(),
    ...begins,
  }
  const look = {
    constraints: asPage,
    schema: { ...pageAsks(asks), params: ProgrammeParams },
    preValidation: withoutEmpty,
  }
  app.get(path, look, async (request, reply) => {
    const { query, params } = request
    return show(parts, { request, reply, ...query, programme: params.programme })
  })
  addOwnForm(app, {
    path,
    params: ProgrammeParams,
    take: async ({ request, reply, params: { programme } }) => {
      await mustHold(parts, { person: request.person, programme, roles: keepers })
      return take(parts, { request, reply, programme })
    },
  })
}

interface OnPeople {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly programme: ProgrammeId
}

const take = async (parts: ApiParts, { request, reply, programme }: OnPeople): Promise<FastifyReply> => {
  const { posted } = actBody(request)
  const act = acts.catch('confirm').parse(posted('do')[0])
  const { answer, form } = await actOnPeople(parts, { act, request, programme, posted, once: onceOf(request) })
  const no = answer === undefined ? undefined : noIn(answer)
  if (answer !== undefined && no === undefined) {
    const whom = act === 'person' ? `&person=${encodeURIComponent(posted('person')[0] ?? '')}` : ''
    const became = answer.status === 202 ? 'pending' : act
    return reply.redirect(`/programmes/${programme}/people?told=${became}${whom}`, 303)
  }
  const opened = formOfAct(act)
  return show(parts, {
    request,
    reply: reply.code(answer?.status ?? 422),
    programme,
    told: no,
    end: act === 'end' ? posted('mandate')[0] : undefined,
    kept: act === 'erase' || act === 'confirm_erasure' ? posted('person')[0] : undefined,
    // What is sent after a refusal is another act.
    sent:
      opened === undefined || form === undefined
        ? undefined
        : { act: opened, form: no === undefined ? form : { ...form, once: randomUUID() } },
  })
}

interface Shown extends OnPeople {
  readonly role?: z.output<typeof DirectoryQuery>['role']
  readonly side?: z.output<typeof DirectoryQuery>['side']
  readonly after?: string | undefined
  readonly end?: string | undefined
  /** Whom a seat is to be given to. */
  readonly person?: PersonId | undefined
  readonly give?: z.output<typeof oneRole> | undefined
  /** Of whom it is told what is kept. */
  readonly kept?: string | undefined
  readonly base?: BaseId | undefined
  readonly told?: PeopleShown['told']
  readonly sent?: { readonly act: PeopleForm; readonly form: FormShown } | undefined
}

/** The seat that a form begins with, as its fields are named. */
const begunWith =
  (seat: Readonly<Record<'person' | 'role' | 'base', string | undefined>>): FromPage =>
  (name) => {
    const [, part] = /^mandates\/0\/(person|role|base)$/.exec(name) ?? []
    const begun = part === 'person' || part === 'role' || part === 'base' ? seat[part] : undefined
    return begun === undefined ? [] : [begun]
  }

const show = (parts: ApiParts, shown: Shown): Promise<FastifyReply> => {
  const {
    request,
    reply,
    programme,
    role: held,
    side = 'programme',
    after: from,
    end,
    person: whom,
    give,
    base,
    kept,
    told: became,
    sent,
  } = shown
  const content = async (frame: Parameters<typeof peopleContent>[1]) =>
    peopleContent(
      await peopleShown(parts, {
        person: request.person,
        programme,
        query: { role: held, side: held === undefined ? side : undefined, after: from, limit: pageSize },
        end,
        kept,
        request,
        sent,
        begun: begunWith({ person: whom, role: give, base }),
        opened: sent?.act ?? (whom === undefined && give === undefined ? undefined : 'give'),
        told: became,
      }),
      frame,
    )
  return showPage(parts, { request, reply, room: 'people', content })
}
