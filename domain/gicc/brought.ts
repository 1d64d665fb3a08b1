import { plainDate } from '../calendar-date.js'
import type { Calendar } from '../calendar.js'
import { dueDay } from '../calendar-zone.js'
import type { BroughtFacts } from '../facts.js'
import type { FilledForm } from '../form/filled-form.js'
import { stageFor } from '../lifecycle.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { BaseState } from '../state.js'
import { teamFactsOf } from './due-diligence/team-facts.js'
import { baselineFactsOf } from './launch/baseline-facts.js'
import { dossierFactsOf } from './nomination/dossier-facts.js'
import { nominationSharesOf } from './nomination/sheet-facts.js'
import { programmeRecordFactsOf, reportFactsOf } from './yearly-review/report-facts.js'
import { reviewSheetOf } from './yearly-review/year-score.js'

interface Bringing {
  readonly definition: StepDefinition
  readonly state: BaseState
  /** Of the place: the last day of the call is one there (R4). */
  readonly calendar: Calendar | undefined
  readonly procedure: Pick<Procedure, 'settings'>
}

/** The facts that a step must bring, read out of what was filled in; undefined for a step that brings none. */
export const factsOf = (
  { read, content }: FilledForm,
  { definition: { brings, stage }, state, calendar, procedure: { settings } }: Bringing,
): BroughtFacts | undefined => {
  const year = state.stage?.year ?? 0
  switch (brings) {
    case 'dossier':
      return {
        dossier: dossierFactsOf(read, {
          dossierHash: content.hash,
          callEnds:
            calendar === undefined ? plainDate(state.windowEnds.slice(0, 10)) : dueDay(calendar, state.windowEnds),
          cnyPer: settings.cnyPer ?? {},
        }),
      }
    case 'sheet':
      return { sheet: stage === stageFor.years ? reviewSheetOf(read) : nominationSharesOf(read) }
    case 'team':
      return { team: teamFactsOf(read) }
    case 'baseline':
      return { baseline: baselineFactsOf(read) }
    case 'report':
      return { report: reportFactsOf(read, { year, reportHash: content.hash }) }
    case 'programme_record':
      return { programmeRecord: programmeRecordFactsOf(read, { reviewed: year }) }
    case 'nothing':
      return undefined
  }
}
