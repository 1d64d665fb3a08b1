import type { z } from 'zod'
import { readHeld } from '../../db/reads/actors.js'
import { readBase } from '../../db/reads/bases.js'
import { basesNamed } from '../../db/reads/own-seats.js'
import { erasedAmong, unknownPeople } from '../../db/reads/people.js'
import { readRegisterEntry } from '../../db/reads/register.js'
import { readSeatProposal } from '../../db/reads/seat-proposals.js'
import type { ProgrammeCommand } from '../../domain/command.js'
import { programmeOfBase, type BaseId, type ProgrammeId } from '../../domain/ids.js'
import { seatsBeside } from '../../domain/programme/founding.js'
import { roles, type Role } from '../../domain/role.js'
import { seatAcross } from '../../domain/seat.js'
import { defined } from '../../domain/values/defined.js'
import type { HeldMandate, MandateGrant } from '../../domain/values/mandate.js'
import { endOfSeat, firstMoment } from '../asking/asked-moment.js'
import { derivedUuid } from './fingerprint.js'
import type { seating } from '../contract/commands/programme.js'
import type { ApiParts } from '../parts.js'
import { notFound, type No } from '../problems.js'

interface Granting {
  readonly programme: ProgrammeId
  /** The id of the command, by which the seats are named. */
  readonly key: string
  readonly body: z.output<typeof seating.grant_mandates.body>
}

/** Seats that are proposed, or why not: nobody is there, it is not known for whom they would act, or the name is taken. */
export const seatsToGrant = async (
  parts: ApiParts,
  { programme, key, body }: Granting,
): Promise<ProgrammeCommand | No> => {
  const now = parts.clock().toISOString()
  const bases = [...new Set(body.mandates.flatMap(({ base }) => base ?? []))]
  const places = await basesNamed(parts.db, bases)
  // The days of a seat are those of its side (R4): where the place is, for a seat of the place.
  const zoneOf = (role: Role, base: BaseId | undefined): string | undefined =>
    base === undefined || roles[role].side === 'programme' ? undefined : (places.get(base)?.zone ?? undefined)
  const mandates = body.mandates.map(({ base, from, until, ...grant }, index) => ({
    ...grant,
    id: derivedUuid(key, String(index)),
    from: from === undefined ? now : firstMoment(from, zoneOf(grant.role, base)),
    ...defined({ base, until: until === undefined ? undefined : endOfSeat(until, zoneOf(grant.role, base)) }),
  }))
  const { proposal = key, paper } = body
  return (
    (await noSeats(parts, { programme, mandates, proposal })) ?? {
      type: 'grant_mandates',
      mandates,
      proposal,
      ...defined({ paper }),
    }
  )
}

interface NewSeats {
  readonly programme: ProgrammeId
  readonly mandates: readonly MandateGrant[]
  readonly proposal: string
}

const noSeats = async (
  { db, clock }: ApiParts,
  { programme, mandates, proposal }: NewSeats,
): Promise<No | undefined> => {
  const people = [...new Set(mandates.map((grant) => grant.person))]
  const erased = await erasedAmong(db, { people })
  if (erased !== undefined) return { code: 'person_erased', detail: { person: erased } }
  const [unknown] = await unknownPeople(db, { people })
  if (unknown !== undefined) throw notFound(`person ${unknown}`)
  for (const id of new Set(mandates.map((grant) => grant.organisation)))
    if ((await readRegisterEntry(db, { programme, kind: 'organisation', id })) === undefined)
      return { code: 'not_registered', detail: { kind: 'organisation', id } }
  await mustBeThere({ db }, { programme, bases: mandates.map(({ base }) => base) })
  const known = await readSeatProposal(db, { programme, id: proposal })
  return known
    ? { code: 'proposal_exists', detail: { proposal } }
    : await besideOthers({ db, clock }, { programme, mandates })
}

/** Throws for a base of the programme that is not there. Of another one's nothing is said here: the judge refuses it. */
export const mustBeThere = async (
  { db }: Pick<ApiParts, 'db'>,
  { programme, bases }: { readonly programme: ProgrammeId; readonly bases: readonly (string | undefined)[] },
): Promise<void> => {
  for (const id of new Set(bases))
    if (id !== undefined && programmeOfBase(id) === programme && (await readBase(db, { id })) === undefined)
      throw notFound(`base ${id}`)
}

/**
 * A seat of a place for somebody who acts for the programme by a lent one: that would be lending it to a place (SD10). Or for somebody
 * who is to hear when that very seat is silent (E2).
 */
const besideOthers = async (
  { db, clock }: Pick<ApiParts, 'db' | 'clock'>,
  { programme, mandates }: Pick<NewSeats, 'programme' | 'mandates'>,
): Promise<No | undefined> => {
  const now = clock().toISOString()
  const held = new Map<string, readonly HeldMandate[]>()
  for (const { person, role } of mandates) {
    const own = held.get(person) ?? (await readHeld(db, { person, programme }))
    held.set(person, own)
    const across = seatAcross({ role, isLent: false }, { held: own, now })
    if (across !== undefined) return { code: 'sides_apart', detail: { rule: 'SD10', person, role, holds: across.role } }
  }
  return seatsBeside(mandates, (person) => held.get(person) ?? [])
}

interface Confirming {
  readonly programme: ProgrammeId
  readonly proposal: string
  /** The entry that the second person read. */
  readonly seq: number
}

/** Seats that a second person confirms, or why not: somebody among them was erased meanwhile, or got a seat that stands against it. */
export const seatsToConfirm = async (
  { db, clock }: ApiParts,
  { programme, proposal, seq }: Confirming,
): Promise<ProgrammeCommand | No> => {
  const { mandates = [] } = (await readSeatProposal(db, { programme, id: proposal })) ?? {}
  const person = await erasedAmong(db, { people: mandates.map((grant) => grant.person) })
  if (person !== undefined) return { code: 'person_erased', detail: { person } }
  return (await besideOthers({ db, clock }, { programme, mandates })) ?? { type: 'confirm_seats', proposal, seq }
}
