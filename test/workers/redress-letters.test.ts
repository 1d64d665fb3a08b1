import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { redressMeans } from '../../domain/words/redress.js'
import { mailsOf } from '../../workers/letters/mails.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'
import { lettersOfLives } from './letters-of-lives.js'

const lives = lettersOfLives([
  ['PM', 1, 'en'],
  ['LG', 1, 'zh-CN'],
  ['CS', 1, 'en'],
  ['CS', 2, 'en'],
  ['AP', 1, 'en'],
  ['AP', 2, 'zh-CN'],
])
afterAll(() => lives.close())

/** The letters of a base as they would be written now. */
const lettersOf = async (title: string, base: ABase) => {
  const letters = await lives.lettersOf(title, base)
  return {
    letters,
    textOn: (step: string, person: string): string =>
      letters.of('step_opened').find(({ letter }) => letter.step === step && letter.recipient === person)?.rendered
        ?.text ?? '',
  }
}

const declined = (): ABase => playTo(aNominatedBase(), { key: 'R0', answers: { '1.10': 'decline' } })

let first: Awaited<ReturnType<typeof lettersOf>>
beforeAll(async () => {
  first = await lettersOf('letters of redress', declined())
})

test('the place reads which decision redress is about, and what it means to accept it or to ask (8.9)', () => {
  const text = first.textOn('R0.1', 'p-lg-1')
  expect(text).toMatch(/所涉决定：审议入围名单：.+（.+）。/)
  expect(text).toContain(redressMeans.redress_request['zh-CN'])
  expect(text).toContain('到期未提出的，视为不申请复核。')
})

test('one "no" is one mail to the place: the decision, its sheet and the time for redress', () => {
  const about = first.letters
    .of('document_made')
    .map(({ letter }) => letter)
    .filter(({ facts }) => facts.kind === 'decision_letter' || facts.kind === 'feedback_sheet')
  const asked = first.letters.of('step_opened').flatMap(({ letter }) => (letter.facts.key === 'R0' ? [letter] : []))
  expect([about.length, asked.length]).toEqual([2, 1])
  expect(mailsOf([...about, ...asked])).toHaveLength(1)
  // A reminder about the same base leaves by itself.
  const [other] = first.letters.of('step_opened').filter(({ letter }) => letter.facts.key !== 'R0')
  expect(mailsOf([...about, ...(other === undefined ? [] : [other.letter])])).toHaveLength(2)
})

test('whoever admits and whoever decides read what is contested, and what admission and upholding mean', async () => {
  const base = declined()
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  const admission = (await lettersOf('admission of redress', base)).textOn('R1.1', 'p-cs-1')
  expect(admission).toMatch(/The decision it is about: Decide on the shortlist: Decline \(.+\)/)
  expect(admission).toContain(redressMeans.redress_admission.en)
  act(base, { key: 'R1', option: 'admit' })
  const decision = (await lettersOf('decision of redress', base)).textOn('R2.1', 'p-ap-1')
  expect(decision).toMatch(/The decision it is about: Decide on the shortlist/)
  expect(decision).toContain(redressMeans.redress_decision.en)
})

test('a decision that was voided is told as that, and that its letter no longer counts (8.7)', async () => {
  const base = declined()
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  for (const number of [1, 2]) act(base, { key: 'R2', option: 'uphold', number })
  const { letters } = await lettersOf('voided decision', base)
  const told = letters.of('status_changed').filter(({ letter }) => letter.facts.form === 'taken_back')
  expect(told.map(({ letter }) => letter.recipient).toSorted()).toEqual(['p-lg-1', 'p-pm-1'])
  const texts = told.map(({ rendered }) => rendered?.text ?? '').join()
  for (const said of [
    'Letters and papers that told of that decision no longer count',
    '载明该决定的函件和文件一并失效',
  ])
    expect(texts).toContain(said)
})

test('upheld against an extraordinary review the letter says that its result is taken away, and promises no second decision (5.13)', async () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'raise', matter: 'extraordinary_review', code: 'COM' }, { actor: holderOf('CO', 1) })
  const answers = { '5.13c': 'yellow', R0: 'request', R1: 'admit', R2: 'uphold' }
  const isSetAside = () => base.state().facts.extraordinary?.at(-1)?.setAside === true
  expect(play(base, { until: isSetAside, answers, leaves: '5.2a', brings: { reviewSheet: evenReview(0.6) } })).toBe(
    true,
  )
  const { letters } = await lettersOf('taken away', base)
  const texts = letters.of('redress_decided').map(({ rendered }) => rendered?.text ?? '')
  expect(texts).toHaveLength(2)
  for (const said of ['is taken away', '予以撤销']) expect(texts.join()).toContain(said)
  for (const said of ['taken again by other people', '由其他人员重新办理']) expect(texts.join()).not.toContain(said)
})

test('the secretary is told when a base waits for a session, and of nothing while none does (1.10)', async () => {
  const base = playTo(aNominatedBase(), { key: '1.9b' })
  const before = await lettersOf('no session yet', base)
  expect(before.letters.of('step_opened').filter(({ letter }) => letter.facts.form === 'session')).toEqual([])
  act(base, { key: '1.9b', option: 'lock' })
  expect(base.awaitsSession()).toBe(true)
  const { letters } = await lettersOf('a session', base)
  const told = letters.of('step_opened').filter(({ letter }) => letter.facts.form === 'session')
  expect(told.map(({ letter }) => letter.recipient).toSorted()).toEqual(['p-cs-1', 'p-cs-2'])
  const text = told[0]?.rendered?.text ?? ''
  expect(text).toContain('waits for a place in a ranked session')
  expect(text).not.toMatch(/Please act by|You may:/)
})
