import { expect, test } from '@jest/globals'
import type { FollowedItem } from '../../domain/follow-up/items.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { challengesMet, workByArea } from '../../domain/gicc/six-by-six.js'

const rows = (all: readonly Readonly<Record<string, string | number>>[]) =>
  all.map((cells, at) => ({ id: `r${at}`, cells }))
const form = (read: ReadValues) => ({ read })
const activity = (key: string, { area, status = 'open' }: { area: string; status?: FollowedItem['status'] }) => ({
  id: `${key}.1:activities-r0`,
  kind: 'activity' as const,
  status,
  said: [],
  field: 'activities',
  row: 'r0',
  filed: {
    step: `${key}.1`,
    key,
    stage: 4,
    seq: 1,
    person: 'p-1',
    at: '2027-01-01T00:00:00.000Z',
    closedSeq: 2,
    read: { activities: rows([{ area }]) },
  },
})

test('work is counted by area: proposed by the newest dossier, planned by plans, carried out by sheets', () => {
  const filed = [
    form({ proposals: rows([{ area: 'consulting' }, { area: 'consulting' }]) }),
    form({ proposals: rows([{ area: 'consulting' }, { area: 'talent' }]) }),
  ]
  const activities = [
    activity('4.5a', { area: 'area_talent', status: 'replaced' }),
    activity('4.5a', { area: 'area_talent', status: 'withdrawn' }),
    activity('5.14a', { area: 'area_talent', status: 'done' }),
    activity('5.14a', { area: 'area_talent', status: 'replaced' }),
  ]
  const found = workByArea({ filed, activities })
  expect(found).toHaveLength(6)
  expect(found.find(({ area }) => area === 'area_consulting')).toMatchObject({ proposed: 1, planned: 0, carriedOut: 0 })
  expect(found.find(({ area }) => area === 'area_talent')).toMatchObject({ proposed: 1, planned: 1, carriedOut: 1 })
})

test('a challenge has the grade its base gave itself and the measures of its newest plan, and no grade where none is recorded', () => {
  const filed = [
    form({ answers: rows([{ challenge: 'planning', own_grade: 2 }]) }),
    form({ 'measures.P': 3, 'measures.T': 1 }),
    form({ 'measures.P': 1, 'measures.T': 2 }),
  ]
  const found = challengesMet({ filed })
  expect(found.map(({ challenge }) => challenge)).toEqual(['P', 'V', 'L', 'B', 'F', 'T'])
  expect(found[0]).toEqual({ challenge: 'P', ownGrade: 2, measures: 1 })
  expect(found.at(-1)).toEqual({ challenge: 'T', measures: 2 })
})
