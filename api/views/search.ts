import type { z } from 'zod'
import { papersBeginning, papersOfKinds } from '../../db/reads/papers-beginning.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { programmeOfBase, type PersonId, type ProgrammeId } from '../../domain/ids.js'
import { documentKinds } from '../../domain/document-kind.js'
import { paperNames } from '../../domain/words/papers.js'
import { programmesHeld } from '../auth/must-hold.js'
import { sightOf, type Sight } from '../auth/sight.js'
import type { SearchResponse } from '../contract/search.js'
import type { ApiParts, AskingParts } from '../parts.js'
import { directoryReaders } from '../read-routes.js'
import { basesSeen } from './bases-seen.js'
import { directorySeen } from './directory.js'

type Found = z.output<typeof SearchResponse>

interface Asked {
  readonly person: PersonId
  readonly q: string
  /** Left out: every programme that is no rehearsal. */
  readonly programme?: ProgrammeId | undefined
}

/** How many of each kind are told. */
const most = 20
/** Names lie sealed, so that people are looked through one by one: as far as this, page by page, and what was not looked at is told. */
const [peoplePages, peoplePage] = [10, 200]
/** How a fingerprint begins is said with so many signs at least, or it would find anything. */
const fingerprint = /^[0-9a-f]{8,64}$/

/** What somebody finds by a few words: bases, people and papers, each through the view and the sight of its own list. */
export const searched = async (parts: ApiParts, asked: Asked): Promise<Found> => {
  const sight = await sightOf(parts, asked.person)
  const within = { ...asked, sight, isWithin: await programmesWithin(parts, { sight, programme: asked.programme }) }
  const [bases, people, papers] = await Promise.all([
    basesFound(parts, asked),
    peopleFound(parts, within),
    papersFound(parts, within),
  ])
  return { bases, people, papers }
}

interface Within extends Asked {
  readonly sight: Sight
  /** Whether a programme is among those that are asked: a rehearsal only where it is named. */
  readonly isWithin: (programme: ProgrammeId) => boolean
}

const programmesWithin = async (
  { db }: AskingParts,
  { sight, programme }: { readonly sight: Sight; readonly programme: ProgrammeId | undefined },
): Promise<Within['isWithin']> => {
  if (programme !== undefined) return (one) => one === programme
  const reached = [...new Set([...sight.programmes, ...sight.bases.map(programmeOfBase)])]
  const read = await Promise.all(reached.map((id) => readProgramme(db, { id })))
  const rehearsals = read.flatMap((one) => (one?.rehearsal === true ? [one.id] : []))
  return (one) => !rehearsals.includes(one)
}

const basesFound = async (parts: ApiParts, { person, q, programme }: Asked): Promise<Found['bases']> => {
  const { items, next } = await basesSeen(parts, { person, filter: { q, programme }, page: { limit: most } })
  return {
    items: items.map(({ id, programme: of, names, status, closed, rehearsal }) => ({
      id,
      programme: of,
      names,
      status,
      closed,
      rehearsal,
    })),
    isMore: next !== null,
  }
}

const peopleFound = async (parts: ApiParts, { person, q, isWithin }: Within): Promise<Found['people']> => {
  const held = await programmesHeld(parts, { person, roles: directoryReaders })
  const programmes = held.filter(isWithin)
  const words = q.toLowerCase().split(/\s+/)
  const found: Found['people']['items'] = []
  let isLeft = false
  for (const programme of programmes) {
    let after: string | undefined
    for (let page = 0; page < peoplePages && found.length <= most; page += 1) {
      const read = await directorySeen(parts, { person, programme, query: { after, limit: peoplePage } })
      for (const { id, name, seats } of read.items) {
        const said = [id, name?.en ?? '', name?.local ?? ''].join(' ').toLowerCase()
        if (seats.length > 0 && words.every((word) => said.includes(word)))
          found.push({ id, name, programme, seats: seats.map(({ roleLabel, base }) => ({ roleLabel, base })) })
      }
      if (read.next === null) break
      after = read.next
      isLeft ||= page + 1 === peoplePages
    }
  }
  return { items: found.slice(0, most), isMore: isLeft || found.length > most }
}

/** Kinds of paper by part of what they are called in either language; of one sign nothing is found. */
const kindsCalled = (said: string) =>
  said.length < 2
    ? []
    : documentKinds.filter((kind) => Object.values(paperNames[kind]).some((name) => name.toLowerCase().includes(said)))

const papersFound = async ({ db }: AskingParts, { q, sight, isWithin }: Within): Promise<Found['papers']> => {
  const said = q.trim().toLowerCase()
  const kinds = kindsCalled(said)
  const isFingerprint = fingerprint.test(said)
  if (!isFingerprint && kinds.length === 0) return { items: [], isMore: false }
  const among = {
    programmes: sight.programmes.filter(isWithin),
    bases: sight.bases.filter((base) => isWithin(programmeOfBase(base))),
  }
  const rows = isFingerprint
    ? await papersBeginning(db, { beginning: said, most: most * 5 })
    : await papersOfKinds(db, { kinds, among, most: most * 5 })
  const seen = rows.filter(
    ({ kind, base }) =>
      isWithin(programmeOfBase(base)) && sight.seenAs({ kind: 'paper', paper: kind, of: base }) === 'whole',
  )
  return {
    items: seen.slice(0, most).map(({ sha256, base, kind, language, madeAt }) => ({
      sha256,
      base,
      kindLabel: paperNames[kind],
      language,
      madeAt,
    })),
    isMore: seen.length > most,
  }
}
