import type { EventOf } from '../event.js'
import { offices, roles } from '../role.js'
import { letter, type Sent } from './letter.js'
import { otherWords } from './other-words.js'

/** Letters about what was brought to prove a fact: to whoever brought it, and to compliance where it may not be genuine (8.6). */
export const exhibitLetters = {
  exhibit_returned: letter({
    facts: ['exhibit'],
    on: { exhibit_returned: ({ broughtBy, ...event }) => ({ roles: [], people: [broughtBy], facts: told(event) }) },
    words: otherWords.exhibitReturned,
  }),
  expiry_told: letter({
    facts: ['expiring'],
    on: {
      // Of a place whoever holds the office then has to renew it; of the programme whoever brought it.
      expiry_told: ({ exhibits: ids, expiresOn: on, broughtBy, role }) => ({
        roles: role === undefined || roles[role].side === 'programme' ? [] : [role],
        people: [broughtBy],
        facts: { expiring: { ids, on } },
      }),
    },
    ends: 'remind',
    words: otherWords.expiryTold,
  }),
  exhibit_doubted: letter({
    facts: ['exhibit'],
    on: { exhibit_returned: (event) => doubted(event) },
    ends: 'request',
    words: otherWords.exhibitDoubted,
  }),
}

const told = ({
  exhibit: id,
  code,
}: Pick<EventOf<'exhibit_returned'>, 'exhibit' | 'code'>): Sent<'exhibit'>['facts'] => ({ exhibit: { id, code } })

/** Compliance hears of what may be forged, whoever found it; not where its own officer did. */
const doubted = ({ by, ...event }: EventOf<'exhibit_returned'>): Sent<'exhibit'> | undefined =>
  event.code === 'doubtful' && !offices.receivesConfidential.includes(by.role)
    ? { roles: offices.receivesConfidential, facts: told(event) }
    : undefined
