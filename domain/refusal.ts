import type { PersonId } from './ids.js'
import type { Locale } from './locale.js'
import { ofSignatory, type OfProgramme, type OfSignatory, type RefusalEntry } from './refusals/entry.js'
import { bodies } from './refusals/bodies.js'
import { forms } from './refusals/forms.js'
import { conditions } from './refusals/conditions.js'
import { exhibits } from './refusals/exhibits.js'
import { founding } from './refusals/founding.js'
import { lending } from './refusals/lending.js'
import { negotiation } from './refusals/negotiation.js'
import { paper } from './refusals/paper.js'
import { recording } from './refusals/recording.js'
import { records } from './refusals/records.js'
import { register } from './refusals/register.js'
import { returning } from './refusals/returning.js'
import { roleModel } from './refusals/role-model.js'
import { rules } from './refusals/rules.js'
import { seats } from './refusals/seats.js'
import { team } from './refusals/team.js'
import { turn } from './refusals/turn.js'
import { ten } from './refusals/ten.js'
import { taken } from './refusals/taken.js'
import { timing } from './refusals/timing.js'
import { what } from './refusals/what.js'
import { when } from './refusals/when.js'
import { who } from './refusals/who.js'

/**
 * Every expected "no" of the core, once. The sentence's parameter is the shape of the detail, so a detail that does not
 * fit its code does not compile. Names never stand in a detail: ids, codes and numbers only.
 */
export const refusals = {
  ...who,
  ...what,
  ...forms,
  ...when,
  ...taken,
  ...returning,
  ...roleModel,
  ...timing,
  ...seats,
  ...lending,
  ...team,
  ...turn,
  ...bodies,
  ...ten,
  ...paper,
  ...exhibits,
  ...conditions,
  ...negotiation,
  ...records,
  ...register,
  ...founding,
  ...rules,
  ...recording,
} as const

export type RefusalCode = keyof typeof refusals
export type RefusalDetail<C extends RefusalCode> = Parameters<(typeof refusals)[C]['says']['en']>[0]

/** A "no" as a value: its code and the facts of its sentence. */
export type Refusal = {
  readonly [C in RefusalCode]: { readonly code: C; readonly detail: RefusalDetail<C> & OfSignatory & OfProgramme }
}[RefusalCode]

/** Whether a text that came from outside is a code of the catalogue. */
export const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(refusals, text)

/** All codes, for documents and tests. */
export const refusalCodes: readonly RefusalCode[] = Object.keys(refusals).filter(isRefusalCode)

/** The same "no" to the signatory of a paper: who signed travels in the detail, as all facts of the sentence do (R16). */
export const aboutSignatory = (no: Refusal, signedBy: PersonId): Refusal =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- every detail may bear the mark, which the compiler cannot follow through the union
  ({ ...no, detail: { ...no.detail, signedBy } }) as Refusal

/** The same "no" to an act of the programme, where its words would speak of a base; any other comes back as it is. */
export const aboutProgramme = (no: Refusal): Refusal =>
  'ofProgramme' in refusals[no.code]
    ? // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- every detail may bear the mark, which the compiler cannot follow through the union
      ({ ...no, detail: { ...no.detail, scope: 'programme' } } as Refusal)
    : no

/** The sentence a person reads: what was got, what is allowed, what to do next. */
export const refusalText = (no: Refusal, locale: Locale): { readonly says: string; readonly next: string } => {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- code and detail were paired when the refusal was made, which the compiler cannot follow
  const entry = refusals[no.code] as RefusalEntry<unknown>
  const { signedBy, scope } = no.detail
  if (signedBy === undefined) {
    const said = (scope === undefined ? undefined : entry.ofProgramme) ?? entry
    return { says: said.says[locale](no.detail), next: said.next[locale](no.detail) }
  }
  const { says, next } = entry.ofSignatory ?? entry
  return { says: ofSignatory[locale](signedBy, says[locale](no.detail)), next: next[locale](no.detail) }
}
