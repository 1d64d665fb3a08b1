import type { z } from 'zod'
import type { BaseResponse } from '../../api/contract/base.js'
import type { DocumentResponse } from '../../api/contract/paper.js'
import type { StepResponse } from '../../api/contract/step.js'
import type { WhyItem } from '../../api/contract/why.js'
import type { LocalText } from '../../domain/locale.js'
import type { StageFlow } from './stage-flow-model.js'

type Step = z.output<typeof StepResponse>

/** What stands over every page of a base. */
export interface BaseHead {
  readonly id: string
  readonly name: LocalText
  readonly rehearsal: boolean
}

/** One pass through a stage, with its tasks in the order in which they were opened. */
export interface StageTasks {
  readonly stage: z.output<typeof BaseResponse>['stage']
  readonly no: number
  readonly year: number | undefined
  readonly isNow: boolean
  readonly tasks: readonly TaskShown[]
  /** What has not come yet, and may: of the stage the base is in. */
  readonly coming: readonly { readonly key: string; readonly title: LocalText; readonly role: LocalText }[]
}

/** A task of a base with the words it is told in. */
export interface TaskShown {
  readonly step: Pick<Step, 'id' | 'key' | 'title' | 'role' | 'outcome' | 'closedAt' | 'vacant' | 'voided' | 'dueAt'>
  readonly outcome: LocalText | undefined
  readonly late: boolean
  /** When it was closed, or by when it is due. */
  readonly at: LocalText
}

/** A base as one person sees it. */
export interface BaseShown {
  readonly base: z.output<typeof BaseResponse>
  readonly why: readonly z.output<typeof WhyItem>[]
  readonly stages: readonly StageTasks[]
  /** The stage it is in, or ended in, as the rules lead through it. */
  readonly flow: StageFlow
  readonly papers: readonly z.output<typeof DocumentResponse>[]
  /** What the reader may do beside steps. */
  readonly acts: readonly { readonly act: string; readonly label: LocalText }[]
  /** The reader may move its time: it is rehearsed. */
  readonly movesTime: boolean
  readonly nextDue: LocalText | undefined
  readonly opened: LocalText
}
