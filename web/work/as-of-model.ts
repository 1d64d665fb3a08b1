import type { z } from 'zod'
import type { BaseThen, DiffResponse } from '../../api/contract/asking.js'
import type { LocalText } from '../../domain/locale.js'
import type { BaseHead } from './base-model.js'

/** A base as it stood when an entry had happened. */
export interface BasePast {
  readonly head: BaseHead
  readonly zone: string | null
  /** The last entry that had happened; 0: none. */
  readonly entry: number
  readonly entries: number
  readonly at: string
  readonly previous: number | undefined
  readonly next: number | undefined
  readonly state: z.output<typeof BaseThen> | null
  /** What happened at that moment. */
  readonly happened: readonly { readonly seq: number; readonly says: LocalText; readonly who: LocalText }[]
  readonly changes: z.output<typeof DiffResponse>['changes']
  readonly withheld: number
}
