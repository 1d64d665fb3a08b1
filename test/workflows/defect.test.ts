import { someWords } from '../support/filling.js'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aCommandId, sendNomination, sendToBase } from '../support/a-worker.js'
import { aProgrammeOn } from '../support/builds-beside.js'

/** A build in which two things are broken: whoever comments meets a defect, and so does who reads what a base waits for. */
let on: Awaited<ReturnType<typeof aProgrammeOn>>

beforeAll(async () => {
  on = await aProgrammeOn(
    [
      {
        file: 'domain/judge/comment.ts',
        from: 'return accept(',
        to: "throw new RangeError('a defect')\n  return accept(",
      },
      {
        file: 'workflows/base-core.ts',
        from: 'inWords: (',
        to: "inWords: () => { throw new RangeError('a defect') },\n  sayable: (",
      },
    ],
    'a defect',
  )
}, 120_000)
afterAll(() => on.close())

test('a command whose judging meets a defect is refused by that name, the same again under its id, and the base goes on', async () => {
  const { programme, livedOn } = on
  expect(await sendNomination(programme)).toMatchObject({ kind: 'accepted' })
  const comment = {
    command: { type: 'comment', text: { id: aCommandId(), hash: '0'.repeat(64) } },
    actor: programme.holderOf('PM'),
    id: aCommandId(),
  } as const
  const [first, second] = [await sendToBase(programme, comment), await sendToBase(programme, comment)]
  expect(first).toMatchObject({ kind: 'refused', refusal: { code: 'not_carried_out' } })
  expect(second).toEqual(first)
  const hold = { command: { type: 'hold', code: 'FMJ', reason: someWords }, actor: programme.holderOf('PM') } as const
  expect(await sendToBase(programme, hold)).toMatchObject({ kind: 'accepted' })
  expect(await livedOn(programme.base)).toEqual([{ build: '', failed: 0 }])
}, 60_000)
