import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { verifyReplayed } from '../../cli/evidence/replay.js'
import { verifyInTwo } from '../../cli/evidence/verify-in-two.js'
import { aLedger, evidenceFrom, opened, resealed } from './a-ledger.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let whole: ReadonlyMap<string, Buffer>
beforeAll(async () => {
  ledger = await aLedger('evidence on two threads')
  whole = await evidenceFrom(ledger.app, { kind: 'programme', id: 'gasme' })
})
afterAll(() => ledger.close())

const trust = { kept: [], keys: [] }
const harms: readonly { readonly says: string; readonly name: string; readonly change: (text: string) => string }[] = [
  { says: 'nothing was changed', name: 'README.txt', change: (text) => text },
  { says: 'an actor was changed', name: 'entries.ndjson', change: (text) => text.replace('"actor":"', '"actor":"x') },
  { says: 'a line is no entry', name: 'entries.ndjson', change: (text) => text.replace('{', '{{') },
  {
    says: 'entries were cut off',
    name: 'entries.ndjson',
    change: (text) => text.slice(0, text.lastIndexOf('\n', 9e3)),
  },
  { says: 'a status is shown otherwise', name: 'bases.ndjson', change: (text) => text.replace(/"status":"\w+/, '$&x') },
  { says: 'a row of the table is gone', name: 'entries.csv', change: (text) => text.replace(/^\d+,.*\r\n/m, '') },
  { says: 'the rules are gone', name: 'manifest.json', change: () => '{}' },
]

test.each(harms)('where $says, two threads give the verdict of one', async ({ name, change }) => {
  const changed = Buffer.from(change(whole.get(name)?.toString('utf8') ?? ''))
  const files = opened(resealed(new Map([...whole, [name, changed]])))
  const inTwo = await verifyInTwo(files, { ...trust, from: 0 })
  expect(inTwo).toEqual(verifyReplayed(files, trust))
  expect(inTwo.sound).toBe(name === 'README.txt')
})
