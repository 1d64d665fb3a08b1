import { expect, test } from '@jest/globals'
import { defined } from '../../domain/values/defined.js'

test('a field without a value is left out, and one that is null, false, nought or empty stays', () => {
  const said = defined({ code: undefined, none: null, no: false, nought: 0, empty: '', at: '2028' })
  expect(Object.keys(said)).toEqual(['none', 'no', 'nought', 'empty', 'at'])
  expect([coded(undefined), coded('INC')]).toEqual([{}, { code: 'INC' }])
  expect(Object.keys(coded(undefined))).toEqual([])
})

const coded = (code: string | undefined): { readonly code?: string } => defined({ code })
