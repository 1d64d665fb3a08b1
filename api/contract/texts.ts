import { z } from 'zod'
import { clauseEditKinds } from '../../domain/negotiation/content.js'
import { locales } from '../../domain/locale.js'
import { issueStates, proposalStates } from '../../domain/negotiation/version.js'
import { BaseParams } from './base.js'
import { identifier, instant, localText, saying, sha256 } from './scalars.js'

const side = z.enum(['programme', 'partner'])
const versionNo = z.int().min(1)
const clause = z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/, 'must be the name of a section')
const languageTag = z.string().regex(/^[A-Za-z0-9-]{2,35}$/)
const wordings = z.record(languageTag, z.string())
const hashes = z.record(languageTag, sha256)
const written = z.record(languageTag, saying({ max: 20_000 }))

export const TextQuery = z.strictObject({
  version: z.coerce.number().int().min(1).optional().describe('Left out: the version that stands.'),
})
export const TextDifferenceQuery = z.strictObject({
  from: z.coerce.number().int().min(1).describe('The earlier version.'),
  to: z.coerce.number().int().min(1).describe('The later version.'),
})

export const TextFileQuery = TextQuery.extend({
  against: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('An earlier version: what became of it stands in the file as tracked changes.'),
})
export const TextRedlineQuery = TextDifferenceQuery.extend({ language: z.enum(locales).default('en') })

const kind = z.enum(['title', 'recitals', 'clause', 'annex'])
const number = z
  .int()
  .min(1)
  .describe('As it is counted in this version; what stands alone has none, and a proposal goes by the id.')
const citing = z
  .record(languageTag, z.enum(['western', 'chinese']))
  .describe('How a language numbers and cites: section 14(2), or 第十四条第（二）款.')
const paragraph = z.object({
  id: z.string(),
  number: number.optional(),
  text: wordings.describe(
    'As it is read and printed: references by their numbers in this version, gaps by their names.',
  ),
  written: wordings
    .optional()
    .describe(
      'As it is kept and hashed, where that differs: `{ref:areas.1}` stands for the number of that place, `{own:areas.1}` for it within its own section, `{resolution.no}` for what has no value yet.',
    ),
  rows: z.array(z.array(wordings)).optional().describe('The rows of its table, cell by cell.'),
  table: z
    .object({ columns: z.array(wordings), none: wordings })
    .optional()
    .describe('The headings of its table, and the sentence that stands where it has no row.'),
})
const version = z
  .object({
    no: versionNo,
    side,
    called: localText,
    hash: sha256,
    step: identifier,
    basedOn: versionNo.optional().describe('The one before it that is for your eyes too.'),
    handedAt: instant,
    changed: z
      .array(z.string())
      .describe('The sections that differ from the version it is based on; none of the first one for your eyes.'),
    gone: z.array(z.string()),
    fell: z
      .array(z.object({ key: z.string(), title: localText, clauses: z.array(z.string()) }))
      .describe('Whose clearance fell by it, and by which sections: they look again (R6).'),
    counts: z.boolean().describe('false: its step was voided.'),
  })
  .meta({ id: 'TextVersion', description: 'A version of the text, as it was handed over.' })
const clearance = z
  .object({
    key: z.string(),
    title: localText,
    step: identifier,
    version: versionNo,
    hash: sha256,
    stands: z.boolean().describe('false: it fell with the version that stands and is asked for again.'),
  })
  .meta({ id: 'TextClearance', description: 'Which version an office has cleared.' })

const piece = { id: z.string(), kind, number: number.optional(), heading: wordings }

export const TextResponse = z
  .object({
    no: versionNo,
    hash: sha256,
    languages: z.array(z.string()),
    citing,
    clauses: z.array(z.object({ ...piece, hashes, paragraphs: z.array(paragraph) })),
    byNotice: z
      .array(z.object({ ...piece, paragraphs: z.array(paragraph) }))
      .describe(
        'What stands behind it on paper and is changed by notice, as it reads now: no version and no hash holds it; none where the paper is not for your eyes.',
      ),
    versions: z.array(version),
    clearances: z.array(clearance),
  })
  .meta({
    id: 'NegotiatedText',
    description: 'A version of the text that both sides make, with all versions and clearances.',
  })

