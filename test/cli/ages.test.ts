import { expect, test } from '@jest/globals'
import { closing } from '../../cli/verbs/reconcile.js'
import { rowSentences } from '../../domain/row-sentences.js'
import { checkpointLimits } from '../../db/log/checkpoint.js'
import { oldestAllowed, ofCheckpoints, ofComparison, ofWitness } from '../../cli/verbs/ages.js'

const now = new Date('2027-03-01T12:00:00.000Z')
const before = (ms: number): string => new Date(now.getTime() - ms).toISOString()

test('an entry that waits twice as long for a checkpoint as one may take is told, with what to do, and a younger one is well', () => {
  const { checkpointMs } = oldestAllowed
  expect(checkpointMs).toBe(2 * checkpointLimits.ageMs)
  const still = ofCheckpoints({ since: before(checkpointMs + 1), now })
  expect(still).toMatchObject({ well: false, what: 'checkpoints' })
  expect(still.found).toContain('the log stands still')
  expect(still.fix).toContain('why the sequencer refuses')
  expect(ofCheckpoints({ since: before(checkpointMs), now })).toMatchObject({ well: true })
  expect(ofCheckpoints({ since: null, now })).toMatchObject({ well: true })
})

test('a programme that was not compared for three hours is told by its name, and a younger report is left to what it found', () => {
  const { comparisonMs } = oldestAllowed
  const told = ofComparison({ programme: 'gasme', since: before(comparisonMs + 1), now })
  expect(told).toMatchObject({ well: false, found: expect.stringContaining('gasme: not compared since') })
  expect(ofComparison({ programme: 'gasme', since: before(comparisonMs), now })).toBeUndefined()
  expect(ofComparison({ programme: 'gasme', since: null, now })).toBeUndefined()
})

test('a witness for which a checkpoint waits a quarter of an hour is told by its name, with since when it has not cosigned', () => {
  const [name, cosignedAt] = ['witness.example.org', before(60 * 60_000)]
  const late = before(oldestAllowed.cosignatureMs + 1)
  expect(ofWitness({ name, cosignedAt, waitingSince: late, now })).toMatchObject({
    well: false,
    found: expect.stringContaining('witness.example.org has not cosigned since'),
  })
  expect(ofWitness({ name, cosignedAt: null, waitingSince: late, now })).toMatchObject({
    well: false,
    found: 'witness.example.org has not cosigned yet',
  })
  expect(ofWitness({ name, cosignedAt, waitingSince: before(oldestAllowed.cosignatureMs), now }).well).toBe(true)
  expect(ofWitness({ name, cosignedAt, waitingSince: null, now }).well).toBe(true)
  // Nothing is promised for another.
  for (const waitingSince of [late, before(1)])
    expect(ofWitness({ name, cosignedAt, waitingSince, now }).found).not.toContain('soon')
})

test('what closes a comparison is so for entries as for papers and words that are gone', () => {
  expect(closing(2)).toContain('2 things are at odds')
  expect(closing(2)).toContain('what is damaged or gone is put back from a backup')
  for (const code of ['paper_missing', 'scan_missing', 'text_missing'] as const)
    expect(rowSentences[code].en).not.toMatch(/print it again|new entry/)
})
