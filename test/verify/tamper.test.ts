import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { howMuch } from '../support/how-much.js'
import { aLedger, evidenceFrom, verdictOn, yueqing } from './a-ledger.js'
import * as ways from './tampering.js'
import type { Tampering } from './tampering.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let kept: string
let last = 0

beforeAll(async () => {
  ledger = await aLedger('tampering')
  const checkpoint = await ledger.app
    .selectFrom('checkpoint')
    .select('note')
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  kept = checkpoint.note
  const head = await ledger.app
    .selectFrom('base')
    .select('head_seq')
    .where('id', '=', yueqing)
    .executeTakeFirstOrThrow()
  last = head.head_seq
})
afterAll(() => ledger.close())

const places = howMuch({ short: 3, long: 50 })
/** Fifty evidence files are made and checked twice, which takes minutes where the machine has other work. */
const hundredFiles = 300_000

/** Places spread by a generator with a fixed seed, so that a red run can be repeated. */
const somePlaces = (): readonly number[] => {
  let seed = 20_270_301
  return Array.from({ length: places }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return 2 + (seed % (last - 3))
  })
}

/** How often the harm was found, with and without the checkpoint the auditor kept, and the first place that was not. */
const foundBy = async (tampering: Tampering) => {
  const missed: number[] = []
  let [withIt, withoutIt] = [0, 0]
  for (const seq of somePlaces()) {
    const files = await ways.tampered(ledger.owner, {
      does: (trx) => tampering(trx, seq),
      look: (trx) => evidenceFrom(trx),
    })
    const verdict = verdictOn(files, [kept])
    if (verdict.sound) missed.push(seq)
    else withIt += 1
    if (!verdictOn(files).sound) withoutIt += 1
  }
  return { missed, withIt, withoutIt }
}

test('untouched, the evidence fits with the checkpoint that was kept and without it', async () => {
  const files = await ways.tampered(ledger.owner, { does: async () => undefined, look: (trx) => evidenceFrom(trx) })
  expect(verdictOn(files, [kept]).faults).toEqual([])
  expect(verdictOn(files).faults).toEqual([])
})

test.each([
  ['one field changed', ways.field],
  ['two entries swapped', ways.swap],
  ['an entry taken out of the middle', ways.middle],
  ['an entry put into the middle', ways.insert],
  ['the time alone changed', ways.time],
  ['the actor alone changed', ways.actor],
  ['the tail cut, while the checkpoints stayed', ways.bareTail],
  ['all rewritten from an entry on with new hashes, while the checkpoints stayed', ways.bareRewrite],
])(
  `found at ${places} places of ${places}, whether or not a checkpoint was kept: %s`,
  async (_, tampering) => {
    expect(await foundBy(tampering)).toEqual({ missed: [], withIt: places, withoutIt: places })
  },
  hundredFiles,
)

test.each([
  ['the tail cut and the rest signed anew', ways.tail],
  ['a whole base taken out and the rest signed anew', ways.all],
  ['all rewritten from an entry on, with new hashes and new signatures', ways.rewrite],
  ['an old backup put in its place', ways.oldBackup],
])(
  `found at ${places} places of ${places} with the checkpoint that was kept, and never without it, which is why it is kept: %s`,
  async (_, tampering) => {
    expect(await foundBy(tampering)).toEqual({ missed: [], withIt: places, withoutIt: 0 })
  },
  hundredFiles,
)

test('a paper changed in the store is found and named, each of them', async () => {
  const files = await evidenceFrom(ledger.app)
  const papers = [...files.keys()].filter((name) => name.startsWith('documents/'))
  expect(papers.length).toBeGreaterThan(3)
  for (let place = 0; place < places; place += 1) {
    const name = papers[place % papers.length] ?? ''
    const bytes = Buffer.from(files.get(name) ?? '')
    const at = place % bytes.length
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const verdict = verdictOn(new Map([...files, [name, bytes]]))
    expect(verdict.first?.says.en).toContain(name.slice(10, 74))
  }
})

test('the first bad entry is named in plain words', async () => {
  const files = await ways.tampered(ledger.owner, {
    does: (trx) => ways.actor(trx, 44),
    look: (trx) => evidenceFrom(trx),
  })
  const { first, sound } = verdictOn(files)
  expect(sound).toBe(false)
  expect(first).toMatchObject({ check: 'entries', stream: yueqing, seq: 44 })
  expect(first?.says.en).toMatch(
    /^Entry 44 of gasme-C09-yueqing-1 \(\w+\) was changed: its text no longer gives its hash\.$/,
  )
  expect(first?.says['zh-CN']).toContain('第44条记录')
})
