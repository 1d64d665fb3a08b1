import type { ProgrammeId } from '../../domain/ids.js'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FromPage } from '../../domain/form/posted.js'
import { registerKinds } from '../../domain/register.js'
import type { FormShown, PeopleAct, PeopleForm } from '../../web/work/people-model.js'
import { keepers } from '../auth/must-keep.js'
import { mustHold } from '../auth/must-hold.js'
import type { HttpAnswer } from '../commands/answer.js'
import { toProgramme } from '../commands/to-programme.js'
import { confirmingCorrections } from '../contract/commands/register.js'
import { seqRead } from '../contract/publishing.js'
import { identifier } from '../contract/scalars.js'
import type { ApiParts } from '../parts.js'
import { confirmErasure, erasureAsked, registerPerson } from '../routes/records.js'
import { organisationToAdd } from '../routes/register.js'
import { programmeOfSeat } from '../routes/who.js'
import { seatsToConfirm, seatsToGrant } from '../commands/seats.js'
import { readOnPage, type ReadOnPage } from './contract-form.js'
import { answerTo, askOfForm } from './form-as-write.js'
import { organisationChoices } from './people.js'
import { endForm, giveForm, organisationForm, personForm } from './people-forms.js'

export interface SentOnPeople {
  readonly request: FastifyRequest
  readonly programme: ProgrammeId
  readonly posted: FromPage
  readonly once: string
}

/** What a form of the page came to: an answer of the command it is, or what does not fit in it. */
export type PeopleOutcome =
  | { readonly answer: HttpAnswer; readonly form: FormShown | undefined }
  | { readonly answer: undefined; readonly form: FormShown }

/** Does what was sent, on the way of the route a program sends it to. */
export const actOnPeople = (
  parts: ApiParts,
  { act, ...sent }: SentOnPeople & { readonly act: PeopleAct },
): Promise<PeopleOutcome> => doings[act](parts, sent)

type Doing = (parts: ApiParts, sent: SentOnPeople) => Promise<PeopleOutcome>

const doings: Readonly<Record<PeopleAct, Doing>> = {
  give: async (parts, sent) => {
    const form = giveForm(await organisationChoices(parts, sent.programme))
    return await filled({ of: readOnPage(form, sent.posted), once: sent.once }, (body) => {
      const ask = askOfForm(sent.request, { once: sent.once, body })
      const { programme } = sent
      const command = () => seatsToGrant(parts, { programme, key: ask.key, body })
      return answerTo(ask, () => toProgramme(parts, { ask, programme, command }))
    })
  },
  organisation: (parts, sent) =>
    filled({ of: readOnPage(organisationForm, sent.posted), once: sent.once }, (body) => {
      const ask = askOfForm(sent.request, { once: sent.once, body })
      const { programme } = sent
      const command = () => organisationToAdd(parts, { programme, body })
      return answerTo(ask, () => toProgramme(parts, { ask, programme, command }))
    }),
  person: (parts, sent) =>
    filled({ of: readOnPage(personForm, sent.posted), once: sent.once }, ({ person, ...body }) => {
      const ask = askOfForm(sent.request, { once: sent.once, body: { person, ...body } })
      const { programme } = sent
      return answerTo(ask, async () => {
        await mustHold(parts, { person: ask.person, programme, roles: keepers })
        return await registerPerson(parts, { ask, programme, person, body })
      })
    }),
  end: (parts, sent) =>
    filled({ of: readOnPage(endForm, sent.posted), once: sent.once }, ({ code }) => {
      const mandate = identifier.catch('-').parse(sent.posted('mandate')[0])
      const ask = askOfForm(sent.request, { once: sent.once, body: { mandate, code } })
      return answerTo(ask, async () => {
        const programme = await programmeOfSeat(parts, { request: sent.request, id: mandate, kind: 'mandate' })
        const command = async () => ({ type: 'revoke_mandate' as const, mandate, code })
        return await toProgramme(parts, { ask, programme, command })
      })
    }),
  confirm: async (parts, sent) => ({ answer: await confirm(parts, sent), form: undefined }),
  erase: async (parts, sent) => ({ answer: await erase(parts, sent), form: undefined }),
  confirm_erasure: async (parts, sent) => ({ answer: await eraseNow(parts, sent), form: undefined }),
}

const filled = async <S extends z.ZodType>(
  { of: { read, fields, others }, once }: { readonly of: ReadOnPage<S>; readonly once: string },
  send: (body: z.output<S>) => Promise<HttpAnswer>,
): Promise<PeopleOutcome> => {
  const form = { fields, others, once }
  return read === undefined ? { answer: undefined, form } : { answer: await send(read), form }
}

const kinds = z.enum(['seats', ...registerKinds]).catch('seats')
const Seq = z.coerce.number().pipe(seqRead).catch(1)

/** Confirms as a second person what was read: by the entry that stood on the page. */
const confirm = (parts: ApiParts, { request, programme, posted, once }: SentOnPeople): Promise<HttpAnswer> => {
  const kind = kinds.parse(posted('kind')[0])
  const [id = ''] = posted('proposal')
  const seq = Seq.parse(posted('seq')[0])
  const ask = askOfForm(request, { once, body: { kind, id, seq } })
  const { confirm_correction: correction } = confirmingCorrections
  const command = async () =>
    kind === 'seats'
      ? await seatsToConfirm(parts, { programme, proposal: id, seq })
      : correction.command({ params: { programme, kind, entry: id }, body: { seq } })
  return answerTo(ask, () => toProgramme(parts, { ask, programme, command }))
}

const Person = identifier.catch('-')

/** Asks that somebody be erased, as the route of a program does. */
const erase = (parts: ApiParts, { request, programme, posted, once }: SentOnPeople): Promise<HttpAnswer> => {
  const person = Person.parse(posted('person')[0])
  const ask = askOfForm(request, { once, body: { person, erases: true } })
  const command = () => erasureAsked(parts, { by: ask.person, programme, person })
  return answerTo(ask, () => toProgramme(parts, { ask, programme, command }))
}

/** Confirms as a second person what was read, by the entry that stood on the page. */
const eraseNow = (parts: ApiParts, { request, programme, posted, once }: SentOnPeople): Promise<HttpAnswer> => {
  const person = Person.parse(posted('person')[0])
  const seq = Seq.parse(posted('seq')[0])
  const ask = askOfForm(request, { once, body: { person, seq } })
  return answerTo(ask, () => confirmErasure(parts, { ask, programme, person, seq }))
}

/** Which form of the page an act is typed in; undefined: it is a button alone. */
export const formOfAct = (act: PeopleAct): PeopleForm | undefined =>
  act === 'confirm' || act === 'erase' || act === 'confirm_erasure' ? undefined : act
