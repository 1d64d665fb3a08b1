import { expect, test } from '@jest/globals'
import { checkFilled, checkRead } from '../../domain/form/check.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { formFaults } from '../../domain/form/form-faults.js'
import { readFilled } from '../../domain/form/read.js'
import { callForms } from '../../domain/gicc/nomination/call-forms.js'

const cases = Object.entries(callForms).flatMap(([key, { form, options }]) =>
  options.map((option) => ({ key, form, options, option })),
)

test.each(cases)(
  'the form of $key can be filled in to $option the call, and the core takes what is read of it',
  (one) => {
    const { form, options, option } = one
    const filled = { option, answers: exampleAnswers(form, { option }) }
    expect(formFaults(form, options)).toEqual([])
    expect(checkFilled(form, filled)).toEqual([])
    expect(checkRead(form, { option, read: readFilled(form, filled) })).toEqual([])
  },
)
