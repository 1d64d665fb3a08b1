import { z } from 'zod'
import { refusalCodes } from '../../domain/refusal.js'

/** The problems of the edge itself; the "no" of the programme's rules is in the refusal catalogue of the domain. */
export const apiProblemCodes = [
  'malformed_request',
  'malformed_body',
  'invalid_request',
  'idempotency_key_missing',
  'unauthenticated',
  'sign_in_failed',
  'not_from_our_page',
  'beyond_token',
  'token_beyond_programme',
  'not_permitted',
  'not_found',
  'method_not_allowed',
  'idempotency_conflict',
  'attestation_refused',
  'attestation_taken',
  'witness_malformed',
  'witness_untrusted',
  'witness_inconsistent',
  'not_skippable',
  'letter_not_needed',
  'not_begun',
  'older_than_workflow',
  'rules_unsound',
  'rehearsal_only',
  'standing_only',
  'too_slow',
  'too_large',
  'headers_too_large',
  'unsupported_media',
  'too_many',
  'too_often',
  'unexpected',
  'unavailable',
  'workflow_missing',
  'workflow_not_ready',
  'document_store_full',
  'paper_lost',
  'not_checkpointed',
  'sheets_awaited',
  'text_not_yet',
  'text_not_open',
  'text_clause_changed',
  'text_place_unknown',
  'text_item_unanswerable',
  'draft_not_yours',
  'draft_changed',
  'draft_gone',
  'draft_too_large',
  'saved_views_full',
  'import_changed',
  'webhook_not_made',
  'file_refused',
  'file_not_taken',
  'file_too_large',
  'upload_malformed',
  'upload_offset',
  'exhibit_file_gone',
  'activity_not_noted',
  'third_party_answered',
] as const
export type ApiProblemCode = (typeof apiProblemCodes)[number]

export const Problem = z
  .object({
    type: z.string().describe('`/problems/<code>`'),
    title: z.string(),
    status: z.int(),
    code: z.enum([...apiProblemCodes, ...refusalCodes]),
    detail: z.string().describe('What was got, and what is allowed.'),
    next: z.string().describe('What to do.'),
    instance: z.string().describe('The path that was asked.'),
    requestId: z.string().describe('Name it when you ask the operator.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Field by field, where the request did not fit.'),
  })
  .meta({ id: 'Problem', description: 'Why something was not done, in the language of Accept-Language (RFC 9457).' })
export type ProblemBody = z.infer<typeof Problem>
