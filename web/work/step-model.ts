import type { ThingThere } from '../../domain/follow-up/thing-there.js'
import type { Choice, FormField } from '../../domain/form/field.js'
import type { FormAnswers } from '../../domain/form/form.js'
import type { LocalText } from '../../domain/locale.js'
import type { ActOption, ActSubject } from '../act/model.js'
import type { StepSmallAct } from './small-act.js'

/** A form that was handed in on a step, as far as its reader sees it. */
export interface HandedShown {
  readonly by: LocalText | undefined
  readonly at: LocalText
  readonly label: LocalText
  readonly fields: readonly FormField[]
  /** Null: its author was erased. */
  readonly answers: FormAnswers | null
  /** Labels of what was answered and is not for these eyes. */
  readonly withheld: readonly LocalText[]
  /** What a later form began with and answered otherwise, where, by whom and when. */
  readonly otherwise: readonly {
    readonly label: LocalText
    readonly title: LocalText
    readonly by: LocalText | undefined
    readonly at: LocalText
  }[]
}

/** A step of a base, as its page shows it to one reader. */
export interface StepShown {
  readonly base: string
  readonly step: string
  readonly subject: ActSubject
  readonly rehearsal: boolean
  /** How it ended and when; undefined: it is open. */
  readonly ended: { readonly label: LocalText | undefined; readonly at: LocalText } | undefined
  readonly mayAct: boolean
  /** Why the reader may not act, and what to do. */
  readonly why: { readonly says: LocalText; readonly next: LocalText } | undefined
  /** For whom and until when it waits. */
  readonly waits: LocalText | undefined
  readonly options: readonly ActOption[]
  /** What was decided here by single people, as far as that is for these eyes. */
  readonly acts: readonly { readonly by: LocalText; readonly label: LocalText; readonly at: LocalText }[]
  readonly handedIn: readonly HandedShown[]
  readonly hasDraft: boolean
  /** Options of such weight that the reader signs in afresh before them. */
  readonly asksAfresh: readonly string[]
  /** What the reader may do on this step beside its decision. */
  readonly beside: readonly StepSmallAct[]
  /** That what was decided here is said to be a mistake and waits for a second person; undefined: it is not, or not for these eyes. */
  readonly voidAsked: { readonly says: LocalText; readonly words: string | undefined } | undefined
  /** Acts on paper that were entered here and wait for a second person, as far as they are for these eyes (R16). */
  readonly papersWait: readonly LocalText[]
  /** By which what is cited and pointed at gets its words. */
  readonly exhibits: readonly Choice[]
  readonly things: readonly ThingThere[]
}

/** What became of an act, and what comes now. */
export interface StepDone {
  readonly shown: StepShown
  readonly label: LocalText
  readonly leadsTo: LocalText | undefined
  /** Why the base waits now, sentence by sentence. */
  readonly waits: readonly LocalText[]
  readonly next: NextTask | undefined
}

/** The most urgent task beside the one that was done. */
export interface NextTask {
  readonly base: string
  readonly step: string
  readonly title: LocalText
  readonly name: LocalText
  readonly dueBy: LocalText | undefined
}
