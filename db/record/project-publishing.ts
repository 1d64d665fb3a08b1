import { sql, type Transaction } from 'kysely'
import type { PublishingEvent } from '../../domain/events/publishing.js'
import { versionKey, type DatedVersion } from '../../domain/commands/publishing.js'
import type { RowChange } from './change.js'
import type { Placed } from './placed-event.js'
import type { Database } from '../schema.js'
import { sealOfVersion } from '../seals/rules-seal.js'

type Trx = Transaction<Database>
type Projectors = { readonly [T in PublishingEvent['type']]: (trx: Trx, placed: Placed<T>) => readonly RowChange[] }

/** Versions of the rules that are proposed and published, and proposals that are taken back. */
export const publishingProjectors: Projectors = {
  rules_proposed: (trx, { programme, at, event }) => {
    const { procedure, version, inForceFrom, rulesHash, previewHash, by } = event
    const waits = {
      in_force_from: inForceFrom,
      rules_hash: rulesHash,
      preview_hash: previewHash,
      proposed_by: by.person,
      proposed_at: at,
      confirmed_by: null,
      confirmed_at: null,
      withdrawn_by: null,
      withdrawn_at: null,
    }
    return [
      {
        row: `rules/${versionKey(event)}`,
        // The same version may be proposed again once it was taken back.
        statement: trx
          .insertInto('rules_proposal')
          .values({ programme, procedure, version, ...waits })
          .onConflict((conflict) => conflict.columns(['programme', 'procedure', 'version']).doUpdateSet(waits)),
      },
    ]
  },
  rules_confirmed: (trx, { programme, at, event }) => [
    {
      row: `rules/${versionKey(event)}`,
      statement: trx
        .updateTable('rules_proposal')
        .set({ confirmed_by: event.by.person, confirmed_at: at })
        .where('programme', '=', programme)
        .where('procedure', '=', event.procedure)
        .where('version', '=', event.version),
    },
    ...inPlace(trx, event),
  ],
  proposal_withdrawn: (trx, placed) => [withdrawn(trx, placed)],
}

/** The rules of that text, and the seal without which nothing is judged by them. */
const inPlace = (trx: Trx, version: DatedVersion): readonly RowChange[] => {
  const { procedure: id, version: name, inForceFrom: from, rulesHash: hash } = version
  const subject = versionKey(version)
  return [
    {
      row: `procedure/${subject}`,
      statement: trx
        .insertInto('procedure')
        .columns(['id', 'version', 'body', 'in_force_from'])
        .expression(
          trx
            .selectFrom('rules_text')
            .select([
              sql<typeof id>`${id}::text`.as('id'),
              sql<string>`${name}::text`.as('version'),
              sql<string>`text::jsonb`.as('body'),
              sql<string>`${from}::timestamptz`.as('in_force_from'),
            ])
            .where('hash', '=', hash),
        )
        .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing()),
    },
    {
      row: `seal of procedure/${subject}`,
      statement: trx
        .insertInto('row_seal')
        .values(sealOfVersion({ id, version: name, hash, from }))
        .onConflict((conflict) => conflict.doNothing()),
    },
  ]
}

const withdrawn = (trx: Trx, { programme, at, event }: Placed<'proposal_withdrawn'>): RowChange => {
  const { kind, id, by } = event
  const taken = { withdrawn_by: by.person, withdrawn_at: at }
  if (kind === 'seats') {
    const statement = trx
      .updateTable('seat_proposal')
      .set(taken)
      .where('programme', '=', programme)
      .where('id', '=', id)
    return { row: `proposal/${id}`, statement }
  }
  if (kind === 'rules') {
    const statement = trx
      .updateTable('rules_proposal')
      .set(taken)
      .where('programme', '=', programme)
      .where(sql<string>`procedure || '@' || version`, '=', id)
    return { row: `rules/${id}`, statement }
  }
  const statement = trx
    .updateTable('register_entry')
    .set({ asked: null, asked_by: null })
    .where('programme', '=', programme)
    .where('kind', '=', kind)
    .where('id', '=', id)
  return { row: `${kind}/${id}`, statement }
}
