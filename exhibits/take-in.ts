import { createHash } from 'node:crypto'
import type { ExhibitFile } from '../domain/exhibits/exhibit.js'
import type { ExhibitLimits } from '../domain/exhibits/media.js'
import type { FileVerdict } from '../domain/exhibits/verdicts.js'
import { defined } from '../domain/values/defined.js'
import { inspect } from './inspect/inspect.js'
import type { Scanner } from './scanner.js'
import type { ByteSource } from './source.js'

/** What became of an upload that is whole: what the server found in it, or why it is not taken. */
export type TakenIn =
  { readonly ok: true; readonly file: ExhibitFile } | { readonly ok: false; readonly verdict: FileVerdict }

/**
 * Looks at an upload, has it scanned and takes its fingerprint, piece by piece. Throws `ScannerAway` where nobody answers:
 * then nothing is known of it yet.
 */
export const takeIn = async (
  source: ByteSource,
  { scanner, limits }: { readonly scanner: Scanner; readonly limits: ExhibitLimits },
): Promise<TakenIn> => {
  const found = await inspect(source, limits)
  if (!found.ok) return found
  const hash = createHash('sha256')
  const scanned = await scanner.scan(hashed(source.stream(), hash))
  if (scanned.kind === 'infected' || scanned.kind === 'unscannable') return { ok: false, verdict: scanned.kind }
  const { media, pages } = found
  const sha256 = hash.digest('hex')
  return { ok: true, file: { sha256, size: source.size, media, scan: scanned.kind, ...defined({ pages }) } }
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: { readonly update: (piece: Uint8Array) => unknown },
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
}
