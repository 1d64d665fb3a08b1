import { z } from 'zod'
import { scanMedia } from '../../domain/scan.js'
import { identifier, sha256 } from './scalars.js'

export const ScanParams = z.strictObject({ id: identifier, sha256 })
export const ScanResponse = z
  .object({ sha256, size: z.int(), media: z.enum(scanMedia) })
  .meta({ id: 'Scan', description: 'A scan as it was handed in, by its fingerprint.' })
