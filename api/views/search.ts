import type { z } from 'zod'
import { papersBeginning } from '../../db/reads/papers-beginning.js'
import { paperNames } from '../../domain/words/papers.js'
import { programmesHeld } from '../auth/must-hold.js'
import { sightOf } from '../auth/sight.js'
import type { SearchResponse } from '../contract/search.js'
import type { ApiParts } from '../parts.js'
import { directoryReaders } from '../read-routes.js'
import { basesSeen } from './bases-seen.js'
import { directorySeen } from './directory.js'

type Found = z.output<typeof SearchResponse>

interface Asked {
  readonly person: string
  readonly q: string
}

/** How many of each kind are told. */
const most = 20
/** Names lie sealed, so that people are looked through one by one: as far as this, page by page, and what was not looked at is told. */
const [peoplePages, peoplePage] = [10, 200]
/** How a fingerprint begins is said with so many signs at least, or it would find anything. */
const fingerprint = /^[0-9a-f]{8,64}$/

/** What somebody finds by a few words: bases, people and papers, each through the view and the sight of its own list. */
export const searched = async (parts: ApiParts, asked: Asked): Promise<Found> => {
  const [bases, people, papers] = await Promise.all([
    basesFound(parts, asked),
    peopleFound(parts, asked),
    papersFound(parts, asked),
  ])
  return { bases, people, papers }
}

/** Rehearsals are found too, and told apart: whoever plays looks for what is played. */
const basesFound = async (parts: ApiParts, { person, q }: Asked): Promise<Found['bases']> => {
  const page = { limit: most }
  const pages = await Promise.all(
    [false, true].map((rehearsal) => basesSeen(parts, { person, filter: { q, rehearsal }, page })),
  )
  const items = pages.flatMap((one) => one.items)
  return {
    items: items.map(({ id, programme, names, status, closed, rehearsal }) => ({
      id,
      programme,
      names,
      status,
      closed,
      rehearsal,
    })),
    isMore: pages.some(({ next }) => next !== null),
  }
}

const peopleFound = async (parts: ApiParts, { person, q }: Asked): Promise<Found['people']> => {
  const programmes = await programmesHeld(parts, { person, roles: directoryReaders })
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

const papersFound = async (parts: ApiParts, { person, q }: Asked): Promise<Found['papers']> => {
  const beginning = q.trim().toLowerCase()
  if (!fingerprint.test(beginning)) return { items: [], isMore: false }
  const { seenAs } = await sightOf(parts, person)
  const rows = await papersBeginning(parts.db, { beginning, most: most * 5 })
  const seen = rows.filter(({ kind, base }) => seenAs({ kind: 'paper', paper: kind, of: base }) === 'whole')
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
