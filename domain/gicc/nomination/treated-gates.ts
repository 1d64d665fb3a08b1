import type { TreatedGate } from '../../facts.js'
import type { ReadValues } from '../../form/read-values.js'
import { factIn, rowsIn } from '../../form/rows.js'
import { gateKeys } from '../../procedure.js'
import { defined } from '../../values/defined.js'

/** What the officer made of each gate (1.5a); an estimate or a forecast is no reading (8.6). */
export const treatedGatesOf = (read: ReadValues): readonly TreatedGate[] =>
  rowsIn(read, 'gates').flatMap(({ gate, treat, reading }) => {
    const key = gateKeys.find((one) => one === gate)
    const treatment = treatments.find((one) => one === treat)
    if (key === undefined || treatment === undefined) return []
    const figure = factIn(reading)
    const counts = figure !== undefined && figure.nature === 'actual'
    return [
      {
        gate: key,
        treat: treatment,
        ...defined({
          reading: counts ? { value: figure.value, year: figure.year, evidence: figure.evidence } : undefined,
        }),
      },
    ]
  })

const treatments = ['accept', 'correct', 'reject'] as const
