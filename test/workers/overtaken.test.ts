import { expect, test } from '@jest/globals'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import { overtaken } from '../../workers/letters/overtaken.js'

const reminder = (seq: number, more: Partial<OutgoingLetter> = {}): OutgoingLetter => ({
  id: `m-${seq}`,
  programme: 'gasme',
  rehearsal: false,
  base: 'gasme-C03-wenzhou-1',
  names: null,
  zone: 'Asia/Shanghai',
  seq,
  kind: 'reminded',
  step: '1.4b.1',
  sentWith: null,
  recipient: 'p-lg',
  name: null,
  email: null,
  isElsewhere: false,
  language: 'en',
  facts: { step: '1.4b.1', key: '1.4b', rung: 0, seq, head: 'a'.repeat(64) },
  occurredAt: '2027-01-19T10:00:00.000Z',
  queuedAt: '2027-01-19T10:00:00.000Z',
  attempts: 1,
  ...more,
})
const ids = (letters: readonly OutgoingLetter[]) => letters.map(({ id }) => id)

test('of the reminders of one step that wait for one reader the last alone leaves', () => {
  expect(ids(overtaken([reminder(7), reminder(9), reminder(8)]))).toEqual(['m-7', 'm-8'])
})

test('another step, another reader, what was handed over already and each written reminder leave for themselves', () => {
  const written = { step: '5.2a.1', facts: { step: '5.2a.1', key: '5.2a', rung: 3, seq: 7, head: 'a'.repeat(64) } }
  for (const other of [{ step: '1.3.1' }, { recipient: 'p-hg' }, { sentWith: 'm-1' }])
    expect(overtaken([reminder(7, other), reminder(9)])).toEqual([])
  expect(overtaken([reminder(7, written), reminder(9, { ...written, facts: { ...written.facts, rung: 4 } })])).toEqual(
    [],
  )
})
