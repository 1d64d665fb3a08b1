import type { ReadValues } from '../../form/read-values.js'
import { numberIn } from '../../form/rows.js'
import type { ScoreSheet } from '../../values/score-sheet.js'
import { nominationIndicators } from './sheet-indicators.js'

/** The most points of an indicator. */
export const mostPoints = 5

/** The sheet an expert filled in, by criterion: the mean of its indicators, each a share of five; what is missing counts 0 (6.2). */
export const nominationSharesOf = (read: ReadValues): ScoreSheet =>
  Object.fromEntries(
    Object.entries(nominationIndicators).map(([criterion, indicators]) => {
      const points = indicators.map(({ named: [code] }) => numberIn(read[code]))
      return [criterion, points.reduce((sum, one) => sum + one, 0) / (points.length * mostPoints)]
    }),
  )
