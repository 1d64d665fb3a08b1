import type { PersonId } from './ids.js'
import { isScoring } from './base-then.js'
import type { DocumentKind } from './document-kind.js'
import { lifecycle, stageFor, stageLabel } from './lifecycle.js'
import type { LocalText } from './locale.js'
import { documentKinds } from './document-kind.js'
import type { BaseState, StepState } from './state.js'
import { colourLabel } from './words/criteria.js'
import { dayEndAtPlace, momentInWords, programmeDay } from './words/hours.js'
import { changeInWords, facetWords, noLongerCounts, type FacetName } from './words/facets.js'
import { optionLabel } from './words/options.js'
import { paperNames } from './words/papers.js'
import { reasonCodeLabel } from './words/reason-codes.js'
import { stepTitle } from './words/steps.js'
import { defined } from './values/defined.js'

/** One thing that can be different about a base, with its value in words; `subject` where there are several of its kind. */
export interface Facet {
  readonly facet: FacetName
  readonly subject?: string
  readonly label: LocalText
  readonly says: LocalText
}

/** One difference between two states, in words. */
export interface StateChange {
  readonly facet: FacetName
  readonly subject?: string
  readonly before: LocalText | null
  readonly after: LocalText | null
  readonly sentence: LocalText
}

/** What is different between two states of a base; a step that went with its ended stage is no difference. */
export const changesBetween = (
  before: BaseState,
  { after, scoring }: { after: BaseState; scoring: boolean },
): StateChange[] => {
  const [had, has] = [facetsOf(before, scoring), facetsOf(after, scoring)]
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((name) => changed(had.get(name), has.get(name)))
}

const changed = (had: Facet | undefined, has: Facet | undefined): StateChange[] => {
  const either = has ?? had
  if (either === undefined || had?.says.en === has?.says.en) return []
  if (has === undefined && either.facet === 'step') return []
  const { facet, subject, label } = either
  const [before, after] = [had?.says ?? null, has?.says ?? null]
  const sentence = changeInWords(label, { before, after })
  return [{ facet, ...defined({ subject }), before, after, sentence }]
}

const facetsOf = (state: BaseState, scoring: boolean): ReadonlyMap<string, Facet> =>
  new Map(
    [
      ...ownFacets(state, scoring),
      ...Object.values(state.stage?.steps ?? {}).map((step) => stepFacet(step, state.cluster.zone)),
      ...documentKinds.flatMap((kind) => paperFacet(state, kind)),
      ...Object.entries(state.interests ?? {}).map(([person, { kind }]) => interestFacet(person, kind)),
    ].map((facet) => [`${facet.facet} ${facet.subject ?? ''}`, facet]),
  )

const ownFacets = (state: BaseState, scoring: boolean): readonly Facet[] => {
  if (state.seq === 0) return []
  const { facts, stage, past, heldAt, frozen, cluster } = state
  const at = stage?.stage ?? past.at(-1)?.stage ?? stageFor.beginning
  const moment = (when: string | undefined) => (when === undefined ? undefined : momentInWords(when, cluster.zone))
  const score = scoring || isScoring(state) ? undefined : facts.score
  return [
    own(
      'stage',
      stage?.year === undefined ? stageLabel[at] : both((locale) => `${stageLabel[at][locale]} ${stage.year}`),
    ),
    own('status', lifecycle[state.status].label),
    own('code', state.code && both((locale) => `${state.code} ${reasonCodeLabel(state.code ?? '', locale)}`)),
    own('colour', state.colour && both((locale) => colourLabel(state.colour ?? '', locale))),
    own('score', score === undefined ? undefined : same(String(score))),
    own('slot', facts.slot === undefined ? undefined : same(String(facts.slot))),
    own('slotUntil', moment(facts.slotUntil)),
    own('plaque', facts.plaque === undefined ? undefined : same(facts.plaque)),
    own('procedure', state.procedure === '' ? undefined : same(`${state.procedure} ${state.rulesVersion}`)),
    own('hold', moment(heldAt)),
    own('freeze', moment(frozen?.since)),
    own('signed', moment(facts.signedOn)),
    own('ends', facts.endsOn === undefined ? undefined : dayEndAtPlace(facts.endsOn, cluster.zone)),
    own('activated', moment(facts.activatedOn)),
    own('reviews', facts.reviews.length === 0 ? undefined : same(facts.reviews.map(({ year }) => year).join(', '))),
    own(
      'extraordinary',
      facts.extraordinary === undefined || facts.extraordinary.length === 0
        ? undefined
        : both((locale) =>
            (facts.extraordinary ?? [])
              .map(
                ({ on, colour, setAside }) =>
                  `${programmeDay(on)} ${colourLabel(colour, locale)}${setAside === true ? ` (${noLongerCounts('redress')[locale]})` : ''}`,
              )
              .join(', '),
          ),
    ),
    own('closed', state.closed ? { en: 'yes', 'zh-CN': '是' } : undefined),
  ].flat()
}

const own = (facet: FacetName, says: LocalText | undefined | ''): readonly Facet[] =>
  says === undefined || says === '' ? [] : [{ facet, label: facetWords[facet], says }]

const stepFacet = (step: StepState, zone: string): Facet => ({
  facet: 'step',
  subject: step.id,
  label: both((locale) => `${facetWords.step[locale]} ${step.id} ${stepTitle(step.key, locale)}`),
  says: stepSays(step, zone),
})

const stepSays = ({ key, outcome, voided, dueAt, acts, seats, holder }: StepState, zone: string): LocalText => {
  if (voided !== undefined) return noLongerCounts(voided)
  const option = outcome?.option
  if (option !== undefined) return both((locale) => `${closedWord[locale]}${optionLabel({ key, option }, locale)}`)
  const given =
    holder === undefined ? { en: '', 'zh-CN': '' } : { en: `, given to ${holder}`, 'zh-CN': `，交由${holder}` }
  const due = momentInWords(dueAt, zone)
  return {
    en: `open, due ${due.en}, ${acts.length} of ${seats} acted${given.en}`,
    'zh-CN': `待办，期限 ${due['zh-CN']}，${seats} 席中 ${acts.length} 席已办${given['zh-CN']}`,
  }
}

const closedWord: LocalText = { en: 'closed with ', 'zh-CN': '办结：' }

const paperFacet = ({ texts }: BaseState, kind: DocumentKind): readonly Facet[] => {
  const made = texts[kind]
  if (made === undefined || made.length === 0) return []
  const label = both((locale) => `${facetWords.paper[locale]} ${paperNames[kind][locale]}`)
  return [{ facet: 'paper', subject: kind, label, says: same(made.map((hash) => hash.slice(0, 12)).join(', ')) }]
}

const interestFacet = (person: PersonId, kind: 'direct' | 'indirect'): Facet => ({
  facet: 'interest',
  subject: person,
  says: interestKind[kind],
  label: both((locale) => `${facetWords.interest[locale]} ${person}`),
})

const interestKind = {
  direct: { en: 'direct', 'zh-CN': '直接' },
  indirect: { en: 'indirect', 'zh-CN': '间接' },
} as const

const both = (wordIn: (locale: 'en' | 'zh-CN') => string): LocalText => ({ en: wordIn('en'), 'zh-CN': wordIn('zh-CN') })
const same = (text: string): LocalText => ({ en: text, 'zh-CN': text })
