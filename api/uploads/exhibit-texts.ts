import type { ListedExhibit } from '../../db/reads/exhibits.js'
import { readTexts, unsealedText } from '../../db/reads/texts.js'
import type { ApiParts } from '../parts.js'

/** What was written about some exhibits and about why they were turned away, by the ids of the texts. */
export const exhibitTexts = async (
  { db }: Pick<ApiParts, 'db'>,
  rows: readonly ListedExhibit[],
): Promise<ReadonlyMap<string, string | null>> => {
  const ids = rows.flatMap(({ text_id: words, reason_id: reason }) => (reason === null ? [words] : [words, reason]))
  if (ids.length === 0) return new Map()
  const texts = await readTexts(db).where('text.id', 'in', ids).execute()
  return new Map(texts.map(unsealedText).map(({ id, body }) => [id, body]))
}
