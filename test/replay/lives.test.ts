import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { isFinal, statuses } from '../../domain/lifecycle.js'
import { endings } from '../../tools/replay/endings.js'
import { keptStories } from '../../tools/replay/lives.js'

const endingsKept = (lives: readonly { readonly ends: string }[]) => new Set(lives.map(({ ends }) => ends))

test('each ending a base can come to is played for the gate, and each story of the sample', () => {
  const ends = endingsKept([...keptStories, ...endings])
  expect(statuses.filter((status) => isFinal(status) && !ends.has(status))).toEqual([])
  const files = readdirSync('data/stories').map((file) => file.replace('.json', ''))
  expect(files.toSorted()).toEqual(keptStories.map(({ story }) => story).toSorted())
})

test('without the lives beside the stories four endings would be missing', () => {
  const ends = endingsKept(keptStories)
  expect(statuses.filter((status) => isFinal(status) && !ends.has(status))).toEqual([
    'not_recommended',
    'removed',
    'ended_by_agreement',
    'expired',
  ])
})
