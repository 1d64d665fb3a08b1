import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { makesQuorum, type Body } from '../../domain/body.js'
import type { EventOf } from '../../domain/event.js'
import type { SessionEvent } from '../../domain/events/sessions.js'
import { sessionRowOf, votesIn, type SessionEntry, type SessionRow } from '../../domain/session-row.js'
import type { LocalText } from '../../domain/locale.js'
import { sessionModeLabels, wasThere, type Attendance } from '../../domain/values/session-meeting.js'
import type { SightOfBase } from '../auth/sight.js'
import type { SessionResponse } from '../contract/session.js'
import { sessionRowLabels } from '../../domain/words/sessions.js'
import { labelsOf } from '../wording.js'

type View = z.output<typeof SessionResponse>
type RowView = View['items'][number]

interface Agenda {
  readonly convened: { readonly at: string; readonly event: EventOf<'session_convened'> }
  readonly notes: readonly { readonly at: string; readonly event: SessionEvent }[]
  /** The words about it, by their ids; null once their author was erased. */
  readonly texts: ReadonlyMap<string, string | null>
  readonly entries: ReadonlyMap<string, readonly SessionEntry[]>
  /** The steps that are decided on in the order of the ranks. */
  readonly keys: readonly string[]
  /** The body that decides on a base of the agenda; undefined where its step is not decided by votes. */
  readonly bodyOf: (on: { readonly base: BaseId; readonly key: string }) => Body | undefined
  readonly sightOf: (base: BaseId) => SightOfBase
}

/** A session as one person may see it: of a base in which he or she has an interest that it is on the agenda, and no more (SD5). */
export const sessionView = (
  { programme, session }: { readonly programme: ProgrammeId; readonly session: string },
  { convened: { at, event }, ...agenda }: Agenda,
): View => {
  const reads = readsAll(agenda, event)
  const noted = agenda.notes.flatMap(({ event: one }) => (one.type === 'session_noted' ? [one] : []))
  const items = event.ranking.map(({ base, score }, index) => {
    const row = sessionRowOf(agenda.entries.get(base) ?? [], { session, keys: agenda.keys })
    const told = {
      // What the reader may not read of presence, the quorum that is counted of it does not tell either.
      attended: reads ? attendedIn(noted) : [],
      // Before the body has decided the extract is a draft of its secretary.
      extract: row.status === 'decided' || reads ? extractIn(noted, { base, texts: agenda.texts }) : null,
      body: row.key === undefined ? undefined : agenda.bodyOf({ base, key: row.key }),
    }
    return { row, view: rowView(row, { place: index + 1, base, score, sight: agenda.sightOf(base), told }) }
  })
  const isOpen = items.some(({ row }) => row.status === 'waiting' || row.status === 'open')
  return {
    session,
    programme,
    convenedAt: at,
    convenedBy: event.by.person,
    ...whatBecame({ convened: { at, event }, ...agenda }),
    status: isOpen ? 'convened' : 'over',
    items: items.map(({ view }) => view),
  }
}

/** Minutes are of all bases on the agenda: who may not read them of one, such as whoever has an interest in it, reads none (SD5). */
const readsAll = ({ sightOf }: Pick<Agenda, 'sightOf'>, { ranking }: EventOf<'session_convened'>): boolean =>
  ranking.every(({ base }) => sightOf(base).sees({ kind: 'minutes' }) === 'whole')

type Became = Pick<View, 'meets' | 'moves' | 'papers' | 'attended' | 'minutes'>

/**
 * When, how and where it meets now, how that was moved, what was laid before it, who was there, and its minutes. Of a base that is closed
 * to the reader no paper is told, and whoever has an interest in one on the agenda reads nothing of what was said there (SD5).
 */
const whatBecame = ({ convened: { event }, notes, texts, sightOf }: Agenda): Became => {
  const moved = notes.flatMap(({ event: one, at }) => (one.type === 'session_moved' ? [{ ...one, at }] : []))
  const noted = notes.flatMap(({ event: one, at }) => (one.type === 'session_noted' ? [{ ...one, at }] : []))
  const meets = moved.at(-1)?.meets ?? event.meets
  const isOpen = (base: BaseId): boolean => sightOf(base).sees({ kind: 'base' }) === 'whole'
  const reads = readsAll({ sightOf }, event)
  const minutes = reads ? noted.findLast((one) => one.minutes !== undefined) : undefined
  return {
    meets:
      meets === undefined
        ? null
        : {
            on: meets.on,
            mode: meets.mode,
            modeLabel: { ...sessionModeLabels[meets.mode] },
            place: texts.get(meets.place?.id ?? '') ?? null,
          },
    moves: moved.map(({ from, meets: { on: to }, at, code, reason }) => ({
      from: from?.on ?? null,
      to,
      at,
      code,
      reason: texts.get(reason.id) ?? null,
    })),
    papers: noted
      .flatMap(({ papers = [] }) => papers)
      .filter(({ base }) => isOpen(base))
      .map((paper) => ({ ...paper })),
    attended: reads ? attendedIn(noted).map(({ person, from, to = null }) => ({ person, from, to })) : null,
    minutes: minutes?.minutes === undefined ? null : { text: texts.get(minutes.minutes.id) ?? null, at: minutes.at },
  }
}

