import type { FollowedRow, Followers } from './row.js'
import { change, put } from './row.js'

/** What was brought to prove facts, and what became of it. */
export const exhibitFollowers: Followers = {
  exhibit_received: (rows, { event, seq, at }) => {
    const { exhibit, kind, classProposed, readers, file, words, expiresOn = null, stage, by } = event
    const holds: FollowedRow['holds'] = {
      kind,
      classProposed,
      class: null,
      readers,
      status: 'received',
      sha256: file.sha256,
      size: file.size,
      media: file.media,
      scan: file.scan,
      pages: file.pages ?? null,
      words: words.id,
      expiresOn,
      stage,
      person: by.person,
      role: by.role,
      receivedSeq: seq,
      receivedAt: at,
      checkedBy: null,
      checkedAt: null,
      settledBy: null,
      settledAt: null,
      code: null,
      reason: null,
      successor: null,
      periods: event.periods ?? null,
      territories: event.territories ?? null,
      issuedOn: event.issuedOn ?? null,
      personal: event.personal ?? null,
    }
    put(rows, { name: nameOf(exhibit), code: 'exhibit_differs', subject: exhibit, holds })
  },
  exhibit_superseded: (rows, { event: { exhibit, successor } }) =>
    change(rows, { name: nameOf(exhibit), to: () => ({ status: 'superseded', successor }) }),
  expiry_told: () => undefined,
  exhibit_checked: (rows, { event, at }) => {
    const { exhibit, class: set, by, periods, territories } = event
    change(rows, {
      name: nameOf(exhibit),
      to: (was) => ({
        status: 'checked',
        class: set,
        checkedBy: by.person,
        checkedAt: at,
        periods: periods ?? was['periods'],
        territories: territories ?? was['territories'],
      }),
    })
  },
  exhibit_accepted: (rows, { event: { exhibit, by }, at }) =>
    change(rows, {
      name: nameOf(exhibit),
      to: () => ({ status: 'accepted', settledBy: by.person, settledAt: at }),
    }),
  exhibit_returned: (rows, { event: { exhibit, code, reason, by }, at }) =>
    change(rows, {
      name: nameOf(exhibit),
      to: () => ({ status: 'returned', code, reason: reason?.id ?? null, settledBy: by.person, settledAt: at }),
    }),
}

const nameOf = (exhibit: string): string => `exhibit/${exhibit}`
