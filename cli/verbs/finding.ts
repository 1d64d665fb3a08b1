export interface Finding {
  readonly what: string
  readonly well: boolean
  readonly found: string
  /** What to do about it, where something is wrong. */
  readonly fix?: string
}
