import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { sightRules } from '../../api/views/pinned-procedure.js'
import type { AnyEvent } from '../../domain/event.js'
import { full } from '../../domain/gicc/full.js'
import type { Role } from '../../domain/role.js'
import { besideDoer } from '../../domain/sight/beside-doer.js'
import { payloadSeen } from '../../domain/sight/entry.js'
import { seenAs } from '../../domain/sight/seen-as.js'
import type { ThingSeen } from '../../domain/sight/thing.js'
import { eventWords } from '../../domain/words/events.js'
import { holderOf, exampleBase } from '../support/an-example.js'

const rules = sightRules(full)
const now = '2027-06-01T08:00:00.000Z'
const examiner = 'p-sv-1'

const eyesOf = (role: Role) => {
  const { person, mandates } = holderOf(role)
  const seats = mandates.map((seat) => ({ ...seat, programme: 'gasme', from: '2026-01-01T00:00:00.000Z' }))
  const sees = (thing: ThingSeen) =>
    seenAs({ person, seats, interests: [] }, { thing: { ...thing, of: exampleBase }, moment: { now } })
  return { person, rules, sees, sealed: new Set<string>() }
}
const stampOf = (role: Role) => ({ person: holderOf(role).person, role, mandate: 'm', onBehalfOf: 'gasme' })

/** An entry of a kind that names somebody in every field in which any entry does. */
const naming = (type: string, { by, who }: { by: Role; who: string }): AnyEvent => {
  const several = new Set(['drawn', 'editors', 'founders', 'pool'])
  const beside = Object.fromEntries(besideDoer.map((name) => [name, several.has(name) ? [who] : who]))
  const of = {
    step: '5.4.1',
    key: '5.4',
    exhibit: 'x-1',
    readers: 'PAR',
    kind: 'dossier_receipt',
    files: [],
    roles: [],
  }
  // Far more than an entry of any one kind has: what it has of them is among it.
  return z.custom<AnyEvent>().parse({ type, ...of, ...beside, paper: { ...beside, number: 'n' }, by: stampOf(by) })
}
const kinds = Object.keys(eventWords)
const shown = (event: AnyEvent, reader: Role): string => JSON.stringify(payloadSeen(event, eyesOf(reader)).payload)

test.each(['SV', 'PM'] as const)('no entry of any kind names an examiner to the place, done by %s', (by) => {
  expect(kinds.length).toBeGreaterThan(60)
  // Whether an interest is declared by somebody of the place is asked first: that one is told whole.
  const asked = kinds.filter((kind) => kind !== 'interest_declared')
  expect(asked.filter((kind) => shown(naming(kind, { by, who: examiner }), 'LG').includes(examiner))).toEqual([])
})

test('the programme’s people read who brought what was checked, and a place what is its own: the twins', () => {
  const checked = naming('exhibit_checked', { by: 'SV', who: examiner })
  expect(shown(checked, 'PM')).toContain(`"broughtBy":"${examiner}"`)
  expect(shown(checked, 'PM')).not.toContain('withheld')
  const own = holderOf('LG').person
  expect(shown(naming('exhibit_checked', { by: 'PM', who: own }), 'LG')).toContain(`"broughtBy":"${own}"`)
  expect(payloadSeen(checked, eyesOf('LG'))).toMatchObject({ isWithheld: true, isMasked: false })
})

test('no event names a person in a field that sight does not know', () => {
  const folder = new URL('../../domain/events/', import.meta.url)
  const files = [...readdirSync(folder).map((name) => new URL(name, folder)), new URL('../event.ts', folder)]
  const fields = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(\w+)\??: (?:readonly )?PersonId\b/g)].map(([, name = '']) => name),
  )
  expect(fields.length).toBeGreaterThan(10)
  // A step that is given on is told to the programme alone.
  expect(new Set(fields.filter((name) => !besideDoer.includes(name)))).toEqual(new Set(['to', 'from']))
  expect(shown(naming('step_reassigned', { by: 'PM', who: examiner }), 'LG')).not.toContain('"by"')
})
