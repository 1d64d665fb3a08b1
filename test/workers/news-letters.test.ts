import { afterAll, expect, test } from '@jest/globals'
import { aNominatedBase } from '../support/a-base.js'
import { playTo, waitOut } from '../support/playing.js'
import { lettersOfLives } from './letters-of-lives.js'

const lives = lettersOfLives([
  ['PM', 1, 'en'],
  ['LG', 1, 'zh-CN'],
  ['HG', 1, 'zh-CN'],
  ['CLO', 1, 'zh-CN'],
  ['CH', 1, 'en'],
])
afterAll(() => lives.close())

const { lettersOf } = lives

test('the place is told that the decision is put off, who resumes it and what lapses, and not besides where the base stands', async () => {
  const base = playTo(aNominatedBase(), { key: '2.8d', answers: { '2.8': 'defer' } })
  const letters = await lettersOf('put off', base)
  const news = letters.of('step_news')
  expect(news.map(({ letter }) => letter.recipient)).toEqual(['p-lg-1'])
  const { subject = '', text = '' } = news[0]?.rendered ?? {}
  expect(subject).toMatch(/^关于暂缓审议的函/)
  expect(text).toContain('由项目主任恢复审议；届时未恢复的，本次申报失效。')
  expect(text).toContain('The programme director then resumes it.')
  expect(text).not.toMatch(/复核|re-examination/)
  const stands = letters.of('status_changed').filter(({ letter }) => letter.facts.status === 'deferred')
  expect(stands.map(({ letter }) => letter.recipient)).toEqual(['p-pm-1'])
})

test('the heads of both sides are invited to the launch when the ceremony is next', async () => {
  const letters = await lettersOf('invited', playTo(aNominatedBase(), { key: '4.11a' }))
  const invited = letters.of('step_news').filter(({ letter }) => letter.facts.key === '4.11a')
  expect(invited.map(({ letter }) => letter.recipient).toSorted()).toEqual(['p-ch-1', 'p-hg-1'])
  for (const { rendered, letter } of invited) {
    const chinese = letter.recipient === 'p-hg-1'
    expect(rendered?.text).toMatch(chinese ? /诚邀您出席/ : /We have the honour to invite you to the launch/)
  }
})

test('reminders after the date of the report are numbered as the rule counts them, and then the place is told that none came', async () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  expect(waitOut(base, '5.2a')).toBe(true)
  const letters = await lettersOf('no report', base)
  const written = letters
    .of('reminded')
    .filter(({ letter }) => letter.recipient === 'p-clo-1' && letter.facts.key === '5.2a')
    .map(({ rendered }) => rendered?.subject.replace(/：.*$/, ''))
  expect(written.slice(-2)).toEqual(['催报函（第1次）', '催报函（第2次）'])
  expect(written.filter((subject) => subject?.startsWith('催报函'))).toHaveLength(2)
  const none = letters.of('step_news').filter(({ letter }) => letter.facts.key === '5.2a')
  expect(none.map(({ letter }) => letter.recipient).toSorted()).toEqual(['p-clo-1', 'p-lg-1'])
  expect(none[0]?.rendered?.subject).toMatch(/^未收到\d{4}年度报告/)
})
