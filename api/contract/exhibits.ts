import { z } from 'zod'
import {
  exhibitReaders,
  exhibitStatuses,
  personalGrounds,
  rejectionCodes,
  scanResults,
  sealForms,
} from '../../domain/exhibits/exhibit.js'
import { exhibitKindCodes } from '../../domain/exhibits/kinds.js'
import { pageOf } from './page.js'
import { day, identifier, instant, localText, role, sha256, uuid } from './scalars.js'

export const UploadParams = z.strictObject({ id: identifier, upload: uuid })
export const ExhibitParams = z.strictObject({ id: identifier, exhibit: uuid })

export const evidenceClass = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
  .describe('The evidence class, 1 the strongest (8.6).')
export const period = z.strictObject({ from: day, to: day })
export const territory = z
  .string()
  .regex(
    /^[A-Z]{2}(-[A-Z0-9]{1,3})?(:[A-Z0-9]{1,12})?$/,
    'must be an ISO 3166-2 code such as VN-HN, or a country such as VN',
  )
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a BCP 47 language tag such as vi, ka or zh-CN')

export const UploadResponse = z
  .object({
    upload: uuid,
    sha256,
    size: z.int(),
    media: z.string(),
    pages: z.int().nullable(),
    scan: z.enum(scanResults).describe('`unscanned`: nobody looked for viruses, which a trial alone allows.'),
    existing: uuid.nullable().describe('An exhibit of this base that is the same file: cite that one.'),
  })
  .meta({ id: 'Upload', description: 'A file that was handed in and taken, by what the server found in it.' })

/** What people wrote about an exhibit; null once whoever brought it was erased. */
const words = z
  .object({
    title: z.object({ en: z.string().optional(), 'zh-CN': z.string().optional() }),
    issuer: z.string().optional(),
    docNo: z.string().optional(),
    definition: z.string().optional(),
    sourceUrl: z.string().optional(),
  })
  .nullable()

export const ExhibitView = z
  .object({
    id: uuid,
    kind: z.enum(exhibitKindCodes),
    kindLabel: localText,
    class: evidenceClass.describe('The one that was set; before that the one proposed.'),
    classProposed: evidenceClass,
    readers: z.enum(exhibitReaders),
    status: z.enum([...exhibitStatuses, 'run_out']),
    statusLabel: localText,
    receivedAt: instant,
    expiresOn: day.nullable(),
    file: z
      .enum(['kept', 'erasure', 'retention'])
      .describe(
        'Whether its file is there still; else why it was destroyed: an erasure, or the end of its time (8.13).',
      ),
    fileLabel: localText.optional().describe('The same in words, where it was destroyed.'),
    masked: z.boolean().describe('More of it is not for your eyes.'),
    role: role.optional().describe('In which role it was brought; by whom is not told.'),
    own: z.boolean().optional().describe('You brought it.'),
    words: words.optional(),
    seal: z.enum(sealForms).optional(),
    languages: z.array(z.string()).optional(),
    issuedOn: day.optional(),
    capturedOn: day.optional(),
    periods: z.array(period).optional(),
    territories: z.array(z.string()).optional(),
    personal: z.enum(personalGrounds).optional(),
    supersedes: uuid.optional(),
    translationOf: uuid.optional(),
    supersededBy: uuid.optional(),
    sha256: sha256.optional(),
    size: z.int().optional(),
    media: z.string().optional(),
    pages: z.int().optional(),
    scan: z.enum(scanResults).optional(),
    code: z.enum(rejectionCodes).optional(),
    codeLabel: localText.optional(),
    reason: z.string().nullable().optional(),
  })
  .meta({ id: 'Exhibit', description: 'What was brought to prove a fact, as far as its reader may see it.' })

/** An exhibit as it stood at a moment: what may be said of it to everybody who may know that it was there. */
export const ExhibitThen = ExhibitView.pick({
  id: true,
  kind: true,
  kindLabel: true,
  class: true,
  classProposed: true,
  readers: true,
  status: true,
  statusLabel: true,
  receivedAt: true,
  expiresOn: true,
}).meta({ id: 'ExhibitThen', description: 'An exhibit as it stood at a moment, with its class and state then.' })

export const Citation = z
  .object({
    seq: z.int().describe('The entry of the act.'),
    step: z.string(),
    key: z.string(),
    title: localText,
    option: z.string(),
    version: z.int().describe('Of the form.'),
    side: z.enum(['programme', 'partner']),
    at: instant,
    beside: z.array(ExhibitView).describe('What the same form cites besides, side by side.'),
  })
  .meta({
    id: 'Citation',
    description: 'A form that cites an exhibit: where, when and on which side, and by whom not.',
  })

export const ExhibitResponse = ExhibitView.extend({
  citedBy: z.array(Citation).optional().describe('For whoever receives exhibits: every form that cites it.'),
}).meta({
  id: 'ExhibitInFull',
  description: 'One exhibit, for whoever receives exhibits with every form that cites it.',
})

export const ExhibitsResponse = pageOf(ExhibitView, 'Exhibits')
