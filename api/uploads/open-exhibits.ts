import type { ApiConfig } from '../../config/processes.js'
import { exhibitLimits } from '../../domain/exhibits/media.js'
import { createBuiltInScanner } from '../../exhibits/built-in.js'
import { createClamdScanner } from '../../exhibits/clamd.js'
import { createExhibitFolder } from '../../exhibits/folder-store.js'
import type { ApiParts } from '../parts.js'

type Settings = Pick<
  ApiConfig,
  'MODE' | 'EXHIBIT_STORE' | 'EXHIBIT_SCANNER' | 'EXHIBIT_MEGABYTES' | 'EXHIBIT_VIDEO_MEGABYTES'
>

const mebibyte = 1024 * 1024

/**
 * Where exhibits lie and who looks into them, as the settings say. Refuses, as a defect, to serve others without somebody who
 * looks for viruses, however it was configured.
 */
export const openExhibits = (config: Settings): ApiParts['exhibits'] => {
  const { EXHIBIT_SCANNER: named, EXHIBIT_MEGABYTES: file, EXHIBIT_VIDEO_MEGABYTES: video } = config
  if (named.kind === 'built-in' && config.MODE === 'production')
    throw new Error('Nobody looks for viruses: EXHIBIT_SCANNER must name a clamd in production.')
  return {
    store: createExhibitFolder(config.EXHIBIT_STORE.folder),
    scanner: named.kind === 'built-in' ? createBuiltInScanner() : createClamdScanner({ at: named.at }),
    limits: { ...exhibitLimits, file: file * mebibyte, video: video * mebibyte },
  }
}
