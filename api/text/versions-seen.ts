import type { z } from 'zod'
import { handedOver, type OpenedStep } from '../../db/reads/negotiated-texts.js'
import type { LocalText } from '../../domain/locale.js'
import { currentVersion } from '../../domain/negotiation/version.js'
import { roles, type Side } from '../../domain/role.js'
import { lastDecided } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import { keyOf, type StepId } from '../../domain/values/step-key.js'
import type { SightOfBase } from '../auth/sight.js'
import type { TextResponse } from '../contract/texts.js'
import type { ApiParts } from '../parts.js'
import { titlesOf } from '../wording.js'
import type { TextPlace } from './text-of-base.js'

type ShownVersion = z.output<typeof TextResponse>['versions'][number]
type HandedOver = Awaited<ReturnType<typeof handedOver>>['versions'][number]

interface Reading {
  readonly place: TextPlace
  readonly sight: Pick<SightOfBase, 'sees'>
}

/** How a version is called, by its side and number. */
const calledOf = ({ side, no }: { readonly side: Side; readonly no: number }): LocalText =>
  side === 'programme'
    ? { en: `Alliance, draft ${no}`, 'zh-CN': `联盟第${no}稿` }
    : { en: `Government, counter-draft ${no}`, 'zh-CN': `地方政府第${no}稿（对案）` }

/**
 * The versions for somebody's eyes: of the other side those alone that its people were asked about. Each is told against the one
 * before it that is for these eyes too: no number, section or clearance tells of a version in between.
 */
export const versionsSeen = async ({ db }: ApiParts, { place, sight }: Reading): Promise<ShownVersion[]> => {
  const { versions, opened } = await handedOver(db, { base: place.base.id })
  const asked = opened.filter(({ key }) => place.procedure.steps[key]?.text?.sees === true)
  const sent = (side: Side): ReadonlySet<number> =>
    new Set(asked.flatMap((step) => (roles[step.role].side === side ? lastBefore(versions, step) : [])))
  const [toPartner, toProgramme] = [sent('partner'), sent('programme')]
  const seen = versions.filter(({ no, side }) => {
    const isSent = (side === 'programme' ? toPartner : toProgramme).has(no)
    return sight.sees({ kind: 'negotiated', side, isSent }) === 'whole'
  })
  return seen.map((version) => {
    const since = sinceSeen(version, { versions, seen })
    const basedOn = since[0]?.basedOn
    // What is made from nothing that is for these eyes is the first they read, and differs from none.
    const told = basedOn === undefined ? [] : since
    return shownVersion(version, { told, basedOn, isTold: (step) => isTold(step, { place, sight, seen }) })
  })
}

/** A version with those it was made from that are not seen, the earliest first; the first is based on one that is, or on none. */
const sinceSeen = (
  version: HandedOver,
  { versions, seen }: { readonly versions: readonly HandedOver[]; readonly seen: readonly HandedOver[] },
): readonly HandedOver[] => {
  const before = versions.find(({ no }) => no === version.basedOn)
  return before === undefined || seen.includes(before) ? [version] : [...sinceSeen(before, { versions, seen }), version]
}

interface Told {
  readonly told: readonly HandedOver[]
  readonly basedOn: number | undefined
  readonly isTold: (clearance: StepId) => boolean
}

const shownVersion = (
  { no, side, hash, step, at, counts }: HandedOver,
  { told, basedOn, isTold }: Told,
): ShownVersion => ({
  no,
  side,
  called: { ...calledOf({ side, no }) },
  hash,
  step,
  handedAt: at,
  changed: [...new Set(told.flatMap(({ changed }) => Object.keys(changed)))],
  gone: [...new Set(told.flatMap(({ gone }) => gone))],
  fell: told
    .flatMap(({ fell = [] }) => fell)
    .filter((one) => isTold(one.step))
    .map(({ key, clauses }) => ({ key, title: titlesOf(key), clauses: [...clauses] })),
  counts,
  ...defined({ basedOn }),
})

/** The version that stood when somebody was asked about the text. */
const lastBefore = (
  versions: readonly { readonly no: number; readonly seq: number }[],
  { seq }: Pick<OpenedStep, 'seq'>,
): readonly number[] => {
  const standing = versions.findLast((version) => version.seq < seq)
  return standing === undefined ? [] : [standing.no]
}

type Numbered = readonly { readonly no: number }[]

/** Whether these eyes may know which version was cleared on a visit: it is for them, or the office is of their own side. */
const isTold = (step: StepId, { place, sight, seen }: Reading & { readonly seen: Numbered }): boolean => {
  const { role } = place.procedure.steps[keyOf(step)] ?? {}
  if (role !== undefined && sight.sees({ kind: 'negotiated', side: roles[role].side, isSent: false }) === 'whole')
    return true
  const cleared = place.state.stage?.steps[step]?.acts.at(-1)?.text
  return seen.some(({ no }) => no === cleared)
}

/** Who has cleared which version, as far as both are for these eyes: a version that was not sent is told of by nothing. */
export const clearancesSeen = (place: TextPlace, versions: Numbered): z.output<typeof TextResponse>['clearances'] => {
  const { negotiation } = place.state
  const fell = currentVersion(negotiation)?.fell ?? []
  return Object.values(place.procedure.steps).flatMap(({ key, text }) => {
    const step = text?.clears === undefined ? undefined : lastDecided(place.state, key)
    const version = negotiation?.versions.find(({ no }) => no === step?.acts.at(-1)?.text)
    const option = step?.outcome?.option
    if (step === undefined || version === undefined || option === undefined) return []
    if (text?.clears?.with.includes(option) !== true) return []
    if (!versions.some(({ no }) => no === version.no)) return []
    const { no, hash } = version
    return [{ key, title: titlesOf(key), step: step.id, version: no, hash, stands: !fell.includes(step.id) }]
  })
}
