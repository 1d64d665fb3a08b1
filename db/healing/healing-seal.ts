import type { Kysely } from 'kysely'
import { isSealFor, sealFor } from '../seals/row-seal.js'
import type { Database } from '../schema.js'

/** Notes, under a seal, that healing begins the workflow of a stream from an entry on; harmless to repeat. */
export async function noteBeginning(
  db: Kysely<Database>,
  { stream, seq }: { readonly stream: string; readonly seq: number },
): Promise<void> {
  const seal = sealFor('healing', [stream, seq])
  await db
    .insertInto('row_seal')
    .values({ kind: 'healing', subject: `${stream} ${seq}`, seal })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The entries from which healing began the workflow of a stream. */
export async function healedFrom(db: Kysely<Database>, stream: string): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('row_seal')
    .select(['subject', 'seal'])
    .where('kind', '=', 'healing')
    .where('subject', 'like', `${stream} %`)
    .execute()
  return new Set(
    rows.flatMap(({ subject, seal }) => {
      const seq = Number(subject.slice(stream.length + 1))
      return isSealFor('healing', { facts: [stream, seq], seal }) ? [seq] : []
    }),
  )
}
