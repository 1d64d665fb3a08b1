import type { z } from 'zod'
import { erasedAmong, unknownPeople } from '../../db/reads/people.js'
import { readRegisterEntry } from '../../db/reads/register.js'
import { readSeatProposal } from '../../db/reads/seat-proposals.js'
import type { ProgrammeCommand } from '../../domain/command.js'
import { defined } from '../../domain/values/defined.js'
import type { MandateGrant } from '../../domain/values/mandate.js'
import { firstMoment, lastMoment } from '../asking/asked-moment.js'
import { derivedUuid } from './fingerprint.js'
import type { seating } from '../contract/commands/programme.js'
import type { ApiParts } from '../parts.js'
import { notFound, type No } from '../problems.js'

interface Granting {
  readonly programme: string
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
  const mandates = body.mandates.map(({ base, from, until, ...grant }, index) => ({
    ...grant,
    id: derivedUuid(key, String(index)),
    from: from === undefined ? now : firstMoment(from),
    ...defined({ base, until: until === undefined ? undefined : lastMoment(until) }),
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
  readonly programme: string
  readonly mandates: readonly MandateGrant[]
  readonly proposal: string
}

const noSeats = async ({ db }: ApiParts, { programme, mandates, proposal }: NewSeats): Promise<No | undefined> => {
  const people = [...new Set(mandates.map((grant) => grant.person))]
  const erased = await erasedAmong(db, { people })
  if (erased !== undefined) return { code: 'person_erased', detail: { person: erased } }
  const [unknown] = await unknownPeople(db, { people })
  if (unknown !== undefined) throw notFound(`person ${unknown}`)
  for (const id of new Set(mandates.map((grant) => grant.organisation)))
    if ((await readRegisterEntry(db, { programme, kind: 'organisation', id })) === undefined)
      return { code: 'not_registered', detail: { kind: 'organisation', id } }
  const known = await readSeatProposal(db, { programme, id: proposal })
  return known && { code: 'proposal_exists', detail: { proposal } }
}

interface Confirming {
  readonly programme: string
  readonly proposal: string
  /** The entry that the second person read. */
  readonly seq: number
}

/** Seats that a second person confirms, or why not: somebody among them was erased meanwhile. */
export const seatsToConfirm = async (
  { db }: ApiParts,
  { programme, proposal, seq }: Confirming,
): Promise<ProgrammeCommand | No> => {
  const found = await readSeatProposal(db, { programme, id: proposal })
  const person = await erasedAmong(db, { people: (found?.mandates ?? []).map((grant) => grant.person) })
  return person === undefined ? { type: 'confirm_seats', proposal, seq } : { code: 'person_erased', detail: { person } }
}
