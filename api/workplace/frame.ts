import type { FastifyRequest } from 'fastify'
import { lastPlace } from '../../db/reads/changes.js'
import { askingRows } from '../../db/rows-of-the-reader.js'
import { idOf } from '../changes/followers.js'
import { namesOf } from '../../db/reads/names.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { roles } from '../../domain/role.js'
import type { SeatsIn, WorkFrame, WorkReader } from '../../web/work/model.js'
import type { Room } from '../../web/work/rooms.js'
import { seatsInForce } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { directoryReaders, recordKeepers } from '../read-routes.js'
import { markOfSignIn } from '../sign-in/marks.js'
import { pageLanguage } from './page-language.js'
import { worldsOf } from './worlds.js'

/** What a page is drawn with for whoever asks: name, seats, language, and the mark of the sign-in. */
export const frameOf = async (
  parts: ApiParts,
  { request, room }: { readonly request: FastifyRequest; readonly room: Room | undefined },
): Promise<WorkFrame> => {
  const at = parts.clock().toISOString()
  // Nobody is told of it: the place of an entry in the order is no entry.
  const since = request.signIn === undefined ? undefined : await askingRows({}, async () => await lastPlace(parts.db))
  const reader = request.person === '' ? undefined : await readerOf(parts, request.person)
  const live = request.signIn === undefined ? undefined : { since: since === undefined ? '' : idOf(since), at }
  return { ...bareFrame(parts, request), room, reader, live, ...worldsOf(parts, { reader, url: request.url }) }
}

/** The same without asking who it is: for pages that must come whatever is away. */
export const bareFrame = ({ config }: Pick<ApiParts, 'config'>, request: FastifyRequest): WorkFrame => ({
  locale: pageLanguage(request),
  reader: undefined,
  mark: request.signIn === undefined ? undefined : markOfSignIn(request.signIn),
  here: withoutLanguage(request.url),
  room: undefined,
  isTrial: config.MODE === 'embedded',
  worlds: [],
  rehearsalHere: undefined,
  live: undefined,
  played: undefined,
})

const readerOf = async (parts: ApiParts, person: string): Promise<WorkReader> => {
  const [seats, names] = await Promise.all([seatsInForce(parts, person), namesOf(parts.db, { people: [person] })])
  const programmes = [...new Set(seats.map(({ programme }) => programme))]
  const known = await Promise.all(programmes.map((id) => readProgramme(parts.db, { id })))
  const name = names.get(person)
  return {
    id: person,
    name: { en: name?.en ?? person, 'zh-CN': name?.local ?? person },
    seats: known.flatMap((programme): readonly SeatsIn[] => {
      if (programme === undefined) return []
      const { id, label, rehearsal } = programme
      const own = seats.flatMap((seat) => (seat.programme === id && seat.delegation === undefined ? [seat.role] : []))
      const held = [...new Set(seats.flatMap((seat) => (seat.programme === id ? [seat.role] : [])))]
      return [
        {
          programme: id,
          label,
          rehearsal,
          isStaff: held.some((role) => roles[role].side === 'programme'),
          seesPeople: own.some((role) => directoryReaders.includes(role)),
          seesHolds: own.some((role) => recordKeepers.includes(role)),
          roles: held.map((role) => roles[role].label),
        },
      ]
    }),
  }
}

/** Where the form of a step is sent with a file: the page that comes back is that of the step. */
const sentWithAFile = /(\/steps\/[^/]+)\/(?:proofs|tables)$/

/** Where this page is, for the links that show it in the other language. */
const withoutLanguage = (url: string): string => {
  const [asked = '/', query = ''] = url.split('?', 2)
  // A browser takes what begins with two strokes, either way, for another machine.
  const path = asked.replace(/^[/\\]+/, '/').replace(sentWithAFile, '$1')
  const kept = new URLSearchParams(query)
  kept.delete('lang')
  return kept.size === 0 ? path : `${path}?${kept.toString()}`
}
