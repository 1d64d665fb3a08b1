import type { AnyEvent, EventOf } from '../event.js'
import { clerks } from '../judge/paper.js'
import { letter, type Sent } from './letter.js'
import { otherWords } from './other-words.js'
import { isOpen } from './still-so.js'

/** Letters about acts on paper: to those who may confirm one, to whoever entered one, and to the one in whose name it stands (R16, R17). */
export const paperLetters = {
  paper_awaits: letter({
    facts: ['step', 'key', 'option', 'paper'],
    on: {
      paper_entered: ({ step, key, option, signatory, signedOn, by: { person, role } }) => ({
        roles: clerks,
        asks: { notOf: [signatory, person] },
        facts: { step, key, option, paper: { signatory, signedOn, enteredBy: { person, role } } },
      }),
    },
    stillSo: isOpen,
    choosesNothing: true,
    ends: 'request',
    words: otherWords.paperAwaits,
  }),
  paper_recorded: letter({
    facts: ['step', 'key', 'role', 'option', 'paper'],
    on: { step_acted: (event, beside) => recordedFromPaper(event, beside) },
    roleIs: 'signedAs',
    choosesNothing: true,
    words: otherWords.paperRecorded,
  }),
  paper_refused: letter({
    facts: ['step', 'key', 'code', 'paper'],
    on: { paper_refused: (event) => toldToClerk(event) },
    choosesNothing: true,
    words: otherWords.paperRefused,
  }),
}

/** Whoever signed is told what was recorded from the paper, and by whom: a false act is found by the one it names (R16, R17). */
const recordedFromPaper = (
  { step, key, option, by, paper }: EventOf<'step_acted'>,
  beside: readonly AnyEvent[],
): Sent<'step' | 'key' | 'role' | 'option' | 'paper'> | undefined => {
  if (paper === undefined) return undefined
  const confirmed = beside.find((one) => one.type === 'paper_confirmed' && one.step === step)
  const role = confirmed?.type === 'paper_confirmed' ? { role: confirmed.by.role } : {}
  const told = {
    signatory: by.person,
    signedOn: paper.signedOn,
    enteredBy: { person: paper.enteredBy },
    confirmedBy: { person: paper.confirmedBy, ...role },
  }
  return { roles: [], people: [by.person], facts: { step, key, role: by.role, option, paper: told } }
}

/** Whoever entered a paper is told that it was turned away, unless by the own hand: only there can it be put right (R16). */
const toldToClerk = ({
  step,
  key,
  signatory,
  enteredBy,
  code,
  by: { person, role },
}: EventOf<'paper_refused'>): Sent<'step' | 'key' | 'code' | 'paper'> | undefined => {
  if (enteredBy === undefined || enteredBy === person) return undefined
  const paper = { signatory, enteredBy: { person: enteredBy }, refusedBy: { person, role } }
  return { roles: [], people: [enteredBy], facts: { step, key, code, paper } }
}
