import type { PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { documentsOf, placeOfDocument, voidedOrdersOf, type ListedDocument } from '../../db/reads/documents.js'
import { paperNames } from '../../domain/words/papers.js'
import { readPaperSeal } from '../../stamps/read-paper-seal.js'
import { seenAmong } from '../auth/seen-paper.js'
import { sightOf, sightOn } from '../auth/sight.js'
import type { OriginResponse } from '../contract/paper.js'
import type { ApiParts } from '../parts.js'
import { namesByKind } from './base-view.js'
import { entryInWords } from './entry-in-words.js'
import { historySeen } from './history-view.js'

type Origin = z.output<typeof OriginResponse>

/** What the paper of a fingerprint is to somebody who may see it; undefined where there is none for these eyes. */
export const originSeen = async (
  parts: ApiParts,
  { sha256, person }: { readonly sha256: string; readonly person: PersonId },
): Promise<Origin | undefined> => {
  const places = await documentsOf(parts.db, { sha256 })
  const paper = await seenAmong(parts, { person, places })
  const base = paper === undefined ? undefined : await readBase(parts.db, { id: paper.base })
  if (paper === undefined || base === undefined) return undefined
  const [place, voided, seal] = await Promise.all([
    placeOfDocument(parts.db, paper),
    voidedOrdersOf(parts.db, { base: paper.base }),
    sealOf(parts, sha256),
  ])
  const { order, kind, language, size, madeAt, madeSeq } = paper
  return {
    sha256,
    base: base.id,
    names: namesByKind(base.names, base.cluster),
    rehearsal: base.rehearsal,
    kind,
    kindLabel: paperNames[kind],
    language,
    size,
    order,
    madeAt,
    madeSeq,
    version: place.version,
    versions: place.versions,
    isNewest: place.version === place.versions,
    ...seal,
    voided: voided.has(order),
    decision: await decisionOf(parts, { paper, person, from: place.from }),
  }
}

/** The seal within a paper; where the file cannot be had, that is said, and not that it bears none. */
const sealOf = async ({ documents }: ApiParts, sha256: string): Promise<Pick<Origin, 'seal' | 'isSealRead'>> => {
  const bytes = await documents.get(sha256).catch(() => undefined)
  if (bytes === undefined) return { seal: null, isSealRead: false }
  return { seal: readPaperSeal(bytes) ?? null, isSealRead: true }
}

interface Decided {
  readonly paper: ListedDocument
  readonly person: PersonId
  /** Number of the entry it goes back to. */
  readonly from: number
}

/** The entry as its reader may read it. */
const decisionOf = async (parts: ApiParts, { paper, person, from }: Decided): Promise<Origin['decision']> => {
  const { base } = paper
  const sight = sightOn(await sightOf(parts, person), { person, base })
  const page = await historySeen(parts.db, { reader: { base, person, sight }, fromSeq: from, limit: 1 })
  const [entry] = page.items
  if (entry === undefined || entry.seq !== from) return null
  const { seq, occurredAt, rulesVersion } = entry
  return { seq, occurredAt, rulesVersion, says: entryInWords(entry) }
}
