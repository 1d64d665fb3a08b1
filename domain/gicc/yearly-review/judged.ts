import type { LocalText } from '../../locale.js'
import { roles } from '../../role.js'
import { statusFor } from '../../lifecycle.js'
import { lastDecided, matterOf, type BaseState, type MatterState, type StepState } from '../../state.js'

/**
 * What an ending waits for (3.13), or undefined: a red stands proposed, contested or not carried out yet, whoever raised the ending;
 * or the place raised it while the review of a year was open that is not concluded yet.
 */
export const judgedFirst = (base: BaseState, raised: Pick<MatterState, 'raisedAt' | 'role'>): LocalText | undefined => {
  const byPlace = raised.role !== undefined && roles[raised.role].side === 'partner'
  return redAhead(base) ?? (byPlace && isOpenSince(base, raised.raisedAt) ? endingWaits.review : undefined)
}

/** A red that the panel proposed, or a suspension that may become one, and a concluded one until the base loses its name or the red is gone. */
const redAhead = (base: BaseState): LocalText | undefined => {
  const { extraordinary = [], reviews } = base.facts
  const panel = lastDecided(base, '5.8')?.outcome?.option
  const isProposed = !isConcluded(base) && panel === 'red_proposal'
  const beside = lastDecided(base, '5.13c')
  const last = extraordinary.at(-1)
  const isProposedBeside =
    beside?.outcome?.option === 'red_proposal' && !isLying(base, beside) && (last?.on ?? '') < (beside.closedAt ?? '')
  if (isProposed || isProposedBeside) return endingWaits.proposed
  const isRedBeside = last?.colour === 'red' && last.setAside !== true && isYetToCome(base)
  if (reviews.at(-1)?.colour === 'red' || isRedBeside) return endingWaits.red
  const isSuspended = base.status === statusFor.suspension || (!isConcluded(base) && panel === 'suspend')
  return isSuspended ? endingWaits.suspension : undefined
}

/** Whether the programme has let lie what asked the step: nobody waits for its end any more (R3). */
const isLying = (base: BaseState, step: StepState): boolean => matterOf(base, step)?.letLie !== undefined

/** Whether somebody is still to carry out what the extraordinary review came to: a red of it stays red until then. */
const isYetToCome = ({ stage }: BaseState): boolean =>
  stage?.matters?.findLast(({ matter }) => matter === 'extraordinary_review')?.letLie === undefined

const endingWaits = {
  proposed: {
    en: 'The ending waits: the panel has proposed a red, which is confirmed or not first (3.13).',
    'zh-CN': '商定终止暂不办结：评估小组已提出红色结果，须先行确认与否（3.13）。',
  },
  red: {
    en: 'The ending waits: a red stands that is contested or not carried out yet; carried out, it ends the base itself (3.13).',
    'zh-CN': '商定终止暂不办结：红色结果尚在复核或尚未执行；执行完毕的，基地即由此终结（3.13）。',
  },
  suspension: {
    en: 'The ending waits: the base is suspended, and the suspension is decided first (3.13).',
    'zh-CN': '商定终止暂不办结：基地处于暂停运行状态，须先行作出决定（3.13）。',
  },
  review: {
    en: 'The ending waits: the place asked for it while a year was examined, and that review is concluded first (3.13).',
    'zh-CN': '商定终止暂不办结：政府系在年度评估期间提出，须待该评估完成（3.13）。',
  },
} as const satisfies Readonly<Record<string, LocalText>>

/** Whether the review of the running year had begun by then, and nobody has concluded it. */
const isOpenSince = (base: BaseState, instant: string): boolean => {
  const begun = lastDecided(base, '5.1')?.closedAt
  return begun !== undefined && begun <= instant && !isConcluded(base)
}

const isConcluded = ({ stage }: BaseState): boolean => stage?.effects['conclude'] !== undefined
