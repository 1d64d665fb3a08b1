import type { BaseId, PersonId } from '../../domain/ids.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { readBase } from '../../db/reads/bases.js'
import { namesOf } from '../../db/reads/names.js'
import type { BaseCommand } from '../../domain/command.js'
import { openSteps } from '../../domain/state.js'
import type { Named } from '../../domain/values/named.js'
import type { StepId } from '../../domain/values/step-key.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import type { LocalText } from '../../domain/locale.js'
import { paperOfYours } from '../../domain/words/second-words.js'
import type { SmallActPage } from '../../web/work/small-act.js'
import type { ApiParts } from '../parts.js'
import { heldBy } from '../auth/actor.js'
import { seenBase } from '../auth/seen-base.js'
import { paperInWords } from '../views/papers-waiting.js'
import { labelsOf } from '../wording.js'

interface OnStep {
  readonly person: PersonId
  readonly base: BaseId
  readonly step: string
}

/** An act on paper that waits on a step, as the page that confirms it or turns it away shows and sends it (R16). */
export interface PaperAtHand {
  readonly signatory: Named
  readonly scan: string
  readonly seq: number
  readonly waiting: NonNullable<SmallActPage['waiting']>
}

/** The act on paper that waits on an open step: one that somebody else has entered before one's own. */
export const paperAtHand = async (
  parts: ApiParts,
  { person, base: id, step: at }: OnStep,
): Promise<PaperAtHand | undefined> => {
  const base = await readBase(parts.db, { id })
  const state = base && (await baseStateOf(parts.db, base))
  const step = state && openSteps(state).find((one) => one.id === at)
  const papers = step?.papers ?? []
  const paper = papers.find(({ enteredBy }) => enteredBy !== person) ?? papers[0]
  if (base === undefined || step === undefined || paper === undefined) return undefined
  const { signatory, enteredBy, scan, seq } = paper
  const names = await namesOf(parts.db, { people: [signatory, enteredBy] })
  return {
    signatory: { person: signatory, mandates: await heldBy(parts, { person: signatory, programme: base.programme }) },
    scan,
    seq,
    waiting: {
      seq,
      sentence: paperInWords({ step, paper }, names),
      words: undefined,
      scan: `/bases/${id}/scans/${scan}`,
      along: { signatory, scan },
    },
  }
}

/** Acts on paper that wait on an open step: one's own, and those of others for whom the list of steps tells them to. */
export const papersWaiting = async (
  parts: ApiParts,
  { person, base: id, step: at, told }: OnStep & { readonly told: readonly { readonly seq: number }[] },
): Promise<readonly LocalText[]> => {
  const { found, sight } = await seenBase(parts, { person, base: id })
  const state = await baseStateOf(parts.db, found)
  const step = state && openSteps(state).find((one) => one.id === at)
  const papers = step?.papers ?? []
  if (step === undefined || papers.length === 0) return []
  const names = await namesOf(parts.db, {
    people: papers.flatMap(({ signatory, enteredBy }) => [signatory, enteredBy]),
  })
  const isInner = sight.sees({ kind: 'inner' }) === 'whole'
  return papers.flatMap((paper) => {
    const { signatory, option, signedOn, seq } = paper
    if (signatory === person) return [paperOfYours({ label: labelsOf({ key: step.key, option }), signedOn, seq })]
    return isInner && told.some((one) => one.seq === seq) ? [paperInWords({ step, paper }, names)] : []
  })
}

/** What confirms the paper at hand, and what turns it away; where none waits, what the judge refuses for that reason. */
export const onPaper = (
  at: string,
  { paper, reason }: { readonly paper: PaperAtHand | undefined; readonly reason: TextReference },
): readonly (readonly ['confirm_paper' | 'refuse_paper', BaseCommand])[] => {
  const step: StepId = at
  const { signatory, scan, seq } = paper ?? { signatory: { person: '-', mandates: [] }, scan: '0'.repeat(64), seq: 1 }
  return [
    ['confirm_paper', { type: 'confirm_paper', step, signatory, scan, seq }],
    ['refuse_paper', { type: 'refuse_paper', step, signatory: signatory.person, code: 'DAT', reason }],
  ]
}
