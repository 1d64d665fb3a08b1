import { expect, test } from '@jest/globals'
import { procedures } from '../../domain/gicc/procedures.js'
import { bearsOption, checkFilled, checkRead, neededWith } from '../../domain/form/check.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { pointer } from '../../domain/form/fault.js'
import { formFaults } from '../../domain/form/form-faults.js'
import type { Form } from '../../domain/form/form.js'
import { readFilled } from '../../domain/form/read.js'
import { mayTravel } from '../../domain/form/read-values.js'
import type { StepDefinition } from '../../domain/procedure.js'

interface Case {
  readonly named: string
  readonly form: Form
  readonly step: StepDefinition
  readonly option: string
}

const forms = procedures.flatMap(({ id, steps }) =>
  Object.values(steps).flatMap((step) =>
    step.form === undefined ? [] : [{ named: `${id} ${step.key}`, step, form: step.form }],
  ),
)
const cases: readonly Case[] = forms.flatMap(({ named, form, step }) =>
  Object.entries(step.options)
    .filter(([, { byClock }]) => byClock !== true)
    .map(([option]) => ({ named: `${named} ${option}`, form, step, option })),
)
const readOf = ({ form, option }: Case, answers = exampleAnswers(form, { option })) =>
  readFilled(form, { option, answers })

test.each(forms)('the form of $named is one that can be filled in', ({ form, step }) => {
  expect(formFaults(form, Object.keys(step.options))).toEqual([])
})

test.each(cases)('$named takes its own example', (one) => {
  const { form, option } = one
  const answers = exampleAnswers(form, { option })
  expect(checkFilled(form, { option, answers }).map((fault) => ({ at: pointer(fault), ...fault.needs }))).toEqual([])
  expect(bearsOption(form, { option, read: readOf(one) })).toBe(true)
})

test.each(cases)(
  'what travels of $named is taken by the core, and holds nothing a person could have written',
  (one) => {
    const { form, option } = one
    const read = readOf(one)
    expect(checkRead(form, { option, read })).toEqual([])
    expect(stringsIn(read).filter((text) => !mayTravel(text))).toEqual([])
  },
)

test.each(cases)('$named refuses to go without what it needs, and names it', ({ form, option }) => {
  const whole = exampleAnswers(form, { option })
  for (const field of neededWith(form, option)) {
    const { [field.code]: _, ...answers } = whole
    const faults = checkFilled(form, { option, answers })
    expect(faults.find(({ labels }) => labels[0] === field.label)).toBeDefined()
  }
})

test.each(cases)('$named refuses a key it has not, and an answer of another type', ({ form, option }) => {
  const answers = exampleAnswers(form, { option })
  expect(checkFilled(form, { option, answers: { ...answers, strange: 1 } }).map(pointer)).toContain('/strange')
  for (const code of Object.keys(answers)) {
    const faults = checkFilled(form, { option, answers: { ...answers, [code]: Symbol.for('another type') } })
    expect(faults.some((fault) => pointer(fault).startsWith(`/${code}`))).toBe(true)
  }
})

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
