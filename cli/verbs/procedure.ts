import { called } from '../called.js'
import { Argument, Option } from 'commander'
import type { Command } from 'commander'
import { isStage, stageLabel } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { differences, type RulesDifference } from '../../domain/rules-difference.js'
import { changeInWords, faultInWords } from '../../domain/words/rules.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { print } from '../printing.js'
import { basesUnder, type BaseUnder } from '../procedure/bases-under.js'
import { checkedRules, rulesNamed, soundRules } from '../procedure/rules-named.js'
import { knownCluster } from '../rehearsal/rehearse.js'
import { asOption, languageOption, overTheLine, verb } from './verb.js'
import type { AskingOptions } from './verb.js'
import { defined } from '../../domain/values/defined.js'

interface Wanted extends AskingOptions {
  readonly language: Locale
  readonly bases?: boolean
  readonly programme?: string
  readonly place: string
}

/** Adds `procedure`: shows a version of the rules, checks a changed one, and says what differs between two (8.8, 12). */
export const addProcedure = (program: Command): void => {
  verb(program, {
    usage: 'procedure',
    says: 'Show the rules as JSON, check a changed file, or say what differs between two versions and for which bases.',
    examples: [
      'procedure show light > light.json',
      'procedure check light.json',
      'procedure check light.json --language zh-CN --json',
      'procedure diff full light',
      'procedure diff full full.json --bases   # which running bases it would change',
    ],
  })
    .addArgument(new Argument('<what>', 'what to do').choices(['show', 'check', 'diff']))
    .argument('<rules>', 'full, light, a version such as full@2026-11-30, or a file')
    .argument('[other]', 'for diff: the version or file to compare with')
    .option('--bases', 'for diff: judge every running base again under the other version')
    .option(
      '--programme <programme>',
      'for --bases: those of this one, such as a rehearsal; left out: of every real one',
    )
    .addOption(new Option('--place <cluster>', 'for check: the place whose people act').default('C08-luoshe'))
    .addOption(languageOption('sentences'))
    .addOption(asOption())
    .action(async (what: 'show' | 'check' | 'diff', rules: string, other: string | undefined, wanted: Wanted) => {
      if (what === 'diff') return await diff({ from: rules, to: other, wanted })
      if (other !== undefined) throw tooMuch(what)
      await (what === 'show' ? show(rules, wanted) : check(rules, wanted))
    })
}

/** The rules as they stand, in the form `check` takes; it is JSON with and without `--json`. */
const show = async (name: string, wanted: Wanted): Promise<void> => {
  print(await rulesNamed(name, wanted), { json: true, text: () => '' })
}

const check = async (name: string, { json, language, place, ...asking }: Wanted): Promise<void> => {
  const rules = await rulesNamed(name, asking)
  const faults = checkedRules(rules, { place: knownCluster(place) }).map((fault) => ({
    ...fault,
    says: { en: faultInWords(fault, 'en'), 'zh-CN': faultInWords(fault, 'zh-CN') },
  }))
  const [first] = faults
  const text = (): string =>
    first === undefined ? sound[language] : faults.map(({ says }) => `- ${says[language]}`).join('\n')
  print({ sound: first === undefined, faults }, { json: json === true, text })
  if (first !== undefined)
    throw new CliFailure(`${name}: ${counted[language](faults.length)}${first.says[language]}`, exits.refused)
}

const counted: Readonly<Record<Locale, (count: number) => string>> = {
  en: (count) => `${count} fault(s); the first: `,
  'zh-CN': (count) => `共有 ${count} 处错误；第一处：`,
}

const sound: Readonly<Record<Locale, string>> = {
  en: 'Nothing is wrong: every option leads somewhere, every date can be counted, and its staff can fill every step.',
  'zh-CN': '未发现问题：每个选项都有去向，每个期限都可计算，现有人员足以办理全部步骤。',
}

const diff = async ({ from, to, wanted }: { from: string; to: string | undefined; wanted: Wanted }): Promise<void> => {
  if (to === undefined) throw tooLittle()
  const [before, after] = [await rulesNamed(from, wanted), await rulesNamed(to, wanted)]
  const [one, other] = [soundRules(before, from), soundRules(after, to)]
  const found = differences(before, after)
  const bases =
    wanted.bases === true
      ? await overTheLine({}, (connection) => basesUnder(connection, { to: other, id: one.id, wanted }))
      : undefined
  const told = bases?.map((base) => ({
    ...base,
    changes: base.changes.map((change) => ({ ...change, says: inBoth(change) })),
  }))
  print(
    { differences: found, ...defined({ bases: told }) },
    {
      json: wanted.json,
      text: () => [differencesText(found), ...basesText(bases, wanted.language)].join('\n'),
    },
  )
}

const inBoth = (change: BaseUnder['changes'][number]) => ({
  en: changeInWords(change, 'en'),
  'zh-CN': changeInWords(change, 'zh-CN'),
})

const differencesText = (found: readonly RulesDifference[]): string =>
  found.length === 0
    ? 'The two are the same.'
    : found.map(({ at, from, to }) => `${at}: ${brief(from)} → ${brief(to)}`).join('\n')

/** A value in a line: what is long is cut, since its place says where to read on. */
const brief = (value: unknown): string => {
  const text = value === null ? '–' : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
const longest = 60

const basesText = (bases: readonly BaseUnder[] | undefined, language: Locale): readonly string[] =>
  bases === undefined
    ? []
    : bases.flatMap(({ base, procedure, stage, changes }) => [
        `${base} (${procedure}, ${isStage(stage) ? stageLabel[stage][language] : stage}): ${changes.length === 0 ? '–' : ''}`,
        ...changes.map((change) => `  - ${changeInWords(change, language)}`),
      ])

const tooLittle = (): CliFailure =>
  new CliFailure(
    threePart({
      got: 'diff has one version',
      allowed: 'it compares two',
      todo: `try \`${called} procedure diff full light\``,
    }),
    exits.usage,
  )
const tooMuch = (what: string): CliFailure =>
  new CliFailure(
    threePart({ got: `${what} has two versions`, allowed: 'it looks at one', todo: 'leave one out, or use diff' }),
    exits.usage,
  )
