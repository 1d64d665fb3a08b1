import { exampleAnswers } from '../../domain/form/example.js'
import type { FilledForm } from '../../domain/form/filled-form.js'
import type { Form } from '../../domain/form/form.js'
import { readFilled } from '../../domain/form/read.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { filledIn } from '../../cli/rehearsal/brought.js'
import { steps } from '../../domain/gicc/steps.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { TextReference } from '../../domain/values/text-reference.js'

/** Words as they travel: people have written them, and the example keeps none. */
export const someWords: TextReference = { id: '00000000-0000-4000-8000-000000000814', hash: 'c'.repeat(64) }

/** An invented form as it travels, where a step has one: its answers fit, and lie nowhere. */
export const formFilledIn = (form: Form | undefined, option: string): FilledForm | undefined =>
  form === undefined
    ? undefined
    : {
        version: form.version,
        content: someWords,
        read: readFilled(form, { option, answers: exampleAnswers(form, { option }) }),
      }

/** Invented answers to the form of a step, by its id or key; undefined where it asks for none. */
export const answersFor = (step: string, option: string): FormAnswers | undefined =>
  filledIn(steps[step] === undefined ? keyOf(step) : step, { option, number: 1 })

/** What came on paper is decided as well. */
const deciding = /\/steps\/([^/]+)\/(?:decisions|papers)$/

/**
 * A decision that brings no form where its step has one gets an invented one: what is asked about lies elsewhere. Whoever wants
 * to send none says so with null.
 */
export const withForm = (path: string, body: unknown): unknown => {
  const step = deciding.exec(path)?.[1]
  if (step === undefined || typeof body !== 'object' || body === null || Array.isArray(body)) return body
  if ('form' in body) return body.form === null ? { ...body, form: undefined } : body
  if (!('option' in body) || typeof body.option !== 'string') return body
  const form = answersFor(step, body.option)
  return form === undefined ? body : { ...body, form }
}
