import { faultsOf, type DraftProcedure, type DraftStep, type ProcedureFault } from '../procedure-faults.js'
import type { StepDefinition } from '../procedure.js'
import { procedures } from './procedures.js'

/**
 * What keeps a version of the rules from being published: whatever is wrong with it, and whatever the stories that ship do not
 * know. They ask for steps and options by name, so a step or an option of another name would never be reached.
 */
export const publishingFaults = (draft: DraftProcedure): readonly ProcedureFault[] => [
  ...faultsOf(draft),
  ...Object.entries(draft.steps).flatMap(([key, step]) => untold(key, step)),
]

const untold = (key: string, { options, stage, matter, brings, means }: DraftStep): readonly ProcedureFault[] => {
  const at = `steps.${key}`
  const told = procedures.flatMap(({ steps }): readonly StepDefinition[] => {
    const step = steps[key]
    return step === undefined ? [] : [step]
  })
  const isTold = told.some(
    (one) => one.stage === stage && one.matter === matter && one.brings === brings && one.means === means,
  )
  if (!isTold) return [{ fault: 'unknown_step', at, key }]
  return Object.keys(options)
    .filter((option) => !told.some((one) => one.options[option] !== undefined))
    .map((option) => ({ fault: 'unknown_option', at: `${at}.options`, option }))
}
