import { z } from 'zod'
import { proposalKinds } from '../../domain/commands/proposals.js'
import { pageOf } from './page.js'
import { proposalHands } from './programme.js'
import { identifier, instant, personName, programmeId, rulesVersion, sha256, text } from './scalars.js'
import { procedureIds } from '../../domain/procedure-id.js'

const procedure = z.enum(procedureIds)

/** What a second person read: what waits may have been taken back and asked anew since. */
export const seqRead = z
  .int()
  .positive()
  .describe('The entry of the record that you read and confirm; the list or step that shows what waits says which.')

/** As a file has it: what is named in a path is no other text. */
const versionName = z.string().regex(/^\d{4}-\d{2}-\d{2}(\.\d+)?$/, 'must be a day such as 2027-03-01, or 2027-03-01.2')

export const RulesParams = z.strictObject({ programme: programmeId, procedure, version: versionName })
export const WithdrawalParams = z.strictObject({
  programme: programmeId,
  kind: z.enum(proposalKinds),
  proposal: text({ max: 100 }),
})

export const RulesProposalResponse = z
  .object({
    procedure,
    version: rulesVersion,
    inForceFrom: instant,
    rules: z.string().describe('The rules as canonical JSON (RFC 8785): `rulesHash` is the SHA-256 of this text.'),
    rulesHash: sha256,
    preview: z
      .string()
      .describe('What differs, and what would be otherwise for each base that ran when it was proposed; the same way.'),
    previewHash: sha256,
    seq: z.int().nullable().describe('The entry of the record that asks for it now; null where nothing waits.'),
    ...proposalHands,
  })
  .meta({ id: 'RulesProposal', description: 'A version of the rules that an administrator proposed.' })

export const ProposalResponse = z
  .object({
    kind: z.enum(proposalKinds),
    id: z.string().describe('The name of the seats, the version, or the id of the entry.'),
    seq: z.int().describe('The entry of the record that asks for it; whoever confirms names it.'),
    proposedBy: identifier,
    proposedAt: instant.nullable().describe('Of a correction of the register: null, its entry of the ledger says it.'),
    mayConfirm: z.array(identifier).describe('Whoever may be the second person now.'),
    names: z
      .array(z.object({ id: identifier, name: personName }))
      .describe('What whoever proposed it and whoever may confirm it are called; null: erased.'),
  })
  .meta({ id: 'Proposal', description: 'Something that waits for a second person.' })
export const ProposalsResponse = pageOf(ProposalResponse, 'Proposals')
