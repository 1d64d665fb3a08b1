import { expect, test } from '@jest/globals'
import { exampleAnswers } from '../../domain/form/example.js'
import { fieldKinds } from '../../domain/form/field.js'
import type { Form } from '../../domain/form/form.js'
import { answersPosted, countName, fieldName } from '../../domain/form/posted.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { typedPairs } from '../api/a-page.js'

const forms = procedures.flatMap(({ steps }) =>
  Object.values(steps).flatMap(({ form, order }) =>
    form === undefined ? [] : order.map((option) => ({ form, option })),
  ),
)

const postedBy = (pairs: readonly (readonly [string, string])[]) => (name: string) =>
  pairs.flatMap(([one, text]) => (one === name ? [text] : []))

/** What a page makes of an example that was typed into it. */
const throughThePage = ({ form, option }: { form: Form; option: string }) => {
  const answers = { ...exampleAnswers(form, { option }) }
  return { answers, read: answersPosted(form.fields, postedBy(typedPairs(form, answers))) }
}

test('what fits a form is the same again when it is typed into a page, for every form and option of the procedures', () => {
  expect(forms.length).toBeGreaterThan(200)
  for (const one of forms) {
    const { answers, read } = throughThePage(one)
    expect(read).toEqual(answers)
  }
})

test('there is a control for every kind of field that a form has', () => {
  const used = new Set(
    forms.flatMap(({ form }) =>
      form.fields.flatMap((field) => [field, ...(field.kind === 'table' ? field.columns : [])]).map(({ kind }) => kind),
    ),
  )
  expect([...used].toSorted()).toEqual(fieldKinds.toSorted())
})

const rows = {
  code: 'rows',
  kind: 'table',
  label: { en: 'Rows', 'zh-CN': '行' },
  most: 3,
  columns: [{ code: 'word', kind: 'text', lines: 'one', most: 10, label: { en: 'Word', 'zh-CN': '字' } }],
} as const
const name = fieldName(rows)

test('an empty row falls away, a new one gets an id of its own, and no more rows are read than there may be', () => {
  const read = (...pairs: readonly (readonly [string, string])[]) => answersPosted([rows], postedBy(pairs))
  expect(
    read(
      [countName(name), '3'],
      [`${name}/0/id`, 'r2'],
      [`${name}/0/word`, 'old'],
      [`${name}/1/id`, 'new'],
      [`${name}/1/word`, ' '],
      [`${name}/2/id`, 'new'],
      [`${name}/2/word`, 'new'],
    ),
  ).toEqual({
    rows: [
      { id: 'r2', word: 'old' },
      { id: 'r1', word: 'new' },
    ],
  })
  expect(read([countName(name), '1000000000'], [`${name}/3/word`, 'beyond'])).toEqual({})
  expect(read([`${name}?`, 'ref'], [`${name}?why`, 'It is not ours.'])).toEqual({
    rows: { none: 'ref', why: 'It is not ours.' },
  })
})
