import { holdsInSilence } from '../../domain/judge/clock.js'
import { asksWords } from '../../domain/judge/offers.js'
import type { OptionRule, Procedure, StepDefinition } from '../../domain/procedure.js'
import { roles } from '../../domain/role.js'
import { standInOf } from '../../domain/supervisor.js'
import { decidesInWords, dueInWords, leadInWords } from '../step-sentences.js'

/**
 * What docs/rules says of a step, line by line, as a procedure has it: who acts and how it is decided, the options with
 * what each leads to, the time, what silence means, and what the step rests on. A test holds the pages against it.
 */
export const factsOf = (step: StepDefinition, procedure: Procedure): readonly string[] => {
  const rests = procedure.rests?.[step.key] ?? []
  return [
    `- **Who**: ${whoInWords(step, procedure)}`,
    `- **Options**: ${optionsInWords(step)}`,
    `- **Time**: ${timeInWords(step)}`,
    `- **Silence**: ${silenceInWords(step, procedure)}`,
    ...(rests.length === 0 ? [] : [`- **Rests on**: ${rests.join(', ')}`]),
    ...(step.documents.length === 0 ? [] : [`- **Paper**: \`${step.documents.join('`, `')}\``]),
    ...(step.sees === undefined ? [] : [`- **Approves**: the very \`${step.sees}\` that was shown, by its hashes`]),
  ]
}

/** What a shorter procedure has otherwise in the same step; nothing where the two agree. */
export const otherwiseIn = (
  step: StepDefinition,
  { of, than }: { of: Procedure; than: Procedure },
): readonly string[] => {
  const here = of.steps[step.key]
  if (here === undefined) return [`- **Under \`${of.id}\`**: left out`]
  const usual = factsOf(step, than)
  const changed = factsOf(here, of).filter((line) => !usual.includes(line) && !line.startsWith('- **Rests on**'))
  const told = changed.map((line) => line.replace(/^- \*\*(\w+)\*\*: /, (_, name: string) => `${name.toLowerCase()} `))
  return told.length === 0 ? [] : [`- **Under \`${of.id}\`**: ${told.join('. ')}`]
}

const whoInWords = (step: StepDefinition, { settings }: Procedure): string => {
  const besides = [
    ...(step.outsiders === undefined ? [] : ['nobody who acted on the case']),
    ...(step.onlyByRaiser === undefined ? [] : ['only whoever opened the matter, or who acts in that place']),
    ...(step.notByRaiser === undefined ? [] : ['not whoever raised the matter']),
    ...(settings.asksInterest?.includes(step.key) === true ? ['says that there is no interest (SD5)'] : []),
  ]
  return [`${roles[step.role].label.en} (${step.role})${decidesInWords(step.decides)}`, ...besides].join('; ')
}

const optionsInWords = ({ options, order }: StepDefinition): string =>
  order
    .flatMap((option) => {
      const rule = options[option]
      if (rule === undefined) return []
      const codes = besideInWords(rule)
      return [`\`${option}\`${codes}${rule.byClock === true ? ' by the clock' : ''}: ${leadInWords(rule.leads)}`]
    })
    .join('; ')

/** The codes an option takes, and whether words must come with it (8.14). */
const besideInWords = (rule: OptionRule): string => {
  const { codes = [] } = rule
  const beside = [...(codes.length === 0 ? [] : [codes.join(', ')]), ...(asksWords(rule) ? ['in words'] : [])]
  return beside.length === 0 ? '' : ` (${beside.join('; ')})`
}

const timeInWords = ({ silence: _, ...step }: StepDefinition): string =>
  `${dueInWords(step)}; profile ${step.escalation}`

const silenceInWords = (step: StepDefinition, procedure: Procedure): string => {
  const { silence, escalation, decides } = step
  if (decides.by === 'clock') return 'does not matter; the clock decides'
  if (silence !== undefined) return `\`${silence}\`${afterReminders(step, procedure)}`
  const effect = procedure.escalation[escalation].find((alarm) => alarm.effect !== undefined)?.effect
  if (decides.by === 'votes') return withoutQuorum(decides)
  if (decides.by === 'sheets') return 'no sheet; the ladder goes on'
  if (effect === 'reassign') return `decides nothing; late for long, ${standInOf(step)} may act too`
  return effect === 'hold' && holdsInSilence(step)
    ? `decides nothing; the base goes on hold and lapses after ${procedure.settings.partnerHoldDays} calendar days (R3)`
    : 'decides nothing; the ladder goes on'
}

const withoutQuorum = ({ written, otherwise }: Extract<StepDefinition['decides'], { by: 'votes' }>): string =>
  written === undefined && typeof otherwise === 'string'
    ? `no decision; the body meets again, twice at most, then it is \`${otherwise}\``
    : 'no decision; the body is convened again'

/** As the engine asks for them before silence decides: written ones after the date where there are any, else one before. */
const afterReminders = ({ escalation }: StepDefinition, procedure: Procedure): string => {
  if (escalation === 'E5') return ' when the window closes'
  const reminders = procedure.escalation[escalation].filter(({ kind }) => kind === 'reminder')
  const written = reminders.filter(({ moment }) => moment.at === 'late').length
  if (written > 0) return ` after ${written} written reminders that arrived`
  return reminders.length === 0 ? ' at its date' : ' after one reminder that arrived'
}
