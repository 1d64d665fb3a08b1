import type { MandateGrant } from '../domain/values/mandate.js'
import { atMilliseconds, change, put, type Changeable, type Followers } from './row.js'

/** The seats a programme grants, lends and takes back. */
export const seatFollowers: Followers = {
  mandates_granted: (rows, { event: { mandates }, seq }) => {
    for (const grant of mandates) granted(rows, { seq, grant })
  },
  founder_seated: (rows, { event: { seat }, seq }) => granted(rows, { seq, grant: seat }),
  seat_delegated: (rows, { event: { mandate }, seq }) => granted(rows, { seq, grant: mandate }),
  mandate_revoked: (rows, { event: { mandate } }) => revoked(rows, mandate),
  delegation_ended: (rows, { event: { delegation } }) => revoked(rows, delegation),
}

const revoked = (rows: Changeable, id: string): void =>
  change(rows, { name: `seat/${id}`, to: () => ({ revoked: true }) })

interface Granted {
  readonly seq: number
  readonly grant: MandateGrant
}

/** The first of an id counts: a later one changes nothing. */
const granted = (rows: Changeable, { seq, grant }: Granted): void => {
  const { id, person, organisation, role, base = null, from, until, delegation } = grant
  const name = `seat/${id}`
  if (rows.has(name)) return
  const holds = {
    person,
    organisation,
    role,
    base,
    from: atMilliseconds(from),
    until: until ? atMilliseconds(until) : null,
    seq,
    delegator: delegation?.delegator ?? null,
    lends: delegation?.mandate ?? null,
    steps: delegation?.steps ?? null,
    revoked: false,
  }
  put(rows, { name, code: 'seat_differs', subject: id, holds })
}
