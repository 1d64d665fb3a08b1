import type { AnyEvent, EventOf } from '../event.js'
import { clerks } from '../judge/paper.js'
import { letter, type Sent } from './letter.js'
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
    // Somebody else has signed in the role of the step, and has chosen.
    omits: ['role', 'options'],
    words: {
      en: {
        subject: 'an act on paper awaits a second person',
        opening:
          'An act that came on paper has been entered for the base named below. Nothing follows from it until a second person has read the scan and confirmed it.',
        closing:
          'Read the scan that was entered, then confirm the act or turn it away. Whoever may not handle papers of this step, by seat or by an earlier act, leaves it to another. The date of the step runs on meanwhile.',
      },
      'zh-CN': {
        subject: '书面文件待确认',
        opening: '下列基地有一份书面文件已录入。在第二人查阅扫描件并确认之前，不产生任何效力。',
        closing:
          '请查阅录入所据扫描件后确认或退回。因所任职务或此前办理的事项不得经办本步骤文件的，请由他人办理。在此期间本步骤期限照常计算。',
      },
    },
  }),
  paper_recorded: letter({
    facts: ['step', 'key', 'role', 'option', 'paper'],
    on: { step_acted: (event, beside) => recordedFromPaper(event, beside) },
    roleIs: 'signedAs',
    // What was recorded is past and has no date any more; the reader is the signatory.
    omits: ['dueBy', 'options', 'signatory'],
    words: {
      en: {
        subject: 'an act in your name was recorded from paper',
        opening:
          'A paper signed in your name was entered by one person and confirmed by a second one. What it says now stands in the record as your act.',
        closing:
          'If this is your act, nothing more is needed. If you did not sign it, or it says something else, write to the secretariat at once: until the next step is decided two persons may void what was entered by mistake, and both entries stay visible (R17).',
      },
      'zh-CN': {
        subject: '您名下的书面文件已记录在案',
        opening: '一份以您名义签署的书面文件已由一人录入，并由第二人确认。所载意见现作为您本人的行为记录在案。',
        closing:
          '如确系本人行为，无须另行办理。如非本人签署，或者所载意见与原件不符，请立即函告秘书处：下一步骤作出决定之前，误录事项可由两人作废，两条记录均予保留（R17）。',
      },
    },
  }),
  paper_refused: letter({
    facts: ['step', 'key', 'code', 'paper'],
    on: { paper_refused: (event) => toldToClerk(event) },
    // The reader is who entered it, and may not choose in the role of the step.
    omits: ['role', 'options', 'enteredBy'],
    words: {
      en: {
        subject: 'a paper you entered was turned away',
        opening:
          'An act on paper that you entered for the base named below was turned away. It decides nothing and was not recorded in the name of its signatory; the entry and its refusal stay in the record.',
        closing:
          'If the paper itself is sound, read its scan, its date and what it says again, and enter it anew; as before, a second person has to confirm it (R16). The date of the step runs on meanwhile.',
      },
      'zh-CN': {
        subject: '您录入的书面文件已退回',
        opening:
          '您为下列基地录入的一份书面文件已被退回。该行为不产生任何效力，亦未记入签署人名下；录入记录及退回记录均予保留。',
        closing:
          '如文件本身无误，请核对扫描件、日期及所载意见后重新录入，仍须由第二人确认（R16）。在此期间本步骤期限照常计算。',
      },
    },
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
