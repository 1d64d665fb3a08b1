import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { exhibitsById } from '../../db/reads/exhibits.js'
import { isKnownPerson } from '../../db/reads/people.js'
import { readSession } from '../../db/reads/ranked-sessions.js'
import { saveText } from '../../db/writes/texts.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { ProgrammeCommand } from '../../domain/command.js'
import { offices } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import type { MinutesExtract, SessionMeeting } from '../../domain/values/session-meeting.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import { mustActAs } from '../auth/must-hold.js'
import type { Read } from '../contract/commands/entry.js'
import type { seating } from '../contract/commands/programme.js'
import type { ApiParts } from '../parts.js'
import { notFound, type No } from '../problems.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'
import type { WriteRequest } from './ask.js'

type Moving = Read<typeof seating.move_session.params, typeof seating.move_session.body>
type Noting = Read<typeof seating.note_session.params, typeof seating.note_session.body>

interface Asking {
  readonly ask: WriteRequest
}

interface Wording {
  readonly programme: ProgrammeId
  readonly person: PersonId
  readonly body: string
}

/** Keeps words about a session in the ledger of its programme, sealed under the key of whoever wrote them. */
const kept = async (
  { db, clock }: ApiParts,
  { programme, person, body }: Wording,
): Promise<TextReference | undefined> =>
  await saveText(db, { stream: programme, author: person, body, at: clock().toISOString() })

const erased = (person: PersonId): No => ({ code: 'person_erased', detail: { person } })

/** When, how and where a session meets; the place is words, which stay outside. Undefined: no day was named. */
export const meetingOf = async (
  parts: ApiParts,
  { programme, person, on, mode = 'in_room', place }: MeetingAsked,
): Promise<SessionMeeting | No | undefined> => {
  if (on === undefined) return undefined
  const day = { on: plainDate(on), mode }
  if (place === undefined) return day
  const words = await kept(parts, { programme, person, body: place })
  return words === undefined ? erased(person) : { ...day, place: words }
}

interface MeetingAsked {
  readonly programme: ProgrammeId
  readonly person: PersonId
  readonly on: string | undefined
  readonly mode?: SessionMeeting['mode'] | undefined
  readonly place?: string | undefined
}

/** The day of a session is moved: the bases of its agenda hear of it. */
export const sessionToMove = async (
  parts: ApiParts,
  { ask: { person }, params: { programme, session }, body: { on, mode, place, code, reason } }: Moving & Asking,
): Promise<ProgrammeCommand | No> => {
  const convened = await readSession(parts.db, { programme, session })
  const meets = await meetingOf(parts, { programme, person, on, mode, place })
  const why = await kept(parts, { programme, person, body: reason })
  if (meets === undefined || why === undefined) return erased(person)
  if ('code' in meets) return meets
  const bases = convened?.event.ranking.map(({ base }) => base) ?? []
  return { type: 'move_session', session, meets, code, reason: why, bases }
}

/**
 * What is noted of a session: exhibits of bases on its agenda that its sender sees, people who are known, minutes. Whoever convenes none is
 * refused before anything that is named is looked for.
 */
export const sessionToNote = async (
  parts: ApiParts,
  {
    ask: { person },
    params: { programme, session },
    body: { papers, present, minutes, extracts = [] },
  }: Noting & Asking,
): Promise<ProgrammeCommand | No> => {
  await mustActAs(parts, { person, programme, roles: offices.convenes })
  await mustBeThere(parts, { programme, session, person, papers: papers ?? [], extracts })
  for (const { person: id } of present ?? [])
    if (!(await isKnownPerson(parts.db, { id }))) throw notFound(`person ${id}`)
  const words = minutes === undefined ? undefined : await kept(parts, { programme, person, body: minutes })
  if (minutes !== undefined && words === undefined) return erased(person)
  const told: MinutesExtract[] = []
  for (const { base, text } of extracts) {
    const en = await kept(parts, { programme, person, body: text.en })
    const chinese = await kept(parts, { programme, person, body: text['zh-CN'] })
    if (en === undefined || chinese === undefined) return erased(person)
    told.push({ base, text: { en, 'zh-CN': chinese } })
  }
  return {
    type: 'note_session',
    session,
    ...defined({
      papers,
      present: present?.map(({ person: who, from, to }) => ({ person: who, from, ...defined({ to }) })),
      minutes: words,
      extracts: told.length === 0 ? undefined : told,
    }),
  }
}

type Noted = z.output<typeof seating.note_session.body>

interface Laid {
  readonly programme: ProgrammeId
  readonly session: string
  readonly person: PersonId
  readonly papers: NonNullable<Noted['papers']>
  readonly extracts: NonNullable<Noted['extracts']>
}

/** What is not on the agenda, or not for the eyes of whoever names it, is answered as if it were not there. */
const mustBeThere = async (parts: ApiParts, { programme, session, person, papers, extracts }: Laid): Promise<void> => {
  if (papers.length + extracts.length === 0) return
  const convened = await readSession(parts.db, { programme, session })
  const agenda = convened?.event.ranking.map(({ base }) => base) ?? []
  const strange = extracts.find(({ base }) => !agenda.includes(base))
  if (strange !== undefined) throw notFound(`base ${strange.base}`)
  for (const { base, exhibit } of papers) {
    if (!agenda.includes(base)) throw notFound(`base ${base}`)
    const sees = await exhibitSight(parts, { base, person })
    const row = (await exhibitsById(parts.db, { base, ids: [exhibit] })).get(exhibit)
    if (row === undefined || sees(row) === 'none') throw notFound(`exhibit ${exhibit}`)
  }
}
