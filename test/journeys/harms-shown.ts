import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { DivergenceCode } from '../../domain/divergence.js'
import { keyOf } from '../../documents/document-store.js'

/** A base that has papers, words, seats and sealed runs, and the means of an administrator to change what is shown of it. */
export interface Shown {
  readonly base: string
  readonly owner: pg.Client
  /** The folder of the document store. */
  readonly documents: string
}

interface HarmToShown {
  readonly does: string
  readonly finds: DivergenceCode
  readonly harm: (shown: Shown) => Promise<unknown>
}

/** Changes one row as only the owner of a table can: its triggers are off for one statement. */
const changing =
  (table: string, statement: string) =>
  async ({ owner, base }: Pick<Shown, 'owner' | 'base'>): Promise<void> => {
    const guards = (are: string): string => ['alter table', table, are, 'trigger user'].join(' ')
    await owner.query(guards('disable'))
    const { rowCount } = await owner.query(statement, [
      statement.includes('programme = $1') ? base.split('-', 1)[0] : base,
    ])
    await owner.query(guards('enable'))
    if (rowCount !== 1) throw new Error(`the harm was done to ${rowCount} rows: ${statement}`)
  }

const nth = (table: string, { of, by, n }: { of: string; by: string; n: number }): string =>
  `ctid = (select ctid from ${table} where ${of} order by ${by} offset ${n} limit 1)`
const step = (n: number): string => nth('step', { of: 'base = $1', by: 'opened_seq', n })
const act = (n: number): string => nth('step_act', { of: 'base = $1', by: 'seq', n })
const letter = (n: number): string => nth('letter', { of: 'base = $1', by: 'seq, id', n })
const seat = (n: number): string => nth('mandate', { of: 'programme = $1', by: 'id', n })
const named = `stream = $1 and body is not null and exists (select from ledger_entry entry where entry.stream = $1
  and entry.canonical like '%' || text.id || '%')`
const text = (n: number): string => nth('text', { of: named, by: 'created_at, id', n })
const run = (table: string): string => nth(table, { of: 'stream = $1', by: 'run', n: 0 })

/** The document that a query names, taken away or written over. */
const document =
  (query: string, bytes?: string) =>
  async ({ owner, base, documents }: Shown): Promise<void> => {
    const { rows } = await owner.query<{ sha256: string }>(query, [base])
    const path = join(documents, keyOf(rows[0]?.sha256 ?? ''))
    await (bytes === undefined ? rm(path) : writeFile(path, bytes))
  }

