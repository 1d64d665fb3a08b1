import { fingerprint } from '../../documents/document-store.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { EventOf } from '../../domain/event.js'
import type { OnExhibit } from '../../domain/events/exhibits.js'
import type { ExhibitReaders } from '../../domain/exhibits/exhibit.js'
import type { By } from '../../domain/values/by.js'

export const exhibitId = (no: number): string => `0000000${no}-0000-4000-8000-000000000000`

/** An exhibit brought, of two pages, that runs out in January 2029. */
export const received = (
  exhibit: string,
  { by, readers = 'PAR' }: { readonly by: By; readonly readers?: ExhibitReaders },
): EventOf<'exhibit_received'> => ({
  type: 'exhibit_received',
  exhibit,
  readers,
  kind: 'audit_report',
  classProposed: 2,
  seal: 'signed',
  languages: ['en'],
  stage: 1,
  file: { sha256: fingerprint(Buffer.from(exhibit)), size: 9, media: 'application/pdf', scan: 'unscanned', pages: 2 },
  words: { id: `00000000-0000-4000-9000-${exhibit.slice(0, 8)}0000`, hash: 'a'.repeat(64) },
  issuedOn: plainDate('2026-01-15'),
  expiresOn: plainDate('2029-01-15'),
  by,
})

/** Four exhibits by one person: accepted, sent back, replaced by the fourth, and waiting. */
export const fourExhibits = (by: By): readonly OnExhibit[] => {
  const [one, two, three, four] = [exhibitId(1), exhibitId(2), exhibitId(3), exhibitId(4)]
  const broughtBy = by.person
  return [
    received(one, { by }),
    received(two, { by }),
    received(three, { by, readers: 'CPL' }),
    received(four, { by, readers: 'CPL' }),
    { type: 'exhibit_superseded', exhibit: three, successor: four, readers: 'CPL', broughtBy, by },
    { type: 'exhibit_checked', exhibit: one, class: 3, readers: 'PAR', broughtBy, by },
    { type: 'exhibit_accepted', exhibit: one, class: 3, readers: 'PAR', broughtBy, by },
    { type: 'exhibit_returned', exhibit: two, code: 'doubtful', readers: 'PAR', broughtBy, by },
  ]
}
