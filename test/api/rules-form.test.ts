import { expect, test } from '@jest/globals'
import { rulesIn } from '../../api/contract/rules-form.js'
import { full } from '../../domain/gicc/full.js'
import { locales } from '../../domain/locale.js'
import { faultInWords } from '../../domain/words/rules.js'

/** What may stand in the place of a setting and is none. */
const wrong = [undefined, null, 'x', '', -1, 1e9, 7.5, true, [], {}]
const rulesWith = (setting: string, value: unknown): unknown => ({
  ...full,
  settings: { ...full.settings, [setting]: value },
})
const faultsOf = (json: unknown): readonly string[] => {
  const read = rulesIn(json)
  return 'faults' in read ? read.faults.flatMap((fault) => locales.map((locale) => faultInWords(fault, locale))) : []
}

/** Sentences of the library that reads the form, which knows neither our readers nor their languages. */
const foreign = /Invalid|Too (?:big|small)|expected|received|Unrecognized/

test('whatever stands in the place of a setting, its fault is said in words of ours in both languages', () => {
  const said = wrong.flatMap((value) =>
    faultsOf({ ...full, settings: Object.fromEntries(Object.keys(full.settings).map((one) => [one, value])) }),
  )
  expect(said.length).toBeGreaterThan(200)
  expect(said.filter((text) => foreign.test(text))).toEqual([])
  expect(faultsOf(rulesWith('passMark', 175))).toEqual([
    expect.stringMatching(/settings\.passMark .*at most 100 \(got 175\)/),
    expect.stringMatching(/settings\.passMark 不符合要求：应为至多 100（现为 175）/),
  ])
})

test('what the library says by itself would be noticed', () => {
  expect(foreign.test('Too big: expected number to be <=100')).toBe(true)
})
