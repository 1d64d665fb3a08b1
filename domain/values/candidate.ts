import type { BaseId, ClusterId } from '../ids.js'

export interface Candidate {
  readonly base: BaseId
  readonly score: number
  readonly category: string
  readonly province: string
  readonly overlaps: readonly string[]
  readonly cluster: ClusterId
}
