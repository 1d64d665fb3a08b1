import { expect, test } from '@jest/globals'
import { bearsOption } from '../../domain/form/check.js'
import { readFilled } from '../../domain/form/read.js'
import { teamFactsOf } from '../../domain/gicc/due-diligence/team-facts.js'
import { teamForm } from '../../domain/gicc/due-diligence/team-forms.js'

const specialist = (id: string, streams: readonly string[]) => ({ person: { id }, duty: 'specialist', streams })
const rows = [
  { person: { id: 'p-dl-1' }, duty: 'lead' },
  specialist('p-sp-1', ['a', 'b', 'c']),
  specialist('p-sp-2', ['d', 'e', 'f']),
  specialist('p-dl-1', ['g']),
  { person: { id: 'p-sv-1' }, duty: 'visitor' },
  { person: { id: 'p-sv-2' }, duty: 'outside_visitor' },
  { person: { name: 'Rehearsal Person 7' }, duty: 'interpreter' },
]
const option = 'appoint'
const readOf = (team: readonly object[]) =>
  readFilled(teamForm, { option, answers: { team: team.map((row, nth) => ({ id: `r${nth + 1}`, ...row })) } })

test('who is in the team is read from its rows, each once, and nobody whom the register has not (2.1)', () => {
  expect(teamFactsOf(readOf(rows))).toEqual({ members: ['p-dl-1', 'p-sp-1', 'p-sp-2', 'p-sv-1', 'p-sv-2'] })
})

test('of a form in which no team stands nobody is in it', () => {
  expect(teamFactsOf({})).toEqual({ members: [] })
})

test('a team is one lead, a specialist for each work-stream and two visitors, one of them from outside (2.1)', () => {
  const bears = (...team: readonly object[]) => bearsOption(teamForm, { option, read: readOf(team) })
  const [lead = {}, ...others] = rows
  expect(bears(...rows)).toBe(true)
  expect(bears(...others)).toBe(false)
  expect(bears(lead, ...rows)).toBe(false)
  for (const left of [1, 2, 3, 4, 5]) expect(bears(...rows.filter((_, nth) => nth !== left))).toBe(false)
  expect(bears(...rows.map((row) => (row.duty === 'outside_visitor' ? { ...row, duty: 'visitor' } : row)))).toBe(false)
})
