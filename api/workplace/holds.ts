import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { namesOf } from '../../db/reads/names.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { listHolds, type ListedHold } from '../../db/reads/records.js'
import type { FromPage } from '../../domain/form/posted.js'
import { offices, roles } from '../../domain/role.js'
import { reasonCodeLabels } from '../../domain/words/reason-codes.js'
import { localText } from '../../domain/locale.js'
import type { HoldAct, HoldShown, HoldsShown } from '../../web/work/holds.js'
import type { FormShown } from '../../web/work/people-model.js'
import { programmesHeld } from '../auth/must-hold.js'
import type { HttpAnswer } from '../commands/answer.js'
import { toProgramme } from '../commands/to-programme.js'
import { onHold, records } from '../contract/commands/records.js'
import { seqRead } from '../contract/publishing.js'
import { identifier } from '../contract/scalars.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { holdAsked } from '../routes/records.js'
import { askedBy, readOnPage } from './contract-form.js'
import { answerTo, askOfForm } from './form-as-write.js'
import { codeChoices } from './people-forms.js'
import { called } from './people-waiting.js'

/** What is asked for to hold records: the contract of the command. */
const holdForm = {
  schema: records.hold_records.body,
  fields: {
    person: {
      label: localText('Number of the person', '人员编号'),
      hint: localText('Such as p-so-3.', '例如 p-so-3。'),
    },
    base: {
      label: localText('Or number of the base', '或基地编号'),
      hint: localText(
        'Such as gasme-C09-yueqing-1: of everybody who acted on it.',
        '例如 gasme-C09-yueqing-1：即办理过该基地事项的全部人员。',
      ),
    },
    code: { label: localText('Reason', '原因'), choices: codeChoices },
  },
}

interface Asked {
  readonly person: PersonId
  readonly programme: ProgrammeId
  readonly after?: string | undefined
  /** The form that was sent, with what is wrong in it. */
  readonly sent?: FormShown | undefined
  readonly told: HoldsShown['told']
}

/** The page of holds, with the acts that are of its reader: what waits is confirmed by another than asked for it (8.13). */
export const holdsShown = async (
  parts: ApiParts,
  { person, programme: id, after, sent, told }: Asked,
): Promise<HoldsShown> => {
  const programme = await readProgramme(parts.db, { id })
  if (programme === undefined) throw notFound(`programme ${id}`)
  const [page, held] = await Promise.all([
    listHolds(parts.db, { programme: id, after }),
    programmesHeld(parts, { person, programme: id, roles: offices.holdsRecords }),
  ])
  const names = await namesOf(parts.db, { people: page.items.flatMap((hold) => hold.person ?? []) })
  const mayAct = held.length > 0
  return {
    programme: { id, label: programme.label, rehearsal: programme.rehearsal },
    holds: page.items.map((hold) => holdShown(hold, { person, mayAct, names })),
    next: page.next,
    form: mayAct ? (sent ?? { fields: askedBy(holdForm), others: [], once: randomUUID() }) : undefined,
    holders: offices.holdsRecords.map((role) => roles[role].label),
    told,
  }
}

const actOn = { asked: 'confirm_hold', held: 'release', release_asked: 'confirm_release', released: undefined } as const

interface Reading {
  readonly person: PersonId
  readonly mayAct: boolean
  readonly names: Awaited<ReturnType<typeof namesOf>>
}

const holdShown = (hold: ListedHold, { person: reader, mayAct, names }: Reading): HoldShown => {
  const { id, person, base, code, state, askedAt, heldAt, releasedAt, seq, askedBy: by } = hold
  const isOwn = mayAct && by === reader
  return {
    id,
    of:
      person === null
        ? { kind: 'base', called: localText(base ?? '', base ?? '') }
        : { kind: 'person', called: called(names, person) },
    code: reasonCodeLabels[code],
    state,
    at: releasedAt ?? heldAt ?? askedAt,
    seq,
    act: mayAct && !isOwn ? actOn[state] : undefined,
    isOwn,
    once: randomUUID(),
  }
}

interface Sent {
  readonly request: FastifyRequest
  readonly programme: ProgrammeId
  readonly posted: FromPage
  readonly once: string
  readonly act: HoldAct
}

const Seq = z.coerce.number().pipe(seqRead).catch(1)

/** Does what was sent, on the way of the route a program sends it to; without an answer, what does not fit in the form. */
export const actOnHolds = async (
  parts: ApiParts,
  { request, programme, posted, once, act }: Sent,
): Promise<{ readonly answer: HttpAnswer | undefined; readonly form: FormShown | undefined }> => {
  if (act === 'hold') {
    const { read, ...form } = readOnPage(holdForm, posted)
    if (read === undefined) return { answer: undefined, form: { ...form, once } }
    const ask = askOfForm(request, { once, body: read })
    const command = () => holdAsked(parts, { programme, key: ask.key, ...read })
    return {
      answer: await answerTo(ask, () => toProgramme(parts, { ask, programme, command })),
      form: { ...form, once },
    }
  }
  const hold = identifier.catch('-').parse(posted('hold')[0])
  const seq = Seq.parse(posted('seq')[0])
  const ask = askOfForm(request, { once, body: { act, hold, seq } })
  const params = { programme, hold }
  const commands = {
    confirm_hold: () => onHold.confirm_hold.command({ params, body: { seq } }),
    release: () => onHold.release_records.command({ params, body: {} }),
    confirm_release: () => onHold.confirm_release.command({ params, body: { seq } }),
  }
  const command = async () => commands[act]()
  return { answer: await answerTo(ask, () => toProgramme(parts, { ask, programme, command })), form: undefined }
}
