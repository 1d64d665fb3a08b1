import { z } from 'zod'
import { Names } from './base.js'
import { pageFields, pageOf } from './page.js'
import { identifier, programmeId, role, sha256 } from './scalars.js'

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

export const ImportRow = z
  .object({
    cluster: z.string().describe('The id in the row, or its place in the file (#3) when there is none.'),
    result: z.enum(['created', 'unchanged', 'closed', 'differs', 'refused']),
    base: identifier.optional(),
    missingParts: z.array(z.int()).optional().describe('Parts of the dossier (of 14) that are still awaited.'),
    undated: z.array(z.string()).optional().describe('Figures without a year: kept, counted in no gate.'),
    missingSeats: z
      .array(role)
      .optional()
      .describe('Roles of the place that nobody holds for the new base: seats are given for one base alone.'),
    reason: z.string().optional(),
  })
  .meta({ id: 'ImportRow' })
export const ImportResponse = z.object({ rows: z.array(ImportRow) }).meta({ id: 'Import' })
export type ImportedRow = z.infer<typeof ImportRow>
