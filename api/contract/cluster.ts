import { z } from 'zod'
import { Names } from './base.js'
import { categoryWord, country, language, shortName } from './register.js'
import { pageFields, pageOf } from './page.js'
import { identifier, programmeId, role, sha256, text } from './scalars.js'

export const ClustersQuery = z.strictObject({ programme: programmeId, ...pageFields })
export const ClusterResponse = z
  .object({ id: identifier, programme: programmeId, names: Names, recordHash: sha256 })
  .meta({ id: 'Cluster' })
export const ClustersResponse = pageOf(ClusterResponse, 'Clusters')

/** A nomination file. Only `clusters` and `nesting` are read; a file may carry notes of its own beside them. */
export const ImportRequest = z
  .looseObject({
    clusters: z.array(z.unknown()).min(1).max(500).describe('Records as in data/clusters.json.'),
    nesting: z
      .array(z.strictObject({ inner: identifier, outer: identifier }))
      .max(1000)
      .default([])
      .describe('Which territory lies inside which other one.'),
    again: z
      .boolean()
      .default(false)
      .describe('Nominate a cluster anew whose base is closed; else such a row says that it is, and when.'),
  })
  .meta({ id: 'ImportRequest' })

/** A cluster that is entered by hand: the columns of a nomination file, with an answer to each. */
export const ClusterCells = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+){0,6}$/, 'must be letters, digits and hyphens, such as C09-yueqing'),
  name_en: shortName,
  name_local: shortName,
  name_local_lang: language,
  country: shortName,
  iso_3166_1_alpha2: country,
  iso_3166_2: z
    .string()
    .regex(
      /^[A-Z]{2}-[A-Z0-9]{1,3}(\.\.[A-Z]{2}-[A-Z0-9]{1,3})?$/,
      'must be an ISO 3166-2 code such as CN-ZJ, or a range such as JP-40..JP-46',
    ),
  province_or_state: shortName,
  prefecture: shortName.optional(),
  county_or_district: shortName.optional(),
  gb_t_2260_code: z
    .string()
    .regex(/^\d{6}$/, 'must be six digits')
    .optional(),
  government_level: shortName,
  possible_counterpart_government: shortName,
  programme_category: categoryWord,
  isic_rev4: z.array(z.string()).max(50).default([]),
  figures: text({ max: 20_000 }).optional().describe('One a line, as in a column of the CSV form.'),
})

const importedRow = {
  cluster: z.string().describe('The id in the row, or its place in the file (#3) when there is none.'),
  base: identifier.optional(),
  missingParts: z.array(z.int()).optional().describe('Parts of the dossier (of 14) that are still awaited.'),
  undated: z.array(z.string()).optional().describe('Figures without a year: kept, counted in no gate.'),
  missingSeats: z
    .array(role)
    .optional()
    .describe('Roles of the place that nobody holds for the new base: seats are given for one base alone.'),
  reason: z.string().optional(),
}

export const ImportRow = z
  .object({ ...importedRow, result: z.enum(['created', 'unchanged', 'closed', 'differs', 'refused']) })
  .meta({ id: 'ImportRow' })
export const ImportResponse = z.object({ rows: z.array(ImportRow) }).meta({ id: 'Import' })
export type ImportedRow = z.infer<typeof ImportRow>

export const PreviewedImportRow = z
  .object({
    ...importedRow,
    result: z.enum(['ready', 'unchanged', 'closed', 'differs', 'refused']).describe('`ready`: it would begin.'),
  })
  .meta({ id: 'PreviewedImportRow' })
export type PreviewedRow = z.infer<typeof PreviewedImportRow>
export const ImportPreviewResponse = z
  .object({
    sha256: sha256.describe(
      'Of the CSV as it came, or of the JSON in its canonical form (RFC 8785); name it in `previewed` when you import.',
    ),
    rows: z.array(PreviewedImportRow),
  })
  .meta({
    id: 'ImportPreview',
    description: 'What would become of each row as things stand; nothing was kept or sent.',
  })
export const ImportQuery = z.strictObject({
  previewed: sha256.optional().describe('The `sha256` of the preview: a file that is another one begins nothing.'),
})
