import { expect, test } from '@jest/globals'
import { refusalCodes, refusalText, type Refusal } from '../../domain/refusal.js'
import { openSteps } from '../../domain/state.js'
import { aNominatedBase, refusalOf } from '../support/a-base.js'
import { someWords } from '../support/filling.js'
import { holderOf } from '../support/an-example.js'
import { bidsToChoose, circlesOf } from '../support/next-steps.js'
import { playTo } from '../support/playing.js'

test('under a stop the "no" names the step that settles it, and the list with every open step would be found: the twin', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO') })
  const command = { type: 'take_back', matter: 'ending', code: 'GOV', reason: someWords } as const
  const actor = holderOf('LG', 8)
  const refusal = refusalOf(base.send(command, { actor }))
  expect([refusal, circlesOf(base, { command, actor, refusal })]).toMatchObject([{ detail: { open: ['E6a.1'] } }, []])
  const open = openSteps(base.state()).map(({ id }) => id)
  const wrong = { code: 'base_frozen', detail: { base: base.state().id, step: 'take_back', open } } as const
  expect(circlesOf(base, { command, actor, refusal: wrong })).toEqual([
    'base_frozen names 5.2a.1, which is refused in the same way',
  ])
})

/** A "no" in which the lists of what is left are these; all else is anything. */
const noWith = (code: Refusal['code'], named: readonly string[]): unknown => ({
  code,
  detail: new Proxy({}, { get: (_, field) => valueOf(String(field), named) }),
})
// Faults of a form bring their own labels; a date by which something is due, a verdict and what a version may change are of a list each.
const valueOf = (field: string, named: readonly string[]): readonly string[] | string => {
  if (field === 'allowed' || field === 'open') return named
  if (field === 'faults' || field === 'fields' || field === 'parts' || field === 'gates') return []
  if (field === 'verdict') return 'open_hit'
  if (field === 'only') return 'accepted'
  if (field === 'need') return 'proposal'
  return field === 'due' ? 'before_signature' : [field]
}
const isNo = (no: unknown): no is Refusal => typeof no === 'object' && no !== null && 'code' in no

const biddingAmongNothing = (codes: readonly Refusal['code'][]) =>
  codes.filter((code) => {
    const [some, none] = [noWith(code, ['zz']), noWith(code, [])].filter(isNo).map((no) => refusalText(no, 'en'))
    return some?.says !== none?.says && bidsToChoose(none?.next ?? '')
  })

/** What names reason codes or ways out always has some: an option or act without any asks for none. */
const neverEmpty: readonly Refusal['code'][] = ['code_required', 'code_not_fitting']

test('no refusal of the catalogue bids somebody to choose among nothing', () => {
  expect(biddingAmongNothing(refusalCodes.filter((code) => !neverEmpty.includes(code)))).toEqual([])
  expect(biddingAmongNothing(neverEmpty)).toEqual(neverEmpty)
})
