import { expect, test } from '@jest/globals'
import { answerInWords } from '../../domain/form/answer-in-words.js'
import type { FormColumn } from '../../domain/form/field.js'
import { full } from '../../domain/gicc/full.js'

const columns: readonly FormColumn[] = Object.values(full.steps).flatMap(({ form }) =>
  (form?.fields ?? []).flatMap((field) => (field.kind === 'table' ? field.columns : [])),
)
const numbers = columns.filter((column) => column.kind === 'number')

test('a number that counts as its indicator does is printed alone, and no sentence stands behind it as a unit', () => {
  const said = numbers.flatMap((column) => {
    const words = answerInWords(column, 1.5)
    return typeof words === 'object' ? [words['zh-CN'], words.en] : []
  })
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter((one) => /按|in the unit of|as the/.test(one))).toEqual([])
  expect(said).toContain('1.5')
})

test('a number with a unit of its own keeps it: the twin', () => {
  const firms = numbers.find(({ code, unit }) => code === 'firms' && unit.en === 'firms')
  expect(firms && answerInWords(firms, 12)).toEqual({ en: '12 firms', 'zh-CN': '12家' })
})
