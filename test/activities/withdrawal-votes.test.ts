import { expect, test } from '@jest/globals'
import { withdrawalResolution } from '../../activities/papers/withdrawal-resolution.js'
import { full } from '../../domain/gicc/full.js'
import { exampleLedger, yueqing } from '../documents/example-papers.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'

const answers = { '5.8': 'red_proposal' }
const beforeTheBoard = (): ABase => playTo(aNominatedBase(), { key: '5.12a', answers, brings: bringsFor(answers) })

const votesIn = (base: ABase): readonly [number, number] => {
  const { votesFor, votesCast } = withdrawalResolution({
    kind: 'withdrawal_resolution',
    base: yueqing,
    ledger: exampleLedger,
    rehearsal: false,
    zone: 'Asia/Shanghai',
    procedure: full,
    events: base.recorded.map(({ event, seq, occurredAt }) => ({ ...event, seq, at: occurredAt })),
    texts: new Map(),
  })
  return [votesFor, votesCast]
}

test('a resolution counts the votes that counted, and not that of a member who then declared an interest (SD5)', () => {
  const base = beforeTheBoard()
  act(base, { key: '5.12a', option: 'last_term', number: 31 })
  base.send({ type: 'declare_interest', kind: 'direct' }, { actor: holderOf('BD', 31) })
  for (const number of [32, 33]) act(base, { key: '5.12a', option: 'withdraw', number })
  expect(base.openKeys()).toContain('5.12b')
  expect(votesIn(base)).toEqual([2, 2])
})

test('without an interest every vote that was cast is counted: the twin', () => {
  const base = beforeTheBoard()
  act(base, { key: '5.12a', option: 'last_term', number: 31 })
  for (const number of [32, 33]) act(base, { key: '5.12a', option: 'withdraw', number })
  expect(votesIn(base)).toEqual([2, 3])
})
