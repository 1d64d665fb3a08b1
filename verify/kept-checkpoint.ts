/** A checkpoint the auditor kept: the whole note, or what a letter prints in short, `<size>:<begin of the root in hex>`. */
export interface KeptCheckpoint {
  readonly size: number
  readonly rootBegins: string
  readonly note?: string
}
