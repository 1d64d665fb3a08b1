import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import { listRegister } from '../../db/reads/register.js'
import { namesOf } from '../../db/reads/names.js'
import type { Name } from '../../db/schema/programme-tables.js'
import { dateInWords, locales, type LocalText } from '../../domain/locale.js'
import type { RegisterEntry } from '../../domain/register.js'
import { roles } from '../../domain/role.js'
import { momentInWords, programmeDay } from '../../domain/words/hours.js'
import type { WaitingShown } from '../../web/work/people-model.js'
import { programmesHeld } from '../auth/must-hold.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { nameIn } from '../views/person-name.js'
import { proposalReaders } from '../read-routes.js'
import { proposalsOf } from '../routes/publishing.js'
import { seatProposalsOf } from '../routes/programmes.js'

interface Asked {
  readonly person: PersonId
  readonly programme: ProgrammeId
}

type Proposal = Awaited<ReturnType<typeof proposalsOf>>['items'][number]
type Seats = Awaited<ReturnType<typeof seatProposalsOf>>['items'][number]

/** Seats and corrections that wait for a second person, for whoever reads proposals; rules are read whole elsewhere. */
export const peopleWaiting = async (
  parts: ApiParts,
  { person, programme }: Asked,
): Promise<readonly WaitingShown[]> => {
  if ((await programmesHeld(parts, { person, programme, roles: proposalReaders })).length === 0) return []
  const proposals = await everyPage((page) => proposalsOf(parts, { programme, ...page }))
  const waiting = proposals.filter(({ kind }) => kind !== 'rules')
  if (waiting.length === 0) return []
  const [seats, register] = await Promise.all([
    everyPage((page) => seatProposalsOf(parts, { programme, ...page })),
    everyPage((page) => listRegister(parts.db, { programme, ...page })),
  ])
  const people = [...waiting.map(({ proposedBy }) => proposedBy), ...seats.flatMap(seated)]
  const names = await namesOf(parts.db, { people })
  return waiting.map((one) => {
    const found = seats.find(({ proposal }) => one.kind === 'seats' && proposal === one.id)
    const entry = register.find(({ asked }) => asked?.kind === one.kind && asked.id === one.id)
    return waitingShown(one, { person, names, seats: found, entry })
  })
}

const seated = ({ seats }: Seats): readonly string[] => seats.map(({ person }) => person)

interface Around {
  readonly person: PersonId
  readonly names: ReadonlyMap<string, Name>
  readonly seats: Seats | undefined
  readonly entry: { readonly entry: RegisterEntry; readonly asked: RegisterEntry | null } | undefined
}

const waitingShown = (
  { kind, id, seq, proposedBy, proposedAt, mayConfirm }: Proposal,
  { person, names, seats, entry }: Around,
): WaitingShown => ({
  kind,
  id,
  seq,
  proposedAt,
  proposedBy: called(names, proposedBy),
  mayConfirm: mayConfirm.includes(person),
  once: randomUUID(),
  seats: (seats?.seats ?? []).map((seat) => seatInWords(seat, names)),
  paper:
    seats === undefined
      ? undefined
      : 'sha256' in seats.paper
        ? seats.paper.sha256
        : `${seats.paper.number}, ${seats.paper.date}`,
  correction:
    entry === undefined || entry.asked === null
      ? undefined
      : { stands: entryInWords(entry.entry), asked: entryInWords(entry.asked) },
})

/** The name of somebody, else the id. */
export const called = (names: ReadonlyMap<string, Name>, id: string): LocalText => {
  const name = nameIn(names, id)
  return { en: name?.en ?? id, 'zh-CN': name?.local ?? id }
}

const words = {
  en: { whole: 'the whole programme', open: 'without an end', comma: ', ' },
  'zh-CN': { whole: '整个项目', open: '无期限', comma: '，' },
} as const

/** All of a proposed seat: who, as what, for what, on whose behalf, from when until when. */
const seatInWords = (seat: Seats['seats'][number], names: ReadonlyMap<string, Name>): LocalText => {
  const name = called(names, seat.person)
  const said = locales.map((locale) => {
    const say = words[locale]
    const day = (at: string): string => dateInWords(programmeDay(at), locale)
    return [
      `${name[locale]} (${seat.person})`,
      roles[seat.role].label[locale],
      seat.base ?? say.whole,
      seat.organisation,
      `${day(seat.from)} – ${seat.until === null ? say.open : momentInWords(seat.until)[locale]}`,
    ].join(say.comma)
  })
  const [en = '', zh = ''] = locales[0] === 'en' ? said : said.toReversed()
  return { en, 'zh-CN': zh }
}

/** An entry of the register in the words it holds. */
const entryInWords = (entry: RegisterEntry): string => {
  switch (entry.kind) {
    case 'organisation':
      return `${entry.name.en} · ${entry.name.local} · ${entry.country}`
    case 'place':
      return `${entry.id} · ${entry.zone} · ${entry.languages.join(' ')}`
    case 'category':
      return `${entry.name.en} · ${entry.name['zh-CN']}`
    case 'names':
      return [entry.name, entry.place, entry.government].filter((one) => one !== undefined).join(' · ')
  }
}
