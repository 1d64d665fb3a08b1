import { expect, test } from '@jest/globals'
import { holderOf } from '../support/an-example.js'
import { aNominatedBase } from '../support/a-base.js'
import { playTo } from '../support/playing.js'

const text = { id: 't1', hash: 'f'.repeat(64) }
const aBaseInDueDiligence = () => playTo(aNominatedBase(), { key: '2.1a' })

test.each(['2.1a.1', '1.4a.1'])(
  'a comment may name step %s, which is open or was visited in an ended stage',
  (step) => {
    const base = aBaseInDueDiligence()
    expect(base.send({ type: 'comment', step, text }, { actor: holderOf('PM') })).toMatchObject({
      ok: true,
      events: [{ type: 'commented', step }],
    })
  },
)

test.each(['2.1a.2', '1.4a.7', '9.9', 'nothing'])('a comment on %s, which was never visited, is refused', (step) => {
  const base = aBaseInDueDiligence()
  expect(base.send({ type: 'comment', step, text }, { actor: holderOf('PM') })).toMatchObject({
    ok: false,
    refusal: { code: 'unknown_step', detail: { step, open: ['2.1a.1'] } },
  })
})
