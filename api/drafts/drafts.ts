import canonicalize from 'canonicalize'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { readDraft, type KeptDraft, type OfDraft } from '../../db/reads/drafts.js'
import { dropDraft, keepDraft } from '../../db/writes/drafts.js'
import type { FormAnswers } from '../../domain/form/form.js'
import type { Instant, BaseId, PersonId } from '../../domain/ids.js'
import { drafterOn } from '../../domain/judge/drafter.js'
import type { Procedure } from '../../domain/procedure.js'
import type { BaseState } from '../../domain/state.js'
import { keyOf } from '../../domain/values/step-key.js'
import { actorOf } from '../auth/actor.js'
import { mustSeeBase } from '../auth/sight.js'
import { draftLimitBytes } from '../limits.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { readPinned } from '../views/pinned-procedure.js'

interface Asked {
  readonly person: PersonId
  readonly base: BaseId
  readonly step: string
}

interface OnStep extends Asked {
  readonly state: BaseState
  readonly procedure: Procedure
  readonly now: Instant
}

/** The draft that somebody works at on a step; undefined where there is none, or it is none of his or hers. */
export const draftOn = async (
  parts: ApiParts,
  { person, base, step, state, procedure, now }: OnStep,
): Promise<KeptDraft | undefined> => {
  const actor = await actorOf(parts, { person, programme: state.programme, channel: 'api' })
  const drafter = drafterOn(state, { id: step, actor, procedure, now })
  return drafter === undefined ? undefined : await readDraft(parts.db, { base, step, drafter })
}

/** The same, for whoever asks for nothing else. Somebody else's draft is refused in the words of one that is not there. */
export const mustReadDraft = async (parts: ApiParts, asked: Asked): Promise<KeptDraft> => {
  const place = await placeOf(parts, asked)
  const draft = place === undefined ? undefined : await readDraft(parts.db, place.of)
  if (draft === undefined) throw noDraft(asked)
  return draft
}

/**
 * Keeps what somebody typed, unchecked, over the version he or she has read. Refuses whoever does not act on the step, a form
 * that is larger than any, and what was typed over a version that is no longer the last.
 */
export const typeDraft = async (
  parts: ApiParts,
  { version, answers, ...asked }: Asked & { readonly version: number; readonly answers: FormAnswers },
): Promise<KeptDraft> => {
  const place = await placeOf(parts, asked)
  if (place === undefined) throw new ProblemError({ code: 'draft_not_yours', detail: { step: asked.step } })
  if (!place.hasForm) throw new ProblemError({ code: 'form_not_asked', detail: { step: asked.step } })
  const body = canonicalize(answers) ?? '{}'
  const size = Buffer.byteLength(body)
  if (size > draftLimitBytes)
    throw new ProblemError({ code: 'draft_too_large', detail: { size, most: draftLimitBytes } })
  const at = place.now
  const kept = await keepDraft(parts.db, { ...place.of, author: asked.person, body, version, at })
  if (kept === undefined) throw await overtaken(parts, { ...place.of, version })
  return { version: kept, changedBy: asked.person, changedAt: at, answers }
}

/** Takes a draft away, as far as it is the version that was read. */
export const takeDraftAway = async (
  parts: ApiParts,
  { version, ...asked }: Asked & { readonly version: number },
): Promise<void> => {
  const place = await placeOf(parts, asked)
  if (place === undefined) throw noDraft(asked)
  if (!(await dropDraft(parts.db, { ...place.of, version }))) throw await overtaken(parts, { ...place.of, version })
}

/** Somebody of the same side typed meanwhile, or handed in what was there. */
const overtaken = async (
  { db }: ApiParts,
  { version, ...of }: OfDraft & { readonly version: number },
): Promise<ProblemError> => {
  const there = await readDraft(db, of)
  return there === undefined
    ? new ProblemError({ code: 'draft_gone', detail: { step: of.step, version } })
    : new ProblemError({
        code: 'draft_changed',
        detail: { step: of.step, by: there.changedBy, at: there.changedAt, version: there.version },
      })
}

interface Place {
  readonly of: OfDraft
  readonly now: Instant
  readonly hasForm: boolean
}

/** Where somebody's draft of a step lies; undefined where the act is not his or hers. */
const placeOf = async (parts: ApiParts, { person, base: id, step }: Asked): Promise<Place | undefined> => {
  await mustSeeBase(parts, { base: id, person })
  const base = await readBase(parts.db, { id })
  const state = base === undefined ? undefined : await baseStateOf(parts.db, base)
  if (base === undefined || state === undefined) return undefined
  const procedure = await readPinned(parts, base)
  const now = clockOf(base, parts.clock())
  const actor = await actorOf(parts, { person, programme: state.programme, channel: 'api' })
  const drafter = drafterOn(state, { id: step, actor, procedure, now })
  if (drafter === undefined) return undefined
  return { of: { base: id, step, drafter }, now, hasForm: procedure.steps[keyOf(step)]?.form !== undefined }
}

const noDraft = ({ step }: Asked): ProblemError => notFound(`draft of step ${step}`)
