import { composeRedlineSheet } from '../../documents/compose/redline-sheet.js'
import { createTypesetter } from '../../documents/typesetter.js'
import type { Locale } from '../../domain/locale.js'
import { pieceTold } from '../../domain/text/piece-told.js'
import { defined } from '../../domain/values/defined.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { namesByKind } from '../views/base-view.js'
import type { TextLookedAt } from './text-of-base.js'
import { textDifference } from './text-view.js'
import { versionsSeen } from './versions-seen.js'

interface Printing {
  readonly at: TextLookedAt
  readonly from: number
  readonly to: number
  readonly language: Locale
}

/** What reads otherwise in a later version as a paper: of versions that are for the eyes of whoever asks, and of no other. */
export const redlinePdf = async (parts: ApiParts, { at, from, to, language }: Printing): Promise<Buffer> => {
  const { sight, place } = at
  const difference = await textDifference(parts, { ...at, from, to })
  const versions = place === undefined ? [] : await versionsSeen(parts, { place, sight })
  const [before, after] = [from, to].map((no) => versions.find((version) => version.no === no))
  if (place === undefined || before === undefined) throw notFound(`version ${from} of the text`)
  if (after === undefined) throw notFound(`version ${to} of the text`)
  const { base } = place
  const sheet = composeRedlineSheet(
    {
      base: base.id,
      name: namesByKind(base.names, base.cluster).name,
      rehearsal: base.rehearsal,
      madeAt: parts.clock().toISOString(),
      ...defined({ zone: base.zone ?? undefined }),
      head: base.ledger.head,
      before,
      after,
      citing: difference.citing,
      pieces: difference.clauses.map((clause) => ({
        ...pieceTold(clause),
        weight: clause.weight,
        differs: clause.languages,
      })),
    },
    language,
  )
  const typesetter = createTypesetter()
  try {
    return Buffer.from(await typesetter.renderSheet(sheet))
  } finally {
    await typesetter.close()
  }
}
