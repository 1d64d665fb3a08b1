import { readFile } from 'node:fs/promises'
import { openPaperSeal, type PaperSeal } from '../documents/paper-seal.js'
import type { WorkerConfig } from '../config/processes.js'

type Settings = Pick<WorkerConfig, 'PAPER_SEAL_KEY_FILE' | 'PAPER_SEAL_CERTIFICATE_FILE'>

/** The seal that papers of this installation bear; undefined where none is set. Refuses files that are not there or do not fit. */
export const paperSeal = async (config: Settings): Promise<PaperSeal | undefined> => {
  const { PAPER_SEAL_KEY_FILE: key, PAPER_SEAL_CERTIFICATE_FILE: certificates } = config
  if (key === undefined || certificates === undefined) return undefined
  return await openPaperSeal({ key: await readFile(key, 'utf8'), certificates: await readFile(certificates, 'utf8') })
}
