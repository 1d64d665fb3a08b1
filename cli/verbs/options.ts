import type { Command } from 'commander'
import { Option } from 'commander'
import type { z } from 'zod'
import { StepResponse } from '../../api/contract/step.js'
import type { Locale } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import { print } from '../printing.js'
import { saidLines } from '../said-lines.js'
import { askAs, asOption, languageOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

interface Wanted extends AskingOptions {
  readonly language: Locale
  readonly step?: string
}

/** Adds `options`: what may be chosen on the open steps of a base, and what may not, with the reason. */
export const addOptions = (program: Command): void => {
  verb(program, {
    usage: 'options <base>',
    says: 'Say what may be chosen on each open step of a base as things stand, and what may not be, and why.',
    examples: [
      'options gasme-C09-yueqing-1',
      'options gasme-C09-yueqing-1 --step 1.10.1 --language zh-CN',
      'options gasme-C09-yueqing-1 --json',
    ],
  })
    .addOption(new Option('--step <id>', 'only of this one'))
    .addOption(languageOption('sentences'))
    .addOption(asOption())
    .action(async (base: string, { step, language, ...wanted }: Wanted) => {
      const open = await askAs(wanted).all(`/bases/${encodeURIComponent(base)}/steps?open=true`, StepResponse)
      const items = open
        .filter(({ id }) => step === undefined || id === step)
        .map(({ id, ...step }) => ({ step: id, ...toldOf(step) }))
      const none = `${base} has no such open step.`
      const text = () => (items.length === 0 ? none : items.map((item) => stepText(item, language)).join('\n'))
      print({ items }, { json: wanted.json, text })
    })
}

type Told = ReturnType<typeof toldOf> & { readonly step: string }

const toldOf = ({ key, title, raised, options, notOffered }: Omit<z.infer<typeof StepResponse>, 'id'>) => ({
  key,
  title,
  ...defined({ raised }),
  options,
  notOffered,
})

const stepText = ({ step, title, raised, options, notOffered }: Told, language: Locale): string =>
  [
    `${step}  ${title[language]}`,
    ...(raised === undefined ? [] : [`  ${raised.sentence[language]}`]),
    ...saidLines(raised),
    ...options.map(
      ({ option, label, ...needed }) => `  ${option}: ${label[language]}${neededBeside[language](needed)}`,
    ),
    ...notOffered.map(({ option, because }) => `  ${notOfferedBecause[language](option)}${because[language]}`),
  ].join('\n')

/** What must be typed beside an option, as the options of `decide` are called. */
const neededBeside: Readonly<Record<Locale, (one: Pick<Told['options'][number], 'codes' | 'needs'>) => string>> = {
  en: ({ codes = [], needs }) =>
    inBrackets(needs.map((need) => (need === 'code' ? `code ${codes.join(' ')}` : 'reason'))),
  'zh-CN': ({ codes = [], needs }) =>
    inBrackets(needs.map((need) => (need === 'code' ? `理由代码 ${codes.join(' ')}` : '文字理由'))),
}
const inBrackets = (needs: readonly string[]): string => (needs.length === 0 ? '' : ` (${needs.join('; ')})`)

const notOfferedBecause: Readonly<Record<Locale, (option: string) => string>> = {
  en: (option) => `${option} is not offered: `,
  'zh-CN': (option) => `${option} 不可选：`,
}