type Noted = Extract<SessionEvent, { readonly type: 'session_noted' }>

/** Who was there, as it was noted last. */
const attendedIn = (noted: readonly Pick<Noted, 'present'>[]): readonly Attendance[] =>
  noted.findLast(({ present }) => present !== undefined)?.present ?? []

/** What the minutes say of a base, as it was noted last; null where nothing is left to read. */
const extractIn = (
  noted: readonly Pick<Noted, 'extracts'>[],
  { base, texts }: { readonly base: BaseId; readonly texts: Agenda['texts'] },
): LocalText | null => {
  const last = noted.flatMap(({ extracts = [] }) => extracts).findLast((one) => one.base === base)
  const [en, chinese] = [texts.get(last?.text.en.id ?? ''), texts.get(last?.text['zh-CN'].id ?? '')]
  return typeof en === 'string' && typeof chinese === 'string' ? { en, 'zh-CN': chinese } : null
}

/** The ids of all words about a session. */
export const textsOfSession = ({ convened, notes }: Pick<Agenda, 'convened' | 'notes'>): readonly string[] =>
  [
    convened.event.meets?.place,
    ...notes.flatMap(({ event }) =>
      event.type === 'session_moved'
        ? [event.meets.place, event.reason]
        : [event.minutes, ...(event.extracts ?? []).flatMap(({ text }) => Object.values(text))],
    ),
  ].flatMap((reference) => (reference === undefined ? [] : [reference.id]))

interface Shown extends Pick<RowView, 'place' | 'base' | 'score'> {
  readonly sight: SightOfBase
  readonly told: {
    readonly attended: readonly Attendance[]
    readonly extract: LocalText | null
    readonly body: Body | undefined
  }
}

/** Of those whose votes count, who was there when casting them: whoever came later, or had left, makes no quorum, nor do members without chair and deputy (8.4). */
const quorumIn = (
  { form, present }: SessionRow,
  { attended, body }: Pick<Shown['told'], 'attended' | 'body'>,
): RowView['quorum'] => {
  if (attended.length === 0 || body === undefined || form === 'written') return null
  const there = present.filter(({ person, at }) => person !== null && wasThere(attended, { person, at }))
  return { needs: body.quorum, there: there.length, met: makesQuorum(there, { body, form }) }
}

const rowView = (row: SessionRow, { sight, score, told, ...shown }: Shown): RowView => {
  if (sight.sees({ kind: 'base' }) !== 'whole') return { ...shown, ...nothing, withheld: true }
  const isVoting = row.status === 'open'
  const vote = { kind: 'act', act: 'vote', isSealed: isVoting, person: null, side: 'programme' } as const
  // Who was there, and how many said what, stands in the minutes once it is decided: whoever reads those and no single vote reads it here.
  const seesVotes = sight.sees(isVoting ? vote : { kind: 'paper', paper: 'session_minutes' }) === 'whole'
  const { status, step = null, key, form, convened, seats, present, recused, substitutes, result } = row
  return {
    ...shown,
    score,
    withheld: false,
    status,
    statusLabel: { ...sessionRowLabels[status] },
    step,
    form,
    convened,
    seats,
    cast: present.length,
    present: seesVotes ? present.map(({ person, role, at }) => ({ person, role, at })) : null,
    quorum: seesVotes ? quorumIn(row, told) : null,
    extract: told.extract === null ? null : { ...told.extract },
    recused: recused.map((one) => ({ ...one })),
    substitutes: [...substitutes],
    result:
      result === undefined || key === undefined
        ? null
        : {
            option: result.option,
            label: labelsOf({ key, option: result.option }),
            at: result.at,
            votes: seesVotes ? votesIn(row) : null,
          },
  }
}

/** Of a base that is closed to whoever looks. */
const nothing = {
  score: null,
  status: null,
  statusLabel: null,
  step: null,
  form: null,
  convened: null,
  seats: null,
  cast: null,
  present: null,
  quorum: null,
  extract: null,
  recused: null,
  substitutes: null,
  result: null,
} as const
