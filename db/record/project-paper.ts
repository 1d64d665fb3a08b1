import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { PaperEvent } from '../../domain/events/paper.js'
import type { RowChange } from './change.js'
import type { Placed } from './placed-event.js'
import type { Database } from '../schema.js'
import type { ShownPaper } from '../schema/base-tables.js'

type Trx = Transaction<Database>
type Projectors = { readonly [T in PaperEvent['type']]: (trx: Trx, placed: Placed<T>) => readonly RowChange[] }

/** Acts on paper that wait stand beside their step, until a second person has confirmed or refused them (R16). */
export const paperProjectors: Projectors = {
  paper_entered: (trx, { stream, seq, event: { step, signatory, option, scan, signedOn, by } }) => [
    entered(trx, { stream, step, paper: { signatory, option, scan, signedOn, enteredBy: by.person, seq } }),
  ],
  paper_confirmed: (trx, { stream, event }) => [settled(trx, { stream, ...event })],
  paper_refused: (trx, { stream, event }) => [settled(trx, { stream, ...event })],
}

const entered = (
  trx: Trx,
  { stream, step, paper }: { stream: string; step: string; paper: ShownPaper },
): RowChange => ({
  row: `step/${step}`,
  statement: trx
    .updateTable('step')
    .set({ papers: sql<string>`papers || ${JSON.stringify([paper])}::jsonb` })
    .where('base', '=', stream)
    .where('id', '=', step),
})

const settled = (
  trx: Trx,
  { stream, step, signatory }: { stream: string; step: string; signatory: string },
): RowChange => ({
  row: `step/${step}`,
  statement: trx
    .updateTable('step')
    .set({
      papers: sql<string>`(select coalesce(jsonb_agg(paper), '[]') from jsonb_array_elements(papers) as paper
        where paper ->> 'signatory' <> ${signatory})`,
    })
    .where('base', '=', stream)
    .where('id', '=', step),
})
