import { z } from 'zod'
import { dossierParts } from '../../domain/facts.js'
import { raisedByPeople } from '../../domain/matters.js'
import { reasonCodes } from '../../domain/reason-code.js'
import { defined } from '../../domain/values/defined.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

const code = z.enum(reasonCodes)
const sheet = z.record(z.string(), z.number().min(0).max(1)).describe('Shares of each criterion, 0–1.')

/** What an actor does on a step: an option, a reason code, or nothing at all until the clock decides. */
const answer = z.strictObject({
  option: z.string().optional().describe('Left out: the usual answer of the step.'),
  code: code.optional().describe('Left out: the first code the option allows.'),
  waits: z.boolean().optional().describe('true: nobody acts; the step is closed by its silence or window.'),
  lacks: z.array(z.int().min(1).max(14)).optional().describe('Dossier parts left out of what is handed in.'),
})
export type ScriptedAnswer = Readonly<z.infer<typeof answer>>

/** One answer for every visit of the step, or one for each visit in turn; the last one then stays. */
const answers = z.record(
  z.string().regex(/^(?:\d\.\d+|[ER]\d)[a-z]?$/, 'must be the key of a step, such as 3.5'),
  z.union([answer, z.array(answer).min(1)]),
)
export type Answers = Readonly<z.infer<typeof answers>>

const review = z.strictObject({
  sheets: z.array(sheet).min(2).describe('One sheet for each assessor of 5.6.'),
  programmeRecord: z.strictObject({ lateFundsMonths: z.number().min(0), findings: z.int().min(0) }),
})

const script = {
  sheets: z.array(sheet).describe('Sheets of 1.8 in the order they are handed in; the fourth is that of 1.8b.'),
  ratings: z.record(z.string(), z.enum(['A', 'B', 'C', 'D'])).describe('Rating of each work-stream of 2.3.'),
  reviews: z.array(review).describe('Yearly reviews in turn; the last one stays.'),
}

const dossier = z.strictObject({
  parts: z.array(z.union(dossierParts.map((part) => z.literal(part)))),
  oneAuthority: z.boolean().describe('One authority answers for the whole territory (G1).'),
  clusterBodyYears: z.number().nullable(),
  yearsOfData: z.number(),
  leadIndustryShare: z.number().min(0).max(1),
  outputCnyBn: z.array(z.number()),
  memberFirms: z.int(),
  incidents: z.int(),
  coFunding: z.boolean(),
  declarationsSigned: z.boolean(),
  rivalOutputCnyBn: z
    .number()
    .optional()
    .describe('A second source for the output of the newest year, which says another figure.'),
})

const origin = z.literal('invented for rehearsal')
const play = z.strictObject({
  origin,
  dossier: dossier.optional(),
  ...script,
  answers,
  bringsUnsigned: z
    .literal(true)
    .optional()
    .describe('One exhibit of the place is sent back, because nobody signed it.'),
  light: z
    .strictObject({ answers, reviews: script.reviews.optional() })
    .optional()
    .describe('What goes another way under `light`; its answers stand in the place of all others.'),
})

/** `data/dossiers.json`: what completes each record, and how its base is played when no script says otherwise. */
export const Dossiers = z.strictObject({ origin, clusters: z.record(z.string(), play) })
/** What one base is played with. */
export type Play = Readonly<z.infer<typeof play>>

/** A file for `rehearse --script`: what differs from the usual play of the cluster. */
export const Script = z.strictObject({
  about: z.strictObject({ en: z.string(), 'zh-CN': z.string() }),
  cluster: z.string().describe('Played unless the command names another one.'),
  years: z.int().min(0).max(20).default(2).describe('Yearly reviews to play, unless the command says otherwise.'),
  answers: answers.default({}),
  sheets: script.sheets.optional(),
  ratings: script.ratings.optional(),
  reviews: script.reviews.optional(),
  late: z
    .record(z.string(), z.strictObject({ days: z.int().min(1).max(400) }))
    .default({})
    .describe('Steps whose actor sleeps until so many calendar days after the due time, once each.'),
  takes: z
    .record(z.string(), z.int().min(1).max(400))
    .default({})
    .describe('Steps whose actor takes so many calendar days from when the step opened; left out: none at all.'),
  rests: z
    .array(z.string())
    .default([])
    .describe('Steps nobody acts on once the years are played: a base before which nothing else is open stays there.'),
  says: z
    .record(z.string(), z.strictObject({ en: z.string(), 'zh-CN': z.string() }))
    .default({})
    .describe('What is said with a decision on a step where words are asked for; left out: that it is invented.'),
  proposes: z
    .strictObject({
      when: z.string(),
      clause: z.string(),
      paragraph: z.int().min(0).describe('Which of the paragraphs of the section, counted from 0.'),
      text: z.strictObject({ en: z.string(), 'zh-CN': z.string() }),
      why: z.string(),
      issue: z.strictObject({ title: z.string(), position: z.string() }),
    })
    .optional()
    .describe('Whoever acts on that step first asks for another wording of the memorandum, and raises an issue.'),
  withdraw: z
    .strictObject({ when: z.string(), code })
    .optional()
    .describe('The nominee withdraws as soon as that step is open.'),
  raises: z
    .strictObject({ when: z.string(), matter: z.enum(raisedByPeople), code })
    .optional()
    .describe('The local government raises that matter as soon as that step is open, once.'),
})
export type Script = Readonly<z.infer<typeof Script>>

/** The script of a rehearsal that follows `data/dossiers.json` alone. */
export const noScript = (cluster: string, years: number): Script => ({
  about: { en: 'As in the sample data.', 'zh-CN': '按示例数据。' },
  cluster,
  years,
  answers: {},
  late: {},
  takes: {},
  rests: [],
  says: {},
})

/** The play of a cluster under a procedure: where `light` goes another way, that way. */
export const playedUnder = (procedure: ProcedureId | undefined, { light, ...usual }: Play): Play =>
  procedure !== 'light' || light === undefined
    ? usual
    : { ...usual, answers: light.answers, ...defined({ reviews: light.reviews }) }

/** The play of a cluster with a script laid over it: a script's answer for a step replaces the play's. */
export const scripted = (usual: Play, script: Script): Play => ({
  ...usual,
  ...defined({ sheets: script.sheets, ratings: script.ratings, reviews: script.reviews }),
  answers: { ...usual.answers, ...script.answers },
})
