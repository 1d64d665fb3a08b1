export interface Candidate {
  readonly base: string
  readonly score: number
  readonly category: string
  readonly province: string
  readonly overlaps: readonly string[]
  readonly cluster: string
}
