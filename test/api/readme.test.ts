import { expect, test } from '@jest/globals'
import { readme } from '../../api/evidence/readme.js'

/** The names at the beginning of the lines of its list. */
const listedIn = (text: string): readonly string[] =>
  [...text.matchAll(/^([\w./-]+) {2,}\S/gm)].map(([, name = '']) => name)

test('the page in an evidence file lists the same files and gives the same warnings in both languages', () => {
  const [english = '', chinese = ''] = readme('gasme').split('gasme的证据')
  expect(listedIn(english).length).toBeGreaterThan(15)
  expect(listedIn(chinese)).toEqual(listedIn(english))
  expect(english.replace(/\s+/g, ' ')).toContain('Whoever gave you this file may have replaced the program in it')
  expect(chinese).toContain('可能已替换其中的程序')
  expect(chinese).toContain('SHA-256 与公布值比对')
  for (const text of [english, chinese]) expect(text.match(/exceptions\.csv/g)).toHaveLength(2)
})
