import { expect, test } from '@jest/globals'
import { exampleAnswers } from '../../domain/form/example.js'
import { checkFilled, checkRead } from '../../domain/form/check.js'
import { keyed, listed } from '../../domain/form/kinds/kind.js'
import { pointer } from '../../domain/form/fault.js'
import { readFilled } from '../../domain/form/read.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { full } from '../../domain/gicc/full.js'
import { nominationSharesOf } from '../../domain/gicc/nomination/sheet-facts.js'
import { nominationSheetForm } from '../../domain/gicc/nomination/sheet-forms.js'
import { nominationIndicators } from '../../domain/gicc/nomination/sheet-indicators.js'

const codes = Object.values(nominationIndicators).flatMap((indicators) => indicators.map(({ named: [code] }) => code))
const answers = { ...exampleAnswers(nominationSheetForm, { option: 'score' }) }
const sharesWith = (points: Readonly<Record<string, number>>) => {
  const filled = {
    option: 'score',
    answers: { ...answers, ...Object.fromEntries(codes.map((code) => [code, 0])), ...points },
  }
  expect(checkFilled(nominationSheetForm, filled)).toEqual([])
  return nominationSharesOf(readFilled(nominationSheetForm, filled))
}

test('seventeen indicators make the six criteria of the sheet', () => {
  expect(codes).toHaveLength(17)
  expect(Object.keys(nominationIndicators)).toEqual(full.nominationSheet.map(({ key }) => key))
})

test('a criterion has the mean of its indicators, as a share of five', () => {
  const shares = sharesWith({ links_present: 5, local_supply: 4, working_together: 3, diagnosis: 5, year_one: 2 })
  expect(shares).toEqual({
    value_chain: 0.8,
    scale: 0,
    competitiveness: 0,
    partnership: 0,
    fit: 0.7,
    responsibility: 0,
  })
})

test('the best in everything has every share whole, and an empty sheet none', () => {
  expect(Object.values(sharesWith(Object.fromEntries(codes.map((code) => [code, 5]))))).toEqual([1, 1, 1, 1, 1, 1])
  expect(Object.values(nominationSharesOf({}))).toEqual([0, 0, 0, 0, 0, 0])
})

test('six points of five, and a criterion that stands twice while another is left out, are refused', () => {
  const [first, , ...others] = listed(answers['criteria']).map(keyed)
  const filled = {
    option: 'score',
    answers: { ...answers, growth: 6, criteria: [first, { ...first, id: 'twice' }, ...others] },
  }
  expect(checkFilled(nominationSheetForm, filled).map(pointer)).toEqual(['/criteria/criterion', '/growth'])
})

test('the core does not take a sheet in which a criterion has no reason', () => {
  const read = readFilled(nominationSheetForm, { option: 'score', answers })
  expect(checkRead(nominationSheetForm, { option: 'score', read })).toEqual([])
  const { criteria } = read
  if (!Array.isArray(criteria)) throw new Error('the criteria are read row by row')
  const lacking: ReadValues = { ...read, criteria: criteria.slice(1) }
  expect(checkRead(nominationSheetForm, { option: 'score', read: lacking }).map(pointer)).toEqual([
    '/criteria/criterion',
  ])
})
