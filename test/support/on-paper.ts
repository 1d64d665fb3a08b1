import type { Actor } from '../../domain/values/actor.js'
import type { ConfirmPaper, EnterPaper, PaperSays } from '../../domain/commands/paper.js'
import type { Judgement } from '../../domain/judge/draft.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { localDate } from '../../domain/calendar-zone.js'
import { roles } from '../../domain/role.js'
import type { ABase } from './a-base.js'
import { decisionOn, stepOf } from './acting.js'
import { calendarOfSide, holderOf } from './an-example.js'

export const scan = '5'.repeat(64)

/** What a sound paper says on an open step; today's date on it unless another is named. */
export const paperOn = (base: ABase, { key, option }: { key: StepKey; option: string }): PaperSays => {
  const step = stepOf(base, key)
  const { type: _, step: __, ...says } = decisionOn(base, { step, option })
  return { ...says, number: { id: 'n-1', hash: 'b'.repeat(64) }, signedOn: today(base, key), scan }
}

const today = (base: ABase, key: StepKey) => localDate(calendarOfSide(roles[stepOf(base, key).role].side), base.now())

export interface OnPaperAsked {
  readonly key: StepKey
  readonly option: string
  readonly signatory?: Actor
  readonly change?: Partial<PaperSays>
}

/** The command by which a clerk enters a paper of the first holder of the step's role, or of another signatory. */
export const entering = (base: ABase, { key, option, signatory, change }: OnPaperAsked): EnterPaper => {
  const { id, role } = stepOf(base, key)
  const { person, mandates } = signatory ?? holderOf(role)
  return {
    type: 'enter_paper',
    step: id,
    signatory: { person, mandates },
    ...paperOn(base, { key, option }),
    ...change,
  }
}

/** The command by which the second person confirms it. */
export const confirming = (base: ABase, { key, signatory }: { key: StepKey; signatory?: Actor }): ConfirmPaper => {
  const { id, role, papers = [] } = stepOf(base, key)
  const { person, mandates } = signatory ?? holderOf(role)
  const seq = papers.find((one) => one.signatory === person)?.seq ?? 1
  return { type: 'confirm_paper', step: id, signatory: { person, mandates }, scan, seq }
}

/** Both at once: entered by the secretary, confirmed by the director. */
export const actOnPaper = (base: ABase, asked: OnPaperAsked): Judgement => {
  const entered = base.send(entering(base, asked), { actor: holderOf('CS') })
  return entered.ok ? base.send(confirming(base, asked), { actor: holderOf('PD') }) : entered
}
