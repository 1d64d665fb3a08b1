/** What somebody who looks for viruses says of a file. `unscanned`: nobody did. `unscannable`: it could not be looked at whole. */
export type Scanned =
  { readonly kind: 'clean' | 'unscanned' | 'unscannable' } | { readonly kind: 'infected'; readonly found: string }

/** Who looks for viruses. */
export interface Scanner {
  /** Throws `ScannerAway` where no answer came: then nothing is known, and nothing is taken. */
  readonly scan: (bytes: AsyncIterable<Uint8Array>) => Promise<Scanned>
  /** Throws `ScannerAway` where no file could be looked at now. */
  readonly check: () => Promise<void>
}

/** The scanner does not answer. What was handed in waits, and is looked at when it is back. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway'

  constructor(why: string) {
    super(`The virus scanner does not answer (${why}). Nothing is taken until it does.`)
  }
}
