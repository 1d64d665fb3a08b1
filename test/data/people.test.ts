import { expect, test } from '@jest/globals'
import { actorsFor } from '../../cli/rehearsal/cast.js'
import type { Deed } from '../../cli/rehearsal/cast.js'
import { sampleClusters, samplePeople } from '../../cli/sample-data.js'
import type { People, Person } from '../../cli/sample-data.js'
import type { StepDefinition } from '../../domain/procedure.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { roles } from '../../domain/role.js'
import { separation } from '../../domain/gicc/separation.js'

const people = samplePeople()
const places = sampleClusters().clusters.map(({ id, iso_3166_1_alpha2: country }) => ({ id, country }))
const [full] = procedures
const programmeWide = people.people.filter(({ base }) => base === undefined)

test('at least 25 people work for the programme and seven for each of the 22 places', () => {
  expect(programmeWide.length).toBeGreaterThanOrEqual(25)
  expect(places).toHaveLength(22)
  for (const { id } of places) {
    const roleSet = people.people.filter(({ base }) => base === id).flatMap(({ roles: held }) => held)
    expect(roleSet.sort()).toEqual(['AL', 'CLO', 'EN', 'HG', 'LG', 'LX', 'SA'])
  }
})

test('every person has an id, an e-mail and an organisation of the file, and no two share the first two', () => {
  const organisations = new Set(people.organisations.map(({ id }) => id))
  expect(people.people.filter(({ organisation }) => !organisations.has(organisation))).toEqual([])
  expect(new Set(people.people.map(({ id }) => id)).size).toBe(people.people.length)
  expect(new Set(people.people.map(({ email }) => email)).size).toBe(people.people.length)
})

test('no letter of a rehearsal can reach a real mailbox', () => {
  expect(people.people.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
})

test('a role of one place is held for a place and a role of the programme is not', () => {
  const astray = people.people.filter(({ base, roles: held }) => held.some((role) => roles[role].perBase !== (base !== undefined)))
  expect(astray).toEqual([])
})

test('nobody but chair and deputy, who are members of the committee, holds two roles', () => {
  const two = people.people.filter(({ roles: held }) => held.length > 1)
  expect(two.map(({ roles: held }) => held.join(' '))).toEqual(['CM CH', 'CM CH'])
})

test('the visitors are not all from the programme', () => {
  const visitors = people.people.filter(({ roles: held }) => held.includes('SV'))
  expect(visitors.map(({ organisation }) => organisation)).toContain('o-inspection')
})

/** Every step of every stage once, the stages in order, and a second yearly review. */
const steps = Object.values(full?.steps ?? {}).filter(({ decides }) => decides.by !== 'clock')
const life = [
  ...['nomination', 'due_diligence', 'memorandum', 'launch', 'yearly_review'].map((stage, no) => ({ stage, no: no + 1 })),
  { stage: 'yearly_review', no: 6 },
].flatMap(({ stage, no }) => steps.filter((step) => step.stage === stage).map((step) => ({ step, no })))

const seatsOf = ({ decides }: StepDefinition): number =>
  decides.by === 'votes' ? decides.seats : decides.by === 'sheets' ? decides.count : 1

/** Plays all steps of a place with the people given; answers with the steps for which somebody was missing. */
const unfilled = (cast: People, place: { id: string; country: string; turn: number }): readonly string[] => {
  const deeds: Deed[] = []
  const missing: string[] = []
  for (const { step, no } of life) {
    const actors: readonly Person[] = actorsFor(cast, {
      key: step.key,
      role: step.role,
      cluster: place.id,
      country: place.country,
      stageNo: no,
      deeds,
      acted: [],
      turn: place.turn,
    }).slice(0, seatsOf(step))
    if (actors.length < seatsOf(step)) missing.push(`${no}: ${step.key}`)
    deeds.push(...actors.map(({ id }) => ({ person: id, key: step.key, stageNo: no })))
  }
  return missing
}

test('every step of the procedure, every seat filled, can be acted on at every place under the separation rules', () => {
  expect(life.length).toBeGreaterThan(100)
  expect(separation.pairs.length).toBeGreaterThan(20)
  const missing = places.flatMap((place, turn) => unfilled(people, { ...place, turn }).map((step) => `${place.id} ${step}`))
  expect(missing).toEqual([])
})

test.each([
  ['one compliance officer alone', 'CO', 1, '1: 1.6b'],
  ['one screening officer alone', 'SO', 1, '1: 1.5b'],
  ['five committee members', 'CM', 5, '1: 1.10'],
  ['a single counsel', 'LC', 1, '3: 3.3a'],
])('%s would leave a step unfilled', (_case, role, keep, step) => {
  const few = people.people.filter(({ roles: held }) => held.some((one) => one === role)).slice(keep)
  const cast = { ...people, people: people.people.filter((person) => !few.includes(person)) }
  expect(unfilled(cast, { id: 'C09-yueqing', country: 'CN', turn: 0 })).toContain(step)
})

test('an expert never assesses a place of the country of his own institute', () => {
  const scene = { key: '1.8', role: 'EX', cluster: 'W99-lyon', stageNo: 1, deeds: [], acted: [], turn: 0 } as const
  const abroad = actorsFor(people, { ...scene, country: 'CN' })
  const inFrance = actorsFor(people, { ...scene, country: 'FR' })
  expect(abroad).toHaveLength(7)
  expect(inFrance).toHaveLength(5)
})
