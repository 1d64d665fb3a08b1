import type { Alarm, Days, Decides, Lead, StepDefinition } from '../domain/procedure.js'
import type { ExtensionRules } from '../domain/extension-rules.js'
import { lifecycle, stageLabel } from '../domain/lifecycle.js'

/** Where an option leads, as a phrase: `to 1.5a and 1.6a`, `back to 1.4b, at most once`, `ends as Declined`. */
export const leadInWords = (lead: Lead): string => {
  if ('to' in lead)
    return `to ${listed(lead.to)}${lead.stage === undefined ? '' : `, or ${leadInWords({ stage: lead.stage })}`}`
  if ('end' in lead) return `ends as ${lifecycle[lead.end].label.en}${afterSteps(lead.via ?? [])}${withCode(lead.code)}`
  if ('stage' in lead) return `to the stage ${stageLabel[lead.stage].en}`
  if ('settles' in lead)
    return lead.settles === 'redress' ? 'what was decided stands or opens again' : 'the matter is settled'
  const then = lead.then === 'not_offered' ? '' : `, then ${leadInWords(lead.then)}`
  return `back to ${lead.back}, at most ${times(lead.limit)}${then}`
}

/** How the step comes to its outcome where more than one person's word counts; nothing where one person decides. */
export const decidesInWords = (decides: Decides): string => {
  switch (decides.by) {
    case 'one':
      return ''
    case 'clock':
      return ', opened by the clock'
    case 'sheets':
      return `, ${decides.count} independent ${decides.count === 1 ? 'sheet' : 'sheets'}`
    case 'votes': {
      const wide = decides.twoThirds.length === 0 ? '' : `, two thirds for \`${decides.twoThirds.join('`, `')}\``
      return `, ${decides.seats} seats, quorum ${decides.quorum}${chairInWords(decides)}${wide}, else ${otherwiseInWords(decides)}${mendedInWords(decides)}`
    }
  }
}

type Body = Extract<Decides, { by: 'votes' }>

const otherwiseInWords = ({ otherwise }: Body): string =>
  typeof otherwise === 'string' ? `\`${otherwise}\`` : 'what the score calls for'

/** Who must be there, and of which ties the chair disposes. */
const chairInWords = ({ chair, casting = [] }: Body): string => {
  if (chair === undefined) return ''
  return ` with ${chair}${casting.length === 0 ? '' : `, whose vote breaks a tie for \`${casting.join('`, `')}\``}`
}

/** What becomes of a body without a quorum. */
const mendedInWords = ({ substitutes, written, seats }: Body): string => {
  const drawn = substitutes === undefined ? '' : `; ${substitutes} drawn when recusals break the quorum`
  return `${drawn}${written === undefined ? '' : `; in writing ${written.needs} of ${seats} in ${daysInWords(written.within)}`}`
}

/** When the step is due, and what silence means where it decides. */
export const dueInWords = ({ due, silence, runsFull }: StepDefinition): string => {
  const full = runsFull === true ? ', in full' : ''
  const silent = silence === undefined ? '' : `; silence: \`${silence}\``
  switch (due.from) {
    case 'opening':
      return daysInWords(due.days) + full + silent
    case 'signature':
      return `${daysInWords(due.days)} from the signature${silent}`
    case 'first':
      return `${daysInWords(due.days)} from its first opening${silent}`
    case 'window':
      return `end of the call${silent}`
    case 'term':
      return `${due.days.n === 0 ? 'end' : `${daysInWords(due.days)} after the end`} of the term${silent}`
    case 'date': {
      const atLeast = due.atLeast === undefined ? '' : `, but at least ${daysInWords(due.atLeast)}`
      return `${due.day} ${months[due.month - 1] ?? due.month}${atLeast}${silent}`
    }
  }
}

/** Who extends how often, and how far, with the steps that have limits of their own (8.5). */
export const extensionsInWords = ({ by, longest, codes, steps }: ExtensionRules): readonly string[] => [
  `- **usual**: ${by.map(({ role, times: often }) => `${role} ${times(often)}`).join(', ')}; by ${longest} working days at most; for ${listed(codes)}`,
  ...Object.entries(steps).map(
    ([key, { most, longest: own }]) =>
      `- **${key}**: ${[...(most === undefined ? [] : [`${times(most)} in all`]), ...(own === undefined ? [] : [`by ${own} working days at most`])].join(', ')}`,
  ),
]

/** An escalation profile as one sentence: when who is told, and what the ladder does besides. */
export const alarmsInWords = (alarms: readonly Alarm[]): string => `${alarms.map(alarmInWords).join('; ')}.`

const alarmInWords = ({ moment, kind, tells, effect, repeats }: Alarm): string =>
  `${momentInWords(moment)} ${kind} to ${listed(tells)}${effect === undefined ? '' : ` (${effect})`}${
    repeats === undefined ? '' : `, again every ${repeats} working days`
  }`

const momentInWords = (moment: Alarm['moment']): string => {
  switch (moment.at) {
    case 'opening':
      return 'at the opening'
    case 'half':
      return 'at half-time'
    case 'before':
      return `${daysInWords(moment.days)} before`
    case 'late':
      return moment.days.n === 0 ? 'when late' : `${daysInWords(moment.days)} late`
  }
}

const daysInWords = ({ unit, n }: Days): string =>
  `${n} ${unit === 'wd' ? 'working' : 'calendar'} ${n === 1 ? 'day' : 'days'}`

const afterSteps = (via: readonly string[]): string => (via.length === 0 ? '' : ` after ${listed(via)}`)

const withCode = (code: string | undefined): string => (code === undefined ? '' : `, code ${code}`)

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)

const listed = (items: readonly string[]): string => items.join(', ')

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
