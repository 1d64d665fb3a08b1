import type { z } from 'zod'
import type { BaseResponse } from '../../api/contract/base.js'
import type { MeResponse } from '../../api/contract/me.js'
import type { DocumentResponse } from '../../api/contract/paper.js'
import type { PersonRecordsResponse } from '../../api/contract/records.js'
import type { InboxItem } from '../../api/contract/step.js'
import type { Locale, LocalText } from '../../domain/locale.js'

/** A base somebody sits for, with its newest papers. */
interface OwnBase {
  readonly base: Pick<
    z.output<typeof BaseResponse>,
    'id' | 'names' | 'zone' | 'stage' | 'status' | 'closed' | 'endsOn' | 'review'
  >
  readonly papers: readonly z.output<typeof DocumentResponse>[]
}

/** What somebody did on a step. */
interface OwnAct {
  readonly base: string
  readonly baseName: LocalText
  readonly zone: string | null
  readonly step: string
  readonly title: LocalText
  readonly option: LocalText
  readonly at: string
  readonly voided: boolean
}

/** All that concerns one person, as that person reads it. */
export interface AccountShown {
  /** Of which rehearsal; undefined: of all programmes that are none. */
  readonly programme: string | undefined
  readonly person: string
  readonly name: LocalText
  readonly language: Locale
  readonly seats: z.output<typeof MeResponse>['seats']
  readonly waiting: readonly z.output<typeof InboxItem>[]
  /** More waits than is shown. */
  readonly isMore: boolean
  readonly done: readonly OwnAct[]
  readonly bases: readonly OwnBase[]
}

/** What a programme keeps of somebody. */
export interface KeptOfMe {
  readonly programme: LocalText
  readonly records: Pick<z.output<typeof PersonRecordsResponse>, 'state' | 'requestedAt' | 'erases' | 'stays'>
}
