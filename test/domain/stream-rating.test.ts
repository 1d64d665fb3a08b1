import { expect, test } from '@jest/globals'
import { bearsOption, checkFilled, checkRead } from '../../domain/form/check.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { pointer } from '../../domain/form/fault.js'
import { formFaults } from '../../domain/form/form-faults.js'
import { keyed } from '../../domain/form/kinds/kind.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { readFilled } from '../../domain/form/read.js'
import { mandateItems } from '../../domain/gicc/due-diligence/stream-items-a-to-c.js'
import { allStreamsForm, checklistOf, streamForm } from '../../domain/gicc/due-diligence/stream-forms.js'
import { proposedRating } from '../../domain/gicc/due-diligence/stream-rating.js'
import type { Stream } from '../../domain/gicc/due-diligence/streams.js'

const ratings = ['A', 'B', 'C', 'D']
const streams = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const

/** What is read of a checklist in which so many items have each result. */
const read = (results: Readonly<Record<string, number>>, code = 'items'): ReadValues =>
  Object.fromEntries(Object.entries(results).map(([result, count]) => [`${code}.${result}`, count]))

const proposed = (stream: Stream, results: Readonly<Record<string, number>>) =>
  proposedRating([checklistOf(stream)], read(results))

const borne = (stream: Stream, { deviates, ...results }: Readonly<Record<string, number>> & { deviates: number }) =>
  ratings.filter((option) =>
    bearsOption(streamForm(stream), { option, read: { ...read(results), deviates: deviates === 1 } }),
  )

test.each([
  ['A', {}],
  ['A', { minor: 2, unclear: 4 }],
  ['B', { minor: 3 }],
  ['B', { minor: 10 }],
  ['C', { serious: 1 }],
  ['C', { serious: 3, minor: 7 }],
  ['D', { serious: 4 }],
  ['D', { unclear: 5 }],
  ['D', { knock_out: 1 }],
])('the rows of a work-stream of ten items propose %s of %j (6.3)', (rating, results) => {
  expect(proposed('a', results)).toBe(rating)
})

test('two in five items that cannot be assessed are borne, more are not, however many items there are (6.3)', () => {
  for (const stream of streams) {
    const most = Math.floor(checklistOf(stream).items.length * 0.4)
    expect([proposed(stream, { unclear: most }), proposed(stream, { unclear: most + 1 })]).toEqual(['A', 'D'])
  }
})

test('the rating is the one proposed, or with a reason the next better or worse (6.3)', () => {
  expect(borne('b', { deviates: 0, minor: 3 })).toEqual(['B'])
  expect(borne('b', { deviates: 1, minor: 3 })).toEqual(['A', 'C'])
  expect(borne('b', { deviates: 1 })).toEqual(['B'])
  expect(borne('b', { deviates: 0, serious: 4 })).toEqual(['D'])
  expect(borne('b', { deviates: 1, serious: 4 })).toEqual(['C'])
})

test('a knock-out that is proven is a D, whatever is said beside it (6.3)', () => {
  expect(borne('e', { deviates: 0, knock_out: 1 })).toEqual(['D'])
  expect(borne('e', { deviates: 1, knock_out: 1 })).toEqual([])
})

test('whatever the rows say, one rating and no other is proposed, and it can be given', () => {
  for (const stream of streams)
    for (const minor of [0, 2, 3])
      for (const serious of [0, 1, 3, 4])
        for (const unclear of [0, 3, 4, 5])
          expect(borne(stream, { deviates: 0, minor, serious, unclear })).toEqual([
            proposed(stream, { minor, serious, unclear }),
          ])
})

test('of the seven rated in one report the worst decides (R18, 6.3)', () => {
  const checklists = allStreamsForm.fields.flatMap((field) => (field.kind === 'checklist' ? [field] : []))
  const of = (...parts: readonly ReadValues[]) =>
    proposedRating(
      checklists,
      parts.reduce((all, part) => ({ ...all, ...part }), {}),
    )
  expect(checklists).toHaveLength(7)
  expect(of()).toBe('A')
  expect(of(read({ minor: 2 }, 'mandate'), read({ minor: 2 }, 'economy'))).toBe('A')
  expect(of(read({ minor: 3 }, 'support'))).toBe('B')
  expect(of(read({ serious: 3 }, 'mandate'), read({ serious: 3 }, 'economy'))).toBe('C')
  expect(of(read({ serious: 4 }, 'environment'))).toBe('D')
  expect(of(read({ knock_out: 1 }, 'government'))).toBe('D')
})

test('the knock-outs are the ten of 6.3 and no others', () => {
  const able = streams.flatMap((stream) =>
    checklistOf(stream).items.flatMap(({ code, results }) => (results?.includes('knock_out') === true ? [code] : [])),
  )
  expect(able).toEqual(['a1', 'a2', 'b1', 'b6', 'd1', 'e1', 'e2', 'e4', 'f1', 'g1'])
})

test('what cannot end a nomination is neither found to end it at the edge nor said to have been read so', () => {
  const form = streamForm('a')
  const answers = exampleAnswers(form, { option: 'D' })
  const items = keyed(answers['items'])
  const ended = { ...answers, items: { ...items, a10: items['a1'] } }
  expect(items['a1']).toMatchObject({ result: 'knock_out' })
  expect(checkFilled(form, { option: 'D', answers })).toEqual([])
  expect(checkFilled(form, { option: 'D', answers: ended }).map(pointer)).toEqual(['/items/a10/result'])
  const given = readFilled(form, { option: 'D', answers })
  expect(checkRead(form, { option: 'D', read: given })).toEqual([])
  const forged = {
    ...given,
    items: { ...Object.fromEntries(mandateItems.map(({ code }) => [code, 'met'])), a10: 'knock_out' },
  }
  expect(checkRead(form, { option: 'D', read: forged })).not.toEqual([])
})

test('a checklist that lets an item have a result of no list is refused before anybody fills it in', () => {
  const drawnUp = checklistOf('g')
  const faulty = { ...drawnUp, items: drawnUp.items.map((item) => ({ ...item, results: ['met', 'splendid'] })) }
  expect(formFaults({ version: 1, fields: [drawnUp] }, [])).toEqual([])
  expect(formFaults({ version: 1, fields: [faulty] }, []).map(({ at }) => at)).toContain('items.g1')
})
