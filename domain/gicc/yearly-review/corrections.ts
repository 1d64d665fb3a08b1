import { every, inside, sound, wrong, type AnswerFault } from '../../form/fault.js'
import type { FormField } from '../../form/field.js'
import type { FilledForm } from '../../form/filled-form.js'
import { readRowsIn } from '../../form/rows.js'
import type { ReadRow } from '../../form/read-values.js'
import { indicatorOf, isIndicator, rangeOf } from '../../indicators.js'
import { malformedForm } from '../../judge/filled.js'
import { reportOf, valuesOf } from '../../judge/review-ground.js'
import type { Procedure, StepDefinition } from '../../procedure.js'
import type { Refusal } from '../../refusal.js'
import type { BaseState } from '../../state.js'
import type { Option } from '../../values/step-key.js'

interface Correcting {
  readonly option: Option
  readonly definition: StepDefinition
  readonly state: BaseState
  readonly procedure: Procedure
}

/** Why the corrected values of a draft finding are not as they may be: off the report, off their unit, or no correction (5.7). */
export const wrongCorrections = (
  { read }: FilledForm,
  { option, definition, state, procedure }: Correcting,
): Refusal | undefined => {
  const table = definition.form?.fields.find(isOfCorrections)
  if (table === undefined) return undefined
  const standing = [...(reportOf(state, procedure)?.values ?? []), ...(valuesOf(state, procedure) ?? [])]
  const reported = (indicator: string) => standing.flatMap((one) => (one.indicator === indicator ? [one.value] : []))
  const faults = readRowsIn(read, table.code).flatMap((row) => inside(table, inRow(row, reported)))
  return faults.length === 0 ? undefined : malformedForm(faults, { step: definition.key, option })
}

const isOfCorrections = (field: FormField): boolean => field.kind === 'table' && field.enters?.kind === 'correction'

const inRow = ({ id, cells }: ReadRow, reported: (indicator: string) => readonly number[]): readonly AnswerFault[] => {
  const { indicator, before, after } = cells
  if (!isIndicator(indicator) || typeof after !== 'number') return sound
  const values = reported(indicator)
  const here = { code: id, label: { en: indicator, 'zh-CN': indicator } }
  if (values.length === 0) return inside(here, wrong('an indicator that the report names', '自评报告所列的指标'))
  const known = values.join(' / ')
  return inside(
    here,
    every(
      typeof before === 'number' && values.includes(before)
        ? sound
        : wrong(`the value that was reported: ${known}`, `报送值：${known}`),
      after === before ? wrong('another value than the one reported', '与报送值不同的数值') : sound,
      inUnit(indicatorOf(indicator).unit, after),
    ),
  )
}

const inUnit = (unit: string, value: number): readonly AnswerFault[] => {
  const { from, to } = rangeOf(unit)
  if (value >= from && value <= (to ?? value)) return sound
  return to === undefined
    ? wrong(`${from} or more (${unit})`, `不小于 ${from}（${unit}）`)
    : wrong(`from ${from} to ${to} (${unit})`, `${from} 至 ${to}（${unit}）`)
}
