import { expect, test } from '@jest/globals'
import { locales } from '../../domain/locale.js'
import { aboutProgramme, type Refusal } from '../../domain/refusal.js'
import { refusalInWords } from '../../domain/words/refusals.js'

/** What is done in the programme, and in no base. */
const acts = [
  'convene_session',
  'move_session',
  'note_session',
  'add_to_register',
  'confirm_correction',
  'propose_call',
  'approve_call',
  'grant_mandates',
  'confirm_seats',
  'revoke_mandate',
  'propose_rules',
  'confirm_rules',
  'withdraw_proposal',
  'request_erasure',
  'hold_records',
  'revive',
]
/** Each "no" to a person there is for them. */
const refusedTo = (step: string): readonly Refusal[] => [
  { code: 'not_your_role', detail: { step, needs: 'CS', have: ['PM'] } },
  { code: 'seat_forbids', detail: { rule: 'SD9', holds: 'AU', step } },
  { code: 'separation_of_duties', detail: { rule: 'SD1', step, other: 'propose_call' } },
  { code: 'second_person_needed', detail: { rule: 'SD10', step } },
]
const wordsOf = (no: Refusal): readonly string[] =>
  locales.flatMap((locale) => Object.values(refusalInWords(no, locale)))
/** A step without its number, an act in the place of one, or a base where there is none. */
const untrue = /[Ss]tep \(|[Ss]tep [a-z]+ing |步骤 ?[（“]|[_\ue000\ue001]|this base|same base|本基地|同一基地|the place/

test('a "no" to an act of the programme names the act and the seats of the programme, and no step and no base', () => {
  const said = acts.flatMap(refusedTo).map(aboutProgramme).flatMap(wordsOf)
  expect(said.filter((text) => untrue.test(text))).toEqual([])
  expect(refusalInWords(aboutProgramme(refusedTo('convene_session')[0] ?? nothing), 'en').says).toBe(
    'Convening a session is done by: committee secretary; you act as: programme manager.',
  )
})

test('the same "no" where a base is, would', () => {
  const said = refusedTo('1.4a.1').flatMap(wordsOf)
  expect(said.filter((text) => untrue.test(text)).length).toBeGreaterThan(2)
})

const nothing: Refusal = { code: 'founders_not_two', detail: { got: 0 } }
