/** What `manifest.json` says the file is. */
export interface EvidenceManifest {
  readonly format: number
  readonly kind: 'base' | 'programme'
  readonly subject: string
  readonly origin: string
  readonly madeAt: string
  readonly streams: readonly string[]
  /** The SHA-256 of each file, by its name. */
  readonly files: ReadonlyMap<string, string>
}
