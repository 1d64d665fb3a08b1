import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import { letters } from '../../domain/letters/letters.js'
import { defined } from '../../domain/values/defined.js'

/** What was asked of a reader about a step before, in letters that were delivered. */
export interface AskedBefore {
  /** When the first of them leaves, by the clock of the base, and the mail it was. */
  readonly first?: { readonly at: string; readonly mail: string }
  /** How often the reader was reminders, and how often anybody was. */
  readonly reminders: number
  readonly remindersAll: number
}

/** Finds it for one letter; only delivered letters count. */
export const askedBefore = async (
  db: Kysely<Database>,
  { base, step, recipient }: OutgoingLetter,
): Promise<AskedBefore> => {
  if (step === null) return { reminders: 0, remindersAll: 0 }
  const rows = await db
    .selectFrom('letter')
    .innerJoin('ledger_entry as entry', (join) =>
      join.onRef('entry.stream', '=', 'letter.base').onRef('entry.seq', '=', 'letter.seq'),
    )
    .select(['letter.id', 'letter.kind', 'letter.seq', 'recipient', 'sent_with', 'letter.facts', 'entry.occurred_at'])
    .where('letter.base', '=', base)
    .where('letter.step', '=', step)
    .where('letter.state', '=', 'sent')
    .orderBy('letter.seq')
    .execute()
  const asked = rows.filter(({ kind, facts }) => letters[kind].ends === 'request' && facts.form === undefined)
  const requests = asked.filter(({ kind }) => letters[kind].asksToAct === true)
  const first = requests.find((one) => one.recipient === recipient) ?? requests[0]
  const reminders = rows.filter(({ kind }) => letters[kind].ends === 'remind')
  return {
    reminders: reminders.filter((one) => one.recipient === recipient).length,
    remindersAll: new Set(reminders.map(({ seq }) => seq)).size,
    ...defined({ first: first && { at: first.occurred_at, mail: first.sent_with ?? first.id } }),
  }
}
