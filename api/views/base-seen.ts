import type { BaseId, PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { baseStateOf } from '../../db/reads/base-states.js'
import type { ReadBase } from '../../db/reads/bases.js'
import { listDocuments, voidedOrdersOf } from '../../db/reads/documents.js'
import { interestsIn } from '../../db/reads/interests.js'
import { listSteps } from '../../db/reads/steps.js'
import { documentKinds } from '../../domain/document-kind.js'
import { statusOfColour } from '../../domain/lifecycle.js'
import { titleReviewAt } from '../../domain/title.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { endAtPlace } from '../../domain/words/hours.js'
import { comingWords } from '../../domain/words/why.js'
import { seenBase } from '../auth/seen-base.js'
import type { BaseResponse } from '../contract/base.js'
import type { PageQuery } from '../contract/page.js'
import type { DocumentsResponse } from '../contract/paper.js'
import type { StepsQuery, StepsResponse } from '../contract/step.js'
import type { ApiParts } from '../parts.js'
import { baseDetail } from './base-view.js'
import { pageView } from './page-view.js'
import { readPinned } from './pinned-procedure.js'
import { stepSetting } from './step-setting.js'
import { stepView } from './step-view.js'
import { stepsUnseen } from './steps-unseen.js'

interface Asked {
  readonly person: PersonId
  readonly base: BaseId
}

/** One base as one person sees it. */
export const baseSeen = async (parts: ApiParts, asked: Asked): Promise<z.output<typeof BaseResponse>> => {
  const { found, sight } = await seenBase(parts, asked)
  const declared = await interestsIn(parts.db, { base: found.id })
  const interests = declared.flatMap(({ isOfPlace, ...one }) => {
    const side = isOfPlace ? 'partner' : 'programme'
    return sight.sees({ kind: 'interest', person: one.person, side }) === 'whole' ? [one] : []
  })
  const titleReview = await titleReviewOf(parts, found)
  return baseDetail(found, { now: parts.clock(), sees: sight.sees, interests, titleReview })
}

/** When the title of a role model ends, as the letter that gave it says. */
const titleReviewOf = async (
  parts: ApiParts,
  found: ReadBase,
): Promise<z.output<typeof BaseResponse>['titleReview']> => {
  if (found.status !== statusOfColour.role_model) return null
  const [state, procedure] = await Promise.all([baseStateOf(parts.db, found), readPinned(parts, found)])
  const { calendars } = found
  const at = state === undefined ? null : titleReviewAt(state, { procedure, calendars })
  if (at === null) return null
  return { at, says: { ...comingWords.title(endAtPlace(at, found.zone ?? programmeZone)) } }
}

/** A page of the steps of a base as one person sees them. */
export const stepsSeen = async (
  parts: ApiParts,
  { query, ...asked }: Asked & { readonly query: z.output<typeof StepsQuery> },
): Promise<z.output<typeof StepsResponse>> => {
  const { found: base, sight } = await seenBase(parts, asked)
  const [setting, page] = await Promise.all([
    stepSetting(parts, { base, sight }),
    listSteps(parts.db, { base: base.id, without: stepsUnseen(sight), ...query }),
  ])
  return pageView(page, (step) => stepView(step, setting))
}

/** A page of the papers of a base that are for the eyes of one person, by their fingerprints. */
export const papersSeen = async (
  parts: ApiParts,
  { query, ...asked }: Asked & { readonly query: z.output<typeof PageQuery> },
): Promise<z.output<typeof DocumentsResponse>> => {
  const { found, sight } = await seenBase(parts, asked)
  const among = documentKinds.filter((paper) => sight.sees({ kind: 'paper', paper }) === 'whole')
  const page = await listDocuments(parts.db, { base: found.id, among, ...query })
  const voided = await voidedOrdersOf(parts.db, { base: found.id })
  return pageView(page, (paper) => ({ ...paper, voided: voided.has(paper.order) }))
}