const run = z.object({ how: z.enum(['same', 'taken_out', 'put_in']), text: z.string() })
const fate = z.enum(['changed', 'added', 'left_out'])
const changedParagraph = z.object({
  id: z.string(),
  fate,
  number: number.optional(),
  before: wordings.nullable(),
  after: wordings.nullable(),
  changes: z
    .record(languageTag, z.object({ runs: z.array(run), formOnly: z.boolean(), whole: z.boolean() }))
    .describe(
      'How the old wording became the new one, by words: what stands, what was taken out, what was put in. `formOnly`: nothing but form differs. `whole`: so much differs that it is replaced whole.',
    ),
})
export const TextDifferenceResponse = z
  .object({
    from: versionNo,
    to: versionNo,
    citing,
    clauses: z.array(
      z.object({
        id: z.string(),
        kind,
        fate,
        number: number.optional(),
        numberBefore: number.optional().describe('Its number in the earlier version, where that was another.'),
        heading: wordings,
        weight: z.enum(['material', 'normal']).describe('Computed from the rules, never said by whoever writes.'),
        languages: z.array(z.string()).describe('In which it reads otherwise.'),
        paragraphs: z.array(changedParagraph),
      }),
    ),
  })
  .meta({ id: 'TextDifference', description: 'What reads otherwise in a later version, section by section.' })

const edit = z.strictObject({
  kind: z.enum(clauseEditKinds),
  clause,
  paragraph: z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/),
  after: z.string().max(60).optional().describe('The paragraph a new one stands after; left out: at the end.'),
  text: written
    .optional()
    .describe(
      'In each language that is written anew; a new paragraph has them all. In plain words, or with a reference by id, `{ref:areas.1}` for the number of that place and `{own:areas.1}` within its own section: such a number moves with its place.',
    ),
})

const answer = z.object({
  step: identifier,
  state: z.string(),
  by: identifier.nullable(),
  at: instant,
  words: z.string().nullable(),
  counts: z.boolean().describe('false: its step was voided.'),
})
export const TextItem = z
  .object({
    no: z.int(),
    kind: z.enum(['proposal', 'comment', 'issue']),
    side,
    step: identifier,
    by: identifier.nullable(),
    at: instant,
    seenBy: z.enum(['own_side', 'both']),
    clauses: z.array(z.string()),
    hash: sha256,
    state: z
      .string()
      .describe(
        '`draft` until a decision brings it, `withdrawn` where it was taken away before; `voided` with its step.',
      ),
    edit: edit.optional(),
    from: hashes.optional(),
    languages: z
      .object({ changed: z.array(languageTag), kept: z.array(languageTag) })
      .optional()
      .describe('Of a proposal: which languages of the text it changes, and which stay as they are.'),
    title: z.string().optional(),
    words: z.string().nullable().describe('null once its author was erased.'),
    answers: z.array(answer),
  })
  .meta({ id: 'TextItem', description: 'A proposal, a comment or an issue about the text.' })
export const TextItemsResponse = z.object({ items: z.array(TextItem) }).meta({ id: 'TextItems' })

const common = { step: identifier.describe('The open step of your side that it comes with.') }
export const TextItemRequest = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('proposal'),
      edit,
      from: hashes.describe('The hashes of the section as you have read it.'),
      why: saying({ max: 10_000 }),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('comment'),
      clause: clause.optional(),
      seenBy: z.enum(['own_side', 'both']),
      text: saying({ max: 10_000 }),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('issue'),
      clauses: z.array(clause).min(1).max(40),
      title: saying({ max: 200 }),
      position: saying({ max: 10_000 }),
    }),
  ])
  .meta({ id: 'TextItemRequest' })
export type TextItemBody = z.output<typeof TextItemRequest>

export const TextItemParams = BaseParams.extend({ no: z.coerce.number().int().min(1) })
export const TextAnswerRequest = z
  .strictObject({
    ...common,
    state: z
      .enum([...new Set([...proposalStates, ...issueStates])])
      .describe('`open` takes away what was drafted on the step; `withdrawn` a draft of your own side as well.'),
    words: saying({ max: 10_000 })
      .optional()
      .describe('Why; a rejection always says it, a wording is what is proposed.'),
  })
  .meta({ id: 'TextAnswerRequest' })
export const TextNumberResponse = z.object({ no: z.int() }).meta({ id: 'TextNumber' })
