import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

/** Papers whose fingerprint begins with some signs, hexadecimal ones alone, as many as are asked for. */
export const papersBeginning = (
  db: Kysely<Database>,
  { beginning, most }: { readonly beginning: string; readonly most: number },
) =>
  db
    .selectFrom('document')
    .select(['sha256', 'base', 'kind', 'language', 'made_at as madeAt'])
    .where('sha256', 'like', `${beginning}%`)
    .orderBy('base')
    .orderBy('made_seq')
    .limit(most)
    .execute()
