import type { PaperFacts } from '../../documents/paper.js'
import { listed } from '../../domain/form/kinds/kind.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { redressStepsOf } from '../../domain/redress.js'
import { defined } from '../../domain/values/defined.js'
import { broughtOn, broughtWith, quoted, rowsOf } from './brought.js'
import { dayOf } from './dates.js'
import { countedOn, lastClosed, ofType, type StorySoFar } from './story-so-far.js'

/** What was asked of the appeals panel, what most of it found, and what it decided (8.9). Its reasoning is each member's own and stays with the panel. */
export const redressDecision = (story: StorySoFar): PaperFacts['redress_decision'] => {
  const steps = redressStepsOf(story.procedure)
  const [asked, decided] = [steps?.request, steps?.decision].map((key) =>
    key === undefined ? undefined : lastClosed(story, [key]),
  )
  if (steps === undefined || asked === undefined || decided === undefined)
    throw new Error(`Nobody has decided on a re-examination of ${story.base.id}.`)
  const request = broughtOn(story, { key: steps.request })
  return {
    askedOn: dayOf(asked.at, programmeCalendar.zone),
    decidedOn: dayOf(decided.at, programmeCalendar.zone),
    upheld: decided.option === 'uphold',
    on: contestedBy(story, decided.step),
    ...defined({ relief: quoted(request, 'relief') }),
    grounds: groundsOf(story, { asked: request, decision: decided.step }),
  }
}

/** What the request was about, by the matter whose story asked for the decision: an extraordinary review has a redress of its own (5.13). */
const contestedBy = ({ events }: StorySoFar, step: string): PaperFacts['redress_decision']['on'] => {
  const no = ofType(events, 'step_opened').find((one) => one.step === step)?.matter
  const raised = ofType(events, 'matter_raised').find((one) => one.no === no)
  return raised?.matter === 'extraordinary_review' ? 'extraordinary' : 'decision'
}

type Grounds = PaperFacts['redress_decision']['grounds']

/** Each ground that was named, with what more than half of those who decided found of it. */
const groundsOf = (
  story: StorySoFar,
  { asked, decision }: { readonly asked: ReturnType<typeof broughtOn>; readonly decision: string },
): Grounds => {
  const field = asked?.fields.find(({ code }) => code === 'grounds')
  const named = listed(asked?.answers['grounds'])
  const sheets = countedOn(story, ({ step }) => step === decision).map((act) =>
    broughtWith(story, { act, also: ['findings'] }),
  )
  const isFounded = (code: string): boolean =>
    sheets.filter((sheet) =>
      rowsOf(sheet, 'findings').some(({ answers }) => answers['ground'] === code && answers['finding'] === 'founded'),
    ).length *
      2 >
    sheets.length
  return field?.kind !== 'choices'
    ? []
    : field.choices
        .filter(({ code }) => named.includes(code))
        .map(({ code, label }) => ({ ground: label, founded: isFounded(code) }))
}
