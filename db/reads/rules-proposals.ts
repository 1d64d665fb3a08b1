import type { ProgrammeId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import type { VersionNamed } from '../../domain/commands/publishing.js'
import type { Database } from '../schema.js'
import { askedByRules } from './proposals.js'
import { handsOn } from './seat-proposals.js'

/** A version of the rules that was proposed in a programme, with both texts; undefined where there is none. */
export const readRulesProposal = async (
  db: Kysely<Database>,
  { programme, procedure, version }: VersionNamed & { readonly programme: ProgrammeId },
) => {
  const row = await db
    .selectFrom('rules_proposal')
    .innerJoin('rules_text as rules', 'rules.hash', 'rules_hash')
    .innerJoin('rules_text as preview', 'preview.hash', 'preview_hash')
    .selectAll('rules_proposal')
    .select(['rules.text as rules', 'preview.text as preview', askedByRules.as('seq')])
    .where('programme', '=', programme)
    .where('procedure', '=', procedure)
    .where('version', '=', version)
    .executeTakeFirst()
  return (
    row && {
      procedure,
      version,
      inForceFrom: row.in_force_from,
      rules: row.rules,
      rulesHash: row.rules_hash,
      preview: row.preview,
      previewHash: row.preview_hash,
      seq: row.confirmed_at === null && row.withdrawn_at === null ? row.seq : null,
      ...handsOn(row),
    }
  )
}
