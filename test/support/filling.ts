import { exampleAnswers } from '../../domain/form/example.js'
import type { FilledForm } from '../../domain/form/filled-form.js'
import type { Form } from '../../domain/form/form.js'
import { readFilled } from '../../domain/form/read.js'
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
