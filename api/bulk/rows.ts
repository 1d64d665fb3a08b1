import type { BaseId } from '../../domain/ids.js'
import { z } from 'zod'
import type { HttpAnswer } from '../commands/answer.js'
import type { BulkResponse } from '../contract/bulk.js'
import { problemBody, ProblemError, unavailable, type ProblemSetting } from '../problems.js'

export type BulkRow = z.output<typeof BulkResponse>['rows'][number]

/** A step of a base. */
export interface StepNamed {
  readonly base: BaseId
  readonly step: string
}

/** Rows, and how many steps more there are that none of them is about. */
export interface BulkRows {
  readonly rows: BulkRow[]
  readonly more: number
}

/** With how many something is done, how many more there are, and each row. */
export const counted = ({ rows, more }: BulkRows): z.output<typeof BulkResponse> => {
  const leaves = rows.filter(({ result }) => result === 'left').length
  return { does: rows.length - leaves, leaves, more, rows }
}

/** A row with which nothing is done. */
export const left = ({ base, step }: StepNamed, says: string): BulkRow => ({
  base,
  step,
  result: 'left',
  people: [],
  says,
  commands: [],
})

/** What a row comes to; a "no" about it stops no other one, and whatever is no "no" stops all. */
export const eachAlone = async (
  steps: readonly StepNamed[],
  { setting, row }: { readonly setting: ProblemSetting; readonly row: (of: StepNamed) => Promise<BulkRow> },
): Promise<BulkRow[]> => {
  const rows: BulkRow[] = []
  for (const of of oncePerStep(steps))
    rows.push(
      await row(of).catch((error: unknown) => {
        if (!(error instanceof ProblemError) || error.no.code === 'unavailable') throw error
        return left(of, problemBody(error.no, setting).detail)
      }),
    )
  return rows
}

const oncePerStep = (steps: readonly StepNamed[]): readonly StepNamed[] => [
  ...new Map(steps.map((one) => [`${one.base} ${one.step}`, one])).values(),
]

const Told = z.looseObject({ detail: z.string().optional(), command: z.string().optional() })

/** What an act on one row was answered. Where nothing can be reached the rows so far stand, and the same request goes on with the rest. */
export const toldOf = ({ status, body }: HttpAnswer) => {
  if (status === 503) throw unavailable('Temporal')
  const { detail, command } = Told.parse(JSON.parse(body))
  const result = status >= 400 ? ('left' as const) : status === 202 ? ('sent' as const) : ('done' as const)
  return { result, detail, commands: command === undefined ? [] : [command] }
}
