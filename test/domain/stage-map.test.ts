import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { stages } from '../../domain/lifecycle.js'
import { stageMap, type MapVisit } from '../../domain/stage-map.js'

const { steps } = full
const done = (key: string, outcome: string | null): MapVisit => ({ key, outcome, isOpen: false, voided: false })
const open = (key: string): MapVisit => ({ key, outcome: null, isOpen: true, voided: false })
const map = (visits: readonly MapVisit[], more: { unseen?: readonly string[]; isOver?: boolean } = {}) =>
  stageMap({ steps, stage: 'nomination', unseen: [], isOver: false, visits, ...more })
const standings = (layers: ReturnType<typeof stageMap>) =>
  new Map(layers.flatMap((layer) => layer.map(({ key, standing }) => [key, standing] as const)))

test('a stage lies in layers as its options lead, and what goes back is no way forward', () => {
  const layers = map([])
  const keys = layers.map((layer) => layer.map(({ key }) => key).join(' '))
  expect(keys.slice(0, 6)).toEqual(['1.2a', '1.2b', '1.3', '1.4a', '1.4b 1.5a 1.6a', '1.5b 1.5c 1.5d 1.6b 1.6c'])
  expect(layers.flat().find(({ key }) => key === '1.4b')).toMatchObject({ to: [], back: ['1.4a'] })
  expect(keys.join(' ')).not.toContain('R0')
})

test('every step of every stage that is no matter stands once on the map of its stage', () => {
  for (const stage of stages) {
    const layers = stageMap({ steps, stage, unseen: [], visits: [], isOver: false })
    const keys = layers.flat().map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const all = Object.values(steps).filter((step) => step.stage === stage && step.matter === undefined)
    expect(all.map(({ key }) => key).filter((key) => !keys.includes(key) && !/^R\d/.test(key))).toEqual([])
  }
})

test('what was decided against is off the course, and what an open step leads to may come', () => {
  const until = [done('1.2a', 'sent'), done('1.2b', 'invite'), done('1.3', 'submit')]
  const waits = standings(map([...until, open('1.4a')]))
  expect([waits.get('1.2a'), waits.get('1.4a'), waits.get('1.4b')]).toEqual(['done', 'waits', 'may_come'])
  const passed = [...until, done('1.4a', 'complete'), done('1.5a', 'eligible'), done('1.5b', 'confirm')]
  const later = standings(map([...passed, done('1.6a', 'clear'), done('1.6b', 'confirm'), open('1.7')]))
  expect(['1.4b', '1.5c', '1.8', '1.10'].map((key) => later.get(key))).toEqual([
    'off_course',
    'off_course',
    'may_come',
    'may_come',
  ])
})

test('a return that is used up leads back no more, and a void visit counts for nothing: the twin', () => {
  const until = [done('1.2a', 'sent'), done('1.2b', 'invite'), done('1.3', 'submit')]
  const again = standings(map([...until, done('1.4a', 'return'), open('1.4b')]))
  expect(again.get('1.4a')).toBe('done')
  const once = map([...until, done('1.4a', 'return'), done('1.4b', 'completed'), open('1.4a')])
  expect(standings(once).get('1.5a')).toBe('may_come')
  expect(standings(map([{ ...done('1.2a', 'sent'), voided: true }])).get('1.2a')).toBe('off_course')
})

test('a hidden outcome gives nothing away, a hidden step is not there, and of what is over nothing may come', () => {
  const visits = [done('1.6a', null), done('1.6b', 'confirm')]
  expect(standings(map(visits)).get('1.6c')).toBe('may_come')
  expect(standings(map([done('1.6a', 'clear'), done('1.6b', 'confirm')])).get('1.6c')).toBe('off_course')
  expect(standings(map(visits, { unseen: ['1.6c'] })).has('1.6c')).toBe(false)
  expect(standings(map(visits, { isOver: true })).get('1.6c')).toBe('off_course')
})
