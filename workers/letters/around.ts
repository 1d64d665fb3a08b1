import type { Kysely } from 'kysely'
import { namesOf } from '../../db/reads/names.js'
import type { Database } from '../../db/schema.js'
import type { Name } from '../../db/schema/programme-tables.js'
import { seatInForce } from '../../db/seats.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { Audience } from '../../domain/letters/letter.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { offices, roles, type Side } from '../../domain/role.js'
import { isFor } from '../../domain/seat.js'
import { supervisorOf } from '../../domain/supervisor.js'
import type { Actor } from '../../domain/values/actor.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import { defined } from '../../domain/values/defined.js'
import type { MailFacts } from '../../mail/letter.js'
import { actsOn, type LetterStanding, type StandingOf } from './standing.js'

type Db = Kysely<Database>

/** What somebody is called in a letter. */
export type NameOf = (person: PersonId) => LocalText

/** Who reads a letter and who sends it, at the moment of sending. */
export type AroundLetter = Pick<MailFacts, 'side' | 'audience' | 'body' | 'manager' | 'writtenAt'> & {
  readonly languages: readonly Locale[]
  readonly nameOf: NameOf
  /** Until when a place is kept for the base. */
  readonly slotUntil?: Instant
}

/** Finds it for the letters of one look. */
export const arounds =
  (db: Db, standingOf: StandingOf): ((letter: OutgoingLetter) => Promise<AroundLetter>) =>
  async (letter) => {
    const standing = await standingOf(letter)
    const nameOf = await namesIn(db, letter)
    if (standing === undefined) return { languages: [letter.language], nameOf }
    const seat = seatFor((await standing.reader()).mandates, letter)
    const side = seat === undefined ? undefined : roles[seat.role].side
    return {
      nameOf,
      languages: languagesFor(side, { letter, standing }),
      writtenAt: standing.now,
      ...defined({
        side,
        audience: await audienceOf(standing, side),
        body: seat === undefined ? undefined : await nameOfOrganisation(db, { letter, id: seat.organisation }),
        manager: await managerOf(db, { letter, standing }),
        slotUntil: standing.state.facts.slotUntil,
      }),
    }
  }

/** On whose side somebody reads a letter. */
export const sideOf = ({ mandates }: Pick<Actor, 'mandates'>, letter: OutgoingLetter): Side | undefined => {
  const seat = seatFor(mandates, letter)
  return seat === undefined ? undefined : roles[seat.role].side
}

/** The seat by which somebody reads: at the place of the base, else one for it, else any of the programme. */
const seatFor = (mandates: readonly HeldMandate[], { base }: OutgoingLetter): HeldMandate | undefined => {
  const here = mandates.filter((one) => isFor(one, base))
  return here.find(({ role }) => roles[role].side === 'partner') ?? here.find((one) => one.base === base) ?? here[0]
}

/** Whoever reads at a place of two languages has both in one mail, the own first; whoever works in the office has the own one alone. */
const languagesFor = (
  side: MailFacts['side'],
  { letter: { language }, standing: { state } }: { readonly letter: OutgoingLetter; readonly standing: LetterStanding },
): readonly Locale[] =>
  side === 'partner' ? [language, ...state.languages.filter((one) => one !== language)] : [language]

/** Whom a letter about a step reaches: the one who acts, the head of the place, somebody else there, or the office. */
const audienceOf = async (standing: LetterStanding, side: MailFacts['side']): Promise<Audience | undefined> => {
  if (standing.step === undefined) return undefined
  const reader = await standing.reader()
  if (actsOn(reader, standing)) return 'actor'
  if (side !== 'partner') return 'staff'
  const head = supervisorOf(offices.withdraws)
  return reader.mandates.some(({ role }) => role === head) ? 'head' : 'place'
}

const nameOfOrganisation = async (
  db: Db,
  { letter: { programme }, id }: { readonly letter: OutgoingLetter; readonly id: string },
): Promise<LocalText | undefined> => {
  const row = await db
    .selectFrom('register_entry')
    .select('entry')
    .where('programme', '=', programme)
    .where('kind', '=', 'organisation')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.entry.kind === 'organisation' ? bothNames(row.entry.name) : undefined
}

/** Who manages the base: by a seat of its own, else the one who manages all of them. */
const managerOf = async (
  db: Db,
  { letter, standing: { now } }: { readonly letter: OutgoingLetter; readonly standing: LetterStanding },
): Promise<LocalText | undefined> => {
  const seats = await db
    .selectFrom('mandate')
    .select(['person', 'base'])
    .where('programme', '=', letter.programme)
    .where('role', '=', offices.nominates)
    .where('lends', 'is', null)
    .where((eb) => eb.or([eb('base', 'is', null), eb('base', '=', letter.base)]))
    .where(seatInForce('mandate', now))
    .orderBy('person')
    .execute()
  const own = seats.filter(({ base }) => base !== null)
  const [only, ...others] = own.length > 0 ? own : seats
  if (only === undefined || others.length > 0) return undefined
  const name = (await namesOf(db, { people: [only.person] })).get(only.person)
  return name && bothNames(name)
}

/** The people a letter tells of. One who was erased is not named any more (8.13). */
const namesIn = async (db: Db, { facts: { paper, agreedBy, voided } }: OutgoingLetter): Promise<NameOf> => {
  const told = [paper?.enteredBy, paper?.confirmedBy, paper?.refusedBy, agreedBy, voided?.decidedBy]
  const people = [...(paper === undefined ? [] : [paper.signatory]), ...told.flatMap((one) => one?.person ?? [])]
  const names = await namesOf(db, { people })
  return (person) => {
    const name = names.get(person)
    return name === undefined ? removed : bothNames(name)
  }
}

const removed: LocalText = { en: 'name removed on request', 'zh-CN': '姓名已依申请删除' }

const bothNames = ({ en, local }: Name): LocalText => ({ en, 'zh-CN': local })
