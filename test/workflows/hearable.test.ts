import { expect, test } from '@jest/globals'
import type { Stand } from '../../domain/stand.js'
import { leavingIn, movedIn, offeredIn, rankedIn, standingIn } from '../../workflows/hearable.js'

const place = { cluster: 'C09-yueqing', category: 'electronics', province: 'zhejiang', overlaps: ['C10-liushi'] }
const waits = { place, score: 87, since: '2026-03-02T08:00:00.000Z', waived: false }
const stands: readonly Stand[] = [
  { is: 'none' },
  { is: 'holding', slot: 3, active: true, place },
  { is: 'waiting', ...waits, code: 'QUO', passed: ['decline'], offer: 'o-1' },
  { is: 'offered', ...waits, offer: 'o-1', until: '2026-04-02T08:00:00.000Z' },
  { is: 'accepted', ...waits, offer: 'o-1' },
]
const heard = [
  ...stands.map((stand) => ({ title: `stands ${stand.is}`, read: standingIn, news: { base: 'b', seq: 4, stand } })),
  { title: 'ranked', read: rankedIn, news: { session: 's-1', place: 1, of: 2 } },
  {
    title: 'meeting_moved',
    read: movedIn,
    news: { session: 's-1', meets: { on: '2027-06-21', mode: 'by_link' }, code: 'FMJ' },
  },
  { title: 'offered', read: offeredIn, news: { offer: 'o-1' } },
  { title: 'left', read: leavingIn, news: { person: 'p', roles: ['EX'] } },
]

/** The news with one value at a time gone, or another kind of value or a text no database keeps in its place, at every depth. */
const spoiled = (value: unknown): readonly unknown[] => {
  if (typeof value === 'string') return [null, {}, 7, 'p-\ud800', 'p-\0', 'x'.repeat(201)]
  if (typeof value !== 'object' || value === null)
    return [null, {}, 'x', 0.5].filter((one) => typeof one !== typeof value || one === 0.5)
  if (Array.isArray(value)) return [null, 'x', {}, [{}], ['\udfff']]
  return [
    null,
    7,
    ...Object.entries(value).flatMap(([name, held]) => spoiled(held).map((bad) => ({ ...value, [name]: bad }))),
  ]
}

test.each(heard)('a signal that says $title is heard, and with any one value spoiled it is not', ({ read, news }) => {
  expect(read(news)).toEqual(news)
  const bad = spoiled(news)
  expect(bad.length).toBeGreaterThan(4)
  expect(bad.filter((one) => read(one) !== undefined && !isHalfScore(one))).toEqual([])
})

test.each(heard)('what else a signal that says $title carries is left behind, however deep', ({ read, news }) => {
  let deep: unknown = 1
  for (let depth = 0; depth < 20_000; depth += 1) deep = [deep]
  expect(read({ ...news, more: deep })).toEqual(news)
})

/** A score may have a fraction; nothing else here may. */
const isHalfScore = (news: unknown): boolean => JSON.stringify(news).includes('"score":0.5')
