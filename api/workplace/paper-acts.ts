import { baseStateOf } from '../../db/reads/base-states.js'
import { readBase } from '../../db/reads/bases.js'
import { namesOf } from '../../db/reads/names.js'
import type { BaseCommand } from '../../domain/command.js'
import { openSteps } from '../../domain/state.js'
import type { Named } from '../../domain/values/named.js'
import type { StepId } from '../../domain/values/step-key.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import { paperWaits } from '../../domain/words/second-words.js'
import type { SmallActPage } from '../../web/work/small-act.js'
import type { ApiParts } from '../parts.js'
import { heldBy } from '../auth/actor.js'
import { labelsOf } from '../wording.js'
import { called } from './people-waiting.js'

interface OnStep {
  readonly person: string
  readonly base: string
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
  const { signatory, enteredBy, scan, seq, option, signedOn } = paper
  const names = await namesOf(parts.db, { people: [signatory, enteredBy] })
  const told = { signatory: called(names, signatory), enteredBy: called(names, enteredBy), signedOn, seq }
  return {
    signatory: { person: signatory, mandates: await heldBy(parts, { person: signatory, programme: base.programme }) },
    scan,
    seq,
    waiting: {
      seq,
      sentence: paperWaits({ ...told, label: labelsOf({ key: step.key, option }) }),
      words: undefined,
      scan: `/bases/${id}/scans/${scan}`,
      along: { signatory, scan },
    },
  }
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
