import type { FormField } from '../domain/form/field.js'
import type { Form } from '../domain/form/form.js'
import { askedInWords, fitInWords } from '../domain/form/in-words.js'
import { isRead } from '../domain/form/read.js'
import { procedures } from '../domain/gicc/procedures.js'
import { stageLabel } from '../domain/lifecycle.js'
import type { Locale } from '../domain/locale.js'
import type { StepDefinition } from '../domain/procedure.js'
import { optionLabel } from '../domain/words/options.js'
import { stepTitle } from '../domain/words/steps.js'
import type { GeneratedFile } from './generated-file.js'

/** docs/forms.md: what each step asks of whoever acts on it, in both languages. */
export const forms: GeneratedFile = {
  file: 'docs/forms.md',
  make: async () =>
    [
      heading,
      ...asked.map(({ step, form }) => section(step, form)),
      '',
      '## Steps without a form',
      '',
      unasked.map(({ key }) => key).join(', '),
      '',
    ].join('\n'),
}

const heading = [
  '# Forms',
  '',
  'What each step asks besides an option, a reason code and words (8.14). `read` marks what the engine reads: it stands in the',
  'ledger; everything else is kept sealed and named there by its hash. Of a table the totals are read, and columns by row where',
  'totals do not say enough.',
].join('\n')

/** Each step once, as the first procedure that has it tells it. */
const all: readonly StepDefinition[] = [
  ...new Map(procedures.flatMap(({ steps }) => Object.values(steps)).map((step) => [step.key, step])).values(),
]
const asked = all.flatMap((step) => (step.form === undefined ? [] : [{ step, form: step.form }]))
const unasked = all.filter(({ form }) => form === undefined)

const section = (step: StepDefinition, { version, fields, bears = {}, changesOnly }: Form): string =>
  [
    '',
    `## ${step.key} ${stepTitle(step.key, 'en')} · ${stepTitle(step.key, 'zh-CN')}`,
    '',
    `${stageLabel[step.stage].en}, ${step.role}, version ${version}.`,
    '',
    '| field | in words | 名称 | what fits | 填写要求 | when | read |',
    '|---|---|---|---|---|---|---|',
    ...fields.map((field) => fieldRow(step, field)),
    ...(Object.keys(bears).length === 0
      ? []
      : [
          '',
          `What is filled in must bear: ${Object.keys(bears)
            .map((option) => optionLabel({ key: step.key, option }, 'en'))
            .join(', ')}.`,
        ]),
    ...(changesOnly === undefined
      ? []
      : ['', `Whatever was handed in at ${changesOnly.of} stays, but for what ${changesOnly.listed.step} lists.`]),
  ].join('\n')

const fieldRow = ({ key }: StepDefinition, field: FormField): string =>
  `| ${[
    `\`${field.code}\``,
    field.label.en,
    field.label['zh-CN'],
    ...(['en', 'zh-CN'] as const).map((locale) => inCell(fitInWords(field, locale))),
    whenAsked(field, { key, locale: 'en' }),
    isRead(field) ? 'read' : '',
  ].join(' | ')} |`

const whenAsked = (field: FormField, { key, locale }: { readonly key: string; readonly locale: Locale }): string => {
  const said = askedInWords(field.asked, { locale, optionLabel: (option) => optionLabel({ key, option }, locale) })
  return [said, ...(field.optional === true ? ['may be left empty'] : [])].filter((part) => part !== '').join('; ')
}

/** A bar would end the cell. */
const inCell = (text: string): string => text.replaceAll('|', '·')
