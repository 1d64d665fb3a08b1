import type { Kysely } from 'kysely'
import type { DocumentKind } from '../../domain/document-kind.js'
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

/** Papers of some kinds in some programmes and bases, the newest first, as many as are asked for. */
export const papersOfKinds = (
  db: Kysely<Database>,
  { kinds, among, most }: { readonly kinds: readonly DocumentKind[]; readonly among: Among; readonly most: number },
) =>
  db
    .selectFrom('document')
    .innerJoin('base', 'base.id', 'document.base')
    .select(['document.sha256', 'document.base', 'document.kind', 'document.language', 'document.made_at as madeAt'])
    .where('document.kind', 'in', [...kinds])
    .where((where) =>
      where.or([
        where('base.programme', '=', where.fn.any(where.val([...among.programmes]))),
        where('base.id', '=', where.fn.any(where.val([...among.bases]))),
      ]),
    )
    .orderBy('document.made_at', 'desc')
    .orderBy('document.sha256')
    .limit(most)
    .execute()

interface Among {
  readonly programmes: readonly string[]
  readonly bases: readonly string[]
}
