import { stageLabel, stages, type Stage } from '../domain/lifecycle.js'
import { asksWords } from '../domain/judge/offers.js'
import type { Procedure, StepDefinition } from '../domain/procedure.js'
import type { StepKey } from '../domain/values/step-key.js'
import { procedures } from '../domain/gicc/procedures.js'
import { roles } from '../domain/role.js'
import { optionLabel } from '../domain/words/options.js'
import { stepTitle } from '../domain/words/steps.js'
import type { GeneratedFile } from './generated-file.js'
import { alarmsInWords, decidesInWords, dueInWords, extensionsInWords, leadInWords } from './step-sentences.js'

/** docs/steps.md: every step of every procedure that ships, what its options are and where each of them leads. */
export const steps: GeneratedFile = {
  file: 'docs/steps.md',
  make: async () => [heading, ...procedures.map(procedureSection)].join('\n'),
}

const procedureSection = (procedure: Procedure): string => {
  const own = Object.values(procedure.steps)
  return [
    `## Procedure \`${procedure.id}\`, version ${procedure.version}`,
    '',
    ...stages.flatMap((stage) =>
      stageSection(
        stage,
        own.filter((step) => step.stage === stage),
      ),
    ),
    '### Rows that became two or more steps',
    '',
    ...splitRows([...programmeSteps, ...own]).map(
      ([row, parts]) => `- **${row}**: ${parts.map(partInWords).join('; ')}`,
    ),
    '',
    '### Escalation profiles',
    '',
    ...Object.entries(procedure.escalation).map(([profile, alarms]) => `- **${profile}**: ${alarmsInWords(alarms)}`),
    '',
    ...(procedure.extensions === undefined
      ? []
      : ['### Extensions', '', ...extensionsInWords(procedure.extensions), '']),
  ].join('\n')
}

const stageSection = (stage: Stage, own: readonly StepDefinition[]): readonly string[] => [
  `### ${stageLabel[stage].en} · ${stageLabel[stage]['zh-CN']}`,
  '',
  '| key | title | 步骤 | who | options and where each leads | due | escalation | papers |',
  '|---|---|---|---|---|---|---|---|',
  ...[...own].sort((one, other) => compareKeys(one.key, other.key)).map(stepRow),
  '',
]

const stepRow = (step: StepDefinition): string =>
  `| ${[
    step.key,
    stepTitle(step.key, 'en'),
    stepTitle(step.key, 'zh-CN'),
    `${roleInWords(step)}${decidesInWords(step.decides)}`,
    Object.keys(step.options)
      .map((option) => optionInWords(step, option))
      .join('<br>'),
    dueInWords(step),
    step.escalation,
    [...step.documents, ...(step.sees === undefined ? [] : [`approves ${step.sees}`])].join(', ') || '–',
  ].join(' | ')} |`

const optionInWords = (step: StepDefinition, option: string): string => {
  const rule = step.options[option]
  if (rule === undefined) throw new RangeError(`step ${step.key} has no option ${option}`)
  const label = optionLabel({ key: step.key, option }, 'en')
  const chinese = optionLabel({ key: step.key, option }, 'zh-CN')
  const clock = rule.byClock === true ? ', by the clock alone' : ''
  const beside = [...(rule.codes ?? []), ...(asksWords(rule) ? ['in words'] : [])]
  const codes = beside.length === 0 ? '' : ` (${beside.join(', ')})`
  return `\`${option}\` ${label} · ${chinese}${clock} → ${leadInWords(rule.leads)}${codes}`
}

const roleInWords = ({ role }: Pick<StepDefinition, 'role'>): string => `${roles[role].label.en} (${role})`

type Part = Pick<StepDefinition, 'key' | 'role'>

const partInWords = (part: Part): string => `${part.key} ${stepTitle(part.key, 'en')}, ${roleInWords(part)}`

/** The call belongs to the programme and stands in no procedure of a base. */
const programmeSteps: readonly Part[] = [
  { key: '1.1a', role: 'PM' },
  { key: '1.1b', role: 'PD' },
]

/** The rows of the programme's table whose acts became more than one step, with those steps. */
const splitRows = (parts: readonly Part[]): readonly (readonly [string, readonly Part[]])[] => {
  const sorted = [...parts].sort((one, other) => compareKeys(one.key, other.key))
  const rows = [...new Set(sorted.map(({ key }) => rowOf(key)))]
  return rows
    .map((row) => [row, sorted.filter(({ key }) => rowOf(key) === row)] as const)
    .filter(([, own]) => own.length > 1)
}

const rowOf = (key: StepKey): string => /^\d+\.\d+/.exec(key)?.[0] ?? key

/** 1.9 before 1.10, and 1.4a before 1.4b. */
const compareKeys = (one: StepKey, other: StepKey): number => one.localeCompare(other, 'en', { numeric: true })

const heading = `# Steps

Made from the procedures that ship and from \`domain/words/\` by \`npm run gen\`. One step is one act by one side: where a row of
the programme's table holds the acts of two sides or of two people, it became two or more steps, listed after the stages. An
option with codes in brackets takes one of those reason codes. Where it leads to several steps, the story of the stage opens
those that the case calls for, side by side. 1.1 stands in no table, because the call belongs to the programme and not to a
base.
`
