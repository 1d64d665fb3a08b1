import type { BaseId, PersonId } from '../../domain/ids.js'
import type { FastifyRequest } from 'fastify'
import { exhibitsById } from '../../db/reads/exhibits.js'
import { noteBrought } from '../../db/writes/exhibit-ends.js'
import { keyUnderBase, readFile } from '../../db/writes/exhibit-files.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { ExhibitSays } from '../../domain/exhibits/exhibit.js'
import { exhibitKinds } from '../../domain/exhibits/kinds.js'
import { defined } from '../../domain/values/defined.js'
import type { Actor } from '../../domain/values/actor.js'
import type { HttpAnswer } from '../commands/answer.js'
import type { WriteRequest } from '../commands/ask.js'
import { toBase } from '../commands/to-base.js'
import type { Read } from '../contract/commands/entry.js'
import type { exhibits as commands } from '../contract/commands/exhibits.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { ExhibitWords } from '../views/exhibit-view.js'
import { exhibitSight } from './exhibit-sight.js'
import { endUpload } from './uploads.js'

interface Bringing {
  readonly request: FastifyRequest
  readonly ask?: WriteRequest
  readonly channel?: Actor['channel']
  readonly base: BaseId
  readonly person: PersonId
  readonly body: Body
}

/** Brings a file that was taken as proof of a fact: the words about it are kept, and the rest travels. */
export const bringExhibit = async (
  parts: ApiParts,
  { base, person, body, ...sender }: Bringing,
): Promise<HttpAnswer> => {
  const { upload: id } = body
  const { file } = await endUpload(parts, { id, base, person })
  await mustCite(parts, { base, person, cited: [body.supersedes, body.translationOf] })
  const kept = await readFile(parts.db, id)
  if (kept?.key === undefined) throw notFound(`upload ${id}`)
  // Without personal data it stays when its bringer goes: then the base alone keeps it (8.13).
  if (body.personal === undefined) await keyUnderBase(parts.db, { id, base, key: kept.key })
  await noteBrought(parts.db, { id, at: parts.clock().toISOString() })
  const words = JSON.stringify(ExhibitWords.parse(body))
  return await toBase(parts, {
    ...sender,
    base,
    reason: words,
    command: ({ reason: text }) => {
      if (text === undefined) throw new Error('An exhibit has a title: the contract asks for one.')
      return { type: 'bring_exhibit', exhibit: id, says: saysOf(body), file, words: text }
    },
  })
}

/** What is cited must be for the eyes of whoever cites it: a refusal must not betray that it is there. */
const mustCite = async (
  parts: ApiParts,
  { base, person, cited }: { base: BaseId; person: PersonId; cited: readonly (string | undefined)[] },
): Promise<void> => {
  const ids = cited.filter((one) => one !== undefined)
  const [sees, found] = await Promise.all([
    exhibitSight(parts, { base, person }),
    exhibitsById(parts.db, { base, ids }),
  ])
  for (const id of ids) {
    const row = found.get(id)
    if (row === undefined || sees(row) === 'none') throw notFound(`exhibit ${id}`)
  }
}

type Body = Read<typeof commands.bring_exhibit.params, typeof commands.bring_exhibit.body>['body']

const saysOf = (body: Body): ExhibitSays => {
  const { kind, readers, seal, languages, territories, personal, supersedes, translationOf, periods } = body
  const dated = (day: string | undefined) => (day === undefined ? undefined : plainDate(day))
  return {
    kind,
    classProposed: body.class ?? exhibitKinds[kind].best,
    readers,
    seal,
    languages,
    ...defined({
      issuedOn: dated(body.issuedOn),
      expiresOn: dated(body.validUntil),
      capturedOn: dated(body.capturedOn),
      periods: periods?.map(({ from, to }) => ({ from: plainDate(from), to: plainDate(to) })),
      territories,
      personal,
      supersedes,
      translationOf,
    }),
  }
}