/** What somebody with the rights of an administrator does to what is shown, named or sealed, and to no entry of the ledger. */
export const harmsToShown: readonly HarmToShown[] = [
  {
    does: 'a base is shown in another status',
    finds: 'base_row_differs',
    harm: changing('base', `update base set status = 'suspended' where id = $1`),
  },
  {
    does: 'a stage is shown to have ended otherwise',
    finds: 'base_row_differs',
    harm: changing('base_stage', `update base_stage set outcome = 'suspended' where base = $1 and no = 1`),
  },
  {
    does: 'a step is shown to have another outcome',
    finds: 'step_row_differs',
    harm: changing('step', `update step set outcome = 'declined' where ${step(1)}`),
  },
  {
    does: 'a step is shown to be due on another day',
    finds: 'step_row_differs',
    harm: changing('step', `update step set due_at = due_at + interval '30 days' where ${step(2)}`),
  },
  {
    does: 'a step is given to a person',
    finds: 'step_row_differs',
    harm: changing('step', `update step set holder = 'p-pd-1' where ${step(3)}`),
  },
  {
    does: 'a step that is done is shown as open',
    finds: 'step_row_differs',
    harm: changing('step', `update step set closed_at = null, outcome = null, how = null where ${step(4)}`),
  },
  {
    does: 'a paper is put beside a step that nobody handed in',
    finds: 'step_row_differs',
    harm: changing(
      'step',
      `update step set papers = '[{"signatory":"p-pd-1","option":"approve","scan":"x","signedOn":"2026-01-01","enteredBy":"p-so-1"}]'
        where ${step(5)}`,
    ),
  },
  {
    does: 'a substitute is put onto a step',
    finds: 'step_row_differs',
    harm: changing('step', `update step set substitutes = '{p-pd-1}' where ${step(6)}`),
  },
  {
    does: 'an act is shown as that of another person',
    finds: 'act_row_differs',
    harm: changing('step_act', `update step_act set person = 'p-pd-1' where ${act(0)}`),
  },
  {
    does: 'an act is taken away from what is shown',
    finds: 'act_row_differs',
    harm: changing('step_act', `delete from step_act where ${act(1)}`),
  },
  {
    does: 'a slot is taken from its base',
    finds: 'slot_differs',
    harm: changing('slot', `update slot set base = null where base = $1`),
  },
  {
    does: 'a seat is given another role',
    finds: 'seat_differs',
    harm: changing('mandate', `update mandate set role = 'AD' where ${seat(0)}`),
  },
  {
    does: 'a seat is taken back without an entry',
    finds: 'seat_differs',
    harm: changing('mandate', `update mandate set revoked_at = now() where ${seat(1)}`),
  },
  {
    does: 'a seat is inserted that no entry granted',
    finds: 'seat_differs',
    harm: changing(
      'mandate',
      `insert into mandate select id || 'x', programme, base, person, organisation, role, from_at, until_at, revoked_at, granted_seq,
        delegator, lends, steps from mandate where ${seat(2)}`,
    ),
  },
  {
    does: 'an ordered paper is shown as not made',
    finds: 'order_differs',
    harm: changing(
      'document_order',
      `update document_order set made_at = null where ${nth('document_order', { of: 'base = $1', by: 'ordered_seq', n: 0 })}`,
    ),
  },
  {
    does: 'another paper is shown in the place of one',
    finds: 'paper_differs',
    harm: changing(
      'document',
      `update document set sha256 = repeat('f', 64) where ${nth('document', { of: 'base = $1', by: 'made_seq, language', n: 0 })}`,
    ),
  },
  {
    does: 'a paper is taken out of the document store',
    finds: 'paper_missing',
    harm: document(`select sha256 from document where base = $1 order by made_seq desc, language limit 1`),
  },
  {
    does: 'a paper in the document store is written over',
    finds: 'paper_missing',
    harm: document(`select sha256 from document where base = $1 order by made_seq desc, language desc limit 1`, 'harm'),
  },
  {
    does: 'a letter is made to tell of something else',
    finds: 'letter_differs',
    harm: changing('letter', `update letter set facts = facts || '{"status":"rejected"}' where ${letter(0)}`),
  },
  {
    does: 'a letter is queued that no entry sends',
    finds: 'letter_differs',
    harm: changing(
      'letter',
      `insert into letter (programme, base, seq, kind, step, recipient, language, facts, queued_at, next_attempt_at, state)
        select programme, base, 1, 'base_closed', null, recipient, language, facts, now(), now(), 'failed' from letter where ${letter(1)}`,
    ),
  },
  {
    does: 'words that an entry names are deleted',
    finds: 'text_missing',
    harm: changing('text', `delete from text where ${text(0)}`),
  },
  {
    does: 'words of somebody who was not erased are emptied',
    finds: 'text_missing',
    harm: changing('text', `update text set body = null, salt = null where ${text(0)}`),
  },
  {
    does: 'words are replaced',
    finds: 'text_differs',
    harm: changing('text', `update text set salt = repeat('0', 32) where ${text(0)}`),
  },
  {
    does: 'the sealed copy of a history is written over',
    finds: 'copy_damaged',
    harm: document(`select sha256 from sealed_history where stream = $1 order by run offset 1 limit 1`, 'harm'),
  },
  {
    does: 'a comparison is invented',
    finds: 'comparison_forged',
    harm: changing(
      'compared_run',
      `insert into compared_run select stream, run, first_seq, last_seq, sha256, entries, commands, told, continues, held, found, compared_at,
        repeat('0', 8) || '.' || repeat('a', 64) from compared_run where ${run('compared_run')}`,
    ),
  },
  {
    does: 'a comparison that a checkpoint vouches for is taken away',
    finds: 'vouched_gone',
    harm: changing(
      'compared_run',
      `delete from compared_run where ${nth('compared_run', { of: 'stream = $1', by: 'run desc', n: 0 })}`,
    ),
  },
  {
    does: 'the note of a sealed history is taken away',
    finds: 'vouched_gone',
    harm: changing('sealed_history', `delete from sealed_history where ${run('sealed_history')}`),
  },
  {
    does: 'a look at the record is changed in the log',
    finds: 'log_broken',
    harm: changing(
      'access_log',
      `update access_log set person = 'nobody' where id = (select min(id) from access_log) and $1 <> ''`,
    ),
  },
]
