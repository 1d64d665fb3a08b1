import { createHash } from 'node:crypto'
import { ProblemError } from '../problems.js'

/** The fingerprint of a file, as anybody can make it. */
export const bytesHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Refuses a file that is not the one somebody says was previewed; whoever names none begins what came. */
export const mustBeWhatWasPreviewed = (previewed: string | undefined, got: string): void => {
  if (previewed !== undefined && previewed !== got)
    throw new ProblemError({ code: 'import_changed', detail: { previewed, got } })
}
