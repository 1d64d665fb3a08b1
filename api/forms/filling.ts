import type { BaseId, PersonId } from '../../domain/ids.js'
import canonicalize from 'canonicalize'
import { readBase } from '../../db/reads/bases.js'
import { readForms } from '../../db/reads/forms.js'
import { changedBeyond, listedIn } from '../../domain/form/changes.js'
import type { AnswerFault } from '../../domain/form/fault.js'
import { checkFilled } from '../../domain/form/check.js'
import { checkKnown } from '../../domain/form/known.js'
import type { Filled, FormAnswers, Form } from '../../domain/form/form.js'
import { exhibitsIn, readFilled } from '../../domain/form/read.js'
import type { FilledForm } from '../../domain/form/filled-form.js'
import { malformedForm } from '../../domain/judge/filled.js'
import type { Refusal } from '../../domain/refusal.js'
import { defined } from '../../domain/values/defined.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { ApiParts } from '../parts.js'
import { readPinned } from '../views/pinned-procedure.js'
import { subjectsLeftOut } from '../views/subjects-on.js'
import { knownBeside } from './known-beside.js'

/** A form on its way in: what travels of it, and what is kept. */
export interface Filling {
  readonly filled: Omit<FilledForm, 'content'>
  /** The answers as canonical JSON: sealed, they are found again by its hash. */
  readonly body: string
}

/** What a person filled in, on which step and with which option. */
export interface HandedIn {
  readonly base: BaseId
  readonly step: string
  readonly option: string
  readonly answers: FormAnswers
  /** Who hands it in: nobody cites what is not for his or her eyes. */
  readonly person: PersonId
}

/**
 * Checks what was filled in by the form of the version the base is under, and takes out what may travel. Refuses all that is
 * wrong with it at once. Undefined where there is no such base or step: the core says what is so.
 */
export const fillingOf = async (
  parts: ApiParts,
  { base, step, option, answers, person }: HandedIn,
): Promise<Filling | Refusal | undefined> => {
  const { db } = parts
  const found = await readBase(db, { id: base })
  if (found === undefined) return undefined
  const procedure = await readPinned({ db }, found)
  const definition = procedure.steps[keyOf(step)]
  if (definition === undefined) return undefined
  const { form } = definition
  if (form === undefined) return { code: 'form_not_asked', detail: { step } }
  const filled = { option, answers: completed(answers) }
  const beside = { base: found, person, form, procedure, answers: filled.answers }
  const faults = await firstFaults([
    () => checkFilled(form, filled),
    async () => checkKnown(form, { ...filled, known: await knownBeside(parts, beside) }),
    () => unaskedChanges(parts, { base, form, filled }),
    () => subjectsLeftOut(parts, { base, procedure, form, answers: filled.answers }),
  ])
  return faults.length > 0 ? malformedForm(faults, { step, option }) : takenFrom(form, filled)
}

/** Of several checks, each on what the one before found sound, the first that finds something. */
const firstFaults = async (
  checks: readonly (() => readonly AnswerFault[] | Promise<readonly AnswerFault[]>)[],
): Promise<readonly AnswerFault[]> => {
  for (const check of checks) {
    const faults = await check()
    if (faults.length > 0) return faults
  }
  return []
}

/** What was changed although nobody listed it as missing (1.4); what an erasure took away is compared with nothing. */
const unaskedChanges = async (
  { db }: ApiParts,
  { base, form, filled }: { readonly base: BaseId; readonly form: Form; readonly filled: Filled },
): Promise<readonly AnswerFault[]> => {
  if (form.changesOnly === undefined) return []
  const { of, listed } = form.changesOnly
  const handed = await readForms(db, { base, keys: [of, listed.step] })
  const before = handed.findLast(({ key }) => key === of)?.answers ?? undefined
  const lists = handed.flatMap(({ key, answers }) => (key === listed.step && answers !== null ? [answers] : []))
  const isSame = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other)
  return before === undefined
    ? []
    : changedBeyond(form, { ...filled, before, listed: lists.flatMap((list) => listedIn(list, listed)), isSame })
}

const takenFrom = (form: Form, filled: { option: string; answers: FormAnswers }): Filling => {
  const exhibits = exhibitsIn(filled.answers)
  return {
    filled: {
      version: form.version,
      read: readFilled(form, filled),
      ...defined({ exhibits: exhibits.length > 0 ? exhibits : undefined }),
    },
    body: canonicalize({ version: form.version, answers: filled.answers }) ?? '',
  }
}

/** An answer of null is no answer: it is how a program says that it has none. */
const completed = (answers: FormAnswers): FormAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null))
