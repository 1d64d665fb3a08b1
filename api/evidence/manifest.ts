import { canonicalText } from '../../db/canonical-text.js'
import type { EvidenceSubject } from '../../db/reads/evidence.js'
import { fingerprint } from '../../documents/document-store.js'

interface About {
  readonly subject: EvidenceSubject
  readonly streams: readonly string[]
  readonly origin: string
  readonly madeAt: string
  readonly files: ReadonlyMap<string, string | Uint8Array>
}

/**
 * `manifest.json`: what the file is, and each file in it by its SHA-256. Canonical JSON and a line break, so that it can be read in
 * one way only. Its own hash stands in the signed statement, which is why neither of the two names itself.
 */
export const manifestOf = ({ subject, streams, origin, madeAt, files }: About): string => {
  const hashes = [...files].map(([name, content]) => [name, fingerprint(Buffer.from(content))] as const)
  const about = { format: 3, kind: subject.kind, subject: subject.id, origin, madeAt, streams }
  return `${canonicalText({ ...about, files: Object.fromEntries(hashes) })}\n`
}
