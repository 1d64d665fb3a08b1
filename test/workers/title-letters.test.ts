import { afterAll, expect, test } from '@jest/globals'
import { comingTo } from '../../domain/coming.js'
import { comingWords } from '../../domain/words/why.js'
import { endAtPlace } from '../../domain/words/hours.js'
import { titleReviewAt } from '../../domain/title.js'
import { aNominatedBase, rules, type ABase } from '../support/a-base.js'
import { makePapers } from '../support/acting.js'
import { evenReview } from '../support/an-example.js'
import { play } from '../support/playing.js'
import { lettersOfLives } from './letters-of-lives.js'

const lives = lettersOfLives([
  ['PM', 1, 'en'],
  ['LG', 1, 'zh-CN'],
])
afterAll(() => lives.close())

const best = { answers: { '5.8': 'role_model' }, brings: { reviewSheet: evenReview(0.95) } }
/** The points of a role model no more, and yet green. */
const green = { brings: { reviewSheet: evenReview(0.8) } }

const aRoleModel = (): ABase => {
  const base = aNominatedBase()
  play(base, { ...best, until: () => base.state().status === 'active_role_model' })
  makePapers(base)
  return base
}
const titleComing = (base: ABase) => comingTo(base.state(), rules).filter(({ what }) => what === 'title')

test('the title of role model is told with the review that ends it, by day, hour and both zones, in its letter and in why', async () => {
  const base = aRoleModel()
  const at = titleReviewAt(base.state(), rules) ?? ''
  const ends = endAtPlace(at, base.state().cluster.zone)
  expect(ends['zh-CN']).toMatch(/^20\d\d年1月1日（.+）13时（北京时间；纽约时间20\d\d年12月31日24时）$/)
  expect(titleComing(base)).toEqual([{ what: 'title', at }])
  expect(comingWords.title(ends).en).toContain(`opens then: ${ends.en}`)
  const letters = (await lives.lettersOf('the title of a role model', base)).of('document_made')
  const text = letters.findLast(({ letter }) => letter.facts.kind === 'review_letter')?.rendered?.text ?? ''
  for (const said of [`标杆基地称谓使用至${ends['zh-CN']}启动的年度评估`, '下一次评估于', `opens on ${ends.en}`])
    expect(text).toContain(said)
}, 240_000)

test('the review that opens then takes the title, and none before it while it is green: no title, nothing told, the twin', () => {
  const base = aRoleModel()
  const at = titleReviewAt(base.state(), rules) ?? ''
  const { length } = base.state().facts.reviews
  const reviews = (count: number) => () => base.state().closed || base.state().facts.reviews.length === length + count
  play(base, { ...green, until: reviews(1) })
  expect([base.state().status, titleReviewAt(base.state(), rules)]).toEqual(['active_role_model', at])
  play(base, { ...green, until: () => base.open('5.1') !== undefined })
  expect(base.open('5.1')?.dueAt).toBe(at)
  play(base, { ...green, until: reviews(2) })
  expect([base.state().status, titleComing(base)]).toEqual(['active_green', []])
})
