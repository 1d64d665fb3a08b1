import { expect, test } from '@jest/globals'
import { mendingCodes, mendingLabels } from '../../domain/mending.js'
import { stuckInWords, stuckKinds } from '../../domain/stuck.js'

const han = /\p{Script=Han}/u

test.each(stuckKinds)('%s is told in both languages: what was got, what is allowed, what to do next', (kind) => {
  const one = {
    kind,
    stream: 'gasme-C09-yueqing-1',
    since: null,
    subject: 'makeDocuments',
    attempts: 7,
    got: 'no room',
  }
  const { says, allowed, next } = stuckInWords(one)
  for (const text of [says, allowed, next])
    expect([/[a-z]{3}/.test(text.en), han.test(text['zh-CN'])]).toEqual([true, true])
  expect([says.en, says['zh-CN']].every((text) => text.includes(one.stream))).toBe(true)
})

test('every reason to mend something has its words', () => {
  expect(Object.keys(mendingLabels)).toEqual([...mendingCodes])
  for (const { en, 'zh-CN': zh } of Object.values(mendingLabels))
    expect([en !== '', han.test(zh)]).toEqual([true, true])
})
