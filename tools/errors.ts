import { apiProblemCodes } from '../api/contract/problem.js'
import type { ApiProblemCode } from '../api/contract/problem.js'
import { apiProblems } from '../api/problem-catalogue.js'
import type { No } from '../api/problems.js'
import { problemBody, statusOf } from '../api/problems.js'
import { locales } from '../domain/locale.js'
import type { RefusalCode } from '../domain/refusal.js'
import { isRefusalCode, refusalCodes, refusals } from '../domain/refusal.js'
import type { GeneratedFile } from './generated-file.js'

/** docs/errors.md: every "no" a person can hear, in both languages, with what stands where as ‹name›. */
export const errorsPage: GeneratedFile = {
  file: 'docs/errors.md',
  make: async () =>
    [
      heading,
      '',
      '## Of the rules',
      '',
      ...refusalCodes.flatMap((code) => section(code, `kind ${refusals[code].kind}`)),
      '## Of the edge',
      '',
      ...apiProblemCodes.flatMap((code) => section(code, apiProblems[code].title.en.toLowerCase())),
    ].join('\n'),
}

const heading = `# Every "no"

Made from the refusal catalogue of the domain and the problems of the API by \`npm run gen\`. Each is answered as
\`application/problem+json\` with its code; \`detail\` says what was got and what is allowed, \`next\` what to do. A "no" to the
signatory of a paper is read by the clerk who handles it: it begins with the signatory's id (R16).`

const section = (code: RefusalCode | ApiProblemCode, kind: string): readonly string[] => {
  const no = exampleOf(code)
  const sentences = (about: string, example: No) =>
    locales.map((locale) => {
      const { detail, next } = problemBody(example, { locale, instance: '', requestId: '' })
      return `- ${locale}${about}: ${detail} ${next}`
    })
  const onPaper = isRefusalCode(code) && refusals[code].ofSignatory !== undefined
  const ofSignatory = onPaper ? sentences(', of a signatory', exampleOf(code, { signedBy: '‹signedBy›' })) : []
  return [`### ${code}`, '', `${statusOf(no)}, ${kind}`, '', ...sentences('', no), ...ofSignatory, '']
}

/** A "no" whose every fact is its own name: an array of one, which reads the same as a text and as a list. */
const exampleOf = (code: RefusalCode | ApiProblemCode, { signedBy }: { readonly signedBy?: string } = {}): No => {
  const named = new Proxy({}, { get: (_, field) => (field === 'signedBy' ? signedBy : [`‹${String(field)}›`]) })
  const example: unknown = { code, detail: chosen[code] ?? named }
  if (!isNo(example)) throw new Error(`${code} is in no catalogue.`)
  return example
}

const aLabel = { en: '‹field›', 'zh-CN': '‹字段›' }
const aFault = { at: '/‹field›', labels: [aLabel], needs: { en: '‹what fits›', 'zh-CN': '‹填写要求›' } }

/** Facts that choose between sentences, where a name would choose none, and those with a shape of their own. */
const chosen: Partial<Record<RefusalCode | ApiProblemCode, object>> = {
  facts_malformed: { field: '‹field›', got: '‹got›', needs: { en: '‹needs›', 'zh-CN': '‹needs›' } },
  idempotency_key_missing: { got: 'absent' },
  unauthenticated: { reason: 'absent' },
  sign_in_failed: { reason: 'nobody' },
  malformed_body: { got: '‹got›', table: undefined },
  changes_full: { mine: true, most: 6 },
  changes_unknown: { after: '‹after›', why: 'other_order', most: 10_000 },
  webhook_not_made: { why: 'address', most: 20 },
  passkey_refused: { reason: 'challenge' },
  not_from_our_page: { lacks: 'mark' },
  beyond_token: { scopes: ['read'] },
  token_beyond_programme: { programme: 'gasme' },
  gate_not_passed: { option: ['‹option›'], gates: [{ gate: 'G5', limit: { least: 4 }, declared: 6, accepted: 3.9 }] },
  finding_stands_against: {
    step: ['‹step›'],
    option: ['‹option›'],
    finding: { en: '‹finding›', 'zh-CN': '‹finding›' },
    allowed: ['‹allowed›'],
  },
  form_missing: { step: ['‹step›'], option: ['‹option›'], fields: [aLabel] },
  form_malformed: { step: ['‹step›'], option: ['‹option›'], faults: [aFault] },
  sheet_off_proposal: {
    parts: [{ part: aLabel, given: '‹given›', least: '‹least›', most: '‹most›', because: 'too_far' }],
  },
  screening_open: { option: '‹option›', verdict: 'open_hit', since: '‹since›' },
  conditions_open: { option: ['‹option›'], due: 'before_signature', conditions: ['‹condition›'] },
  text_beyond: { step: ['‹step›'], option: ['‹option›'], clauses: ['‹clause›'], only: 'languages' },
  text_item_unanswerable: { no: ['‹no›'], why: 'reason' },
  text_unsettled: { step: ['‹step›'], option: ['‹option›'], need: 'answers', open: ['‹open›'] },
  text_clause_changed: { clause: '‹clause›', from: '‹from›', current: '‹current›' },
  text_place_unknown: { clause: '‹clause›', known: ['‹known›'] },
  too_often: { by: 'person', limit: ['‹limit›'] },
  attestation_refused: { size: ['‹size›'], fault: 'other_checkpoint' },
  attestation_taken: { size: ['‹size›'] },
  file_refused: { verdict: 'encrypted' },
  file_not_taken: { verdict: 'wrong_type' },
  file_too_large: { verdict: 'too_large' },
  letter_not_needed: { letter: '‹letter›' },
  exhibit_file_gone: { exhibit: ['‹exhibit›'], why: 'erasure' },
}

const isNo = (example: unknown): example is No =>
  typeof example === 'object' &&
  example !== null &&
  'code' in example &&
  [...refusalCodes, ...apiProblemCodes].some((code) => code === example.code)
