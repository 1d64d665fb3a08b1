import { isActive } from '../../lifecycle.js'
import type { MatterKind } from '../../matters.js'
import { contestableLetter } from '../../redress.js'
import type { ReasonCode } from '../../reason-code.js'
import { carriedStatus, type BaseState, type MatterState } from '../../state.js'
import {
  finish,
  happens,
  isOff,
  keep,
  paper,
  rest,
  sideBySide,
  status,
  step,
  together,
  unless,
  type Beside,
  type StepTold,
  type Story,
} from '../../story.js'
import { defined } from '../../values/defined.js'
import { judgedFirst } from '../yearly-review/judged.js'
import { losesItsName, losesItsNameUnlessUpheld, withdrawal } from '../yearly-review/withdrawal.js'
import { redressOfGicc } from './redress.js'

/** What comes up beside a stage, in the order it was raised; what is not settled when the stage is left goes on beside the next. */
export const matters = (base: BaseState): readonly Beside[] =>
  (base.stage?.matters ?? []).map((matter) => ({ no: matter.no, story: toldUnlessLetLie(base, matter) }))

/**
 * What the programme lets lie is over, and what it was about stays as it was: nobody of the place loses by it, and it may be raised
 * anew (R3). An ending goes on step by step, since what a side has given notice of comes whatever finance leaves out (3.13).
 */
function* toldUnlessLetLie(base: BaseState, matter: MatterState): Story {
  const story = storyOf[matter.matter](base, matter)
  if (matter.letLie === undefined || matter.matter === 'ending') return yield* story
  yield* unless(true, story)
  if (matter.matter === 'extraordinary_review' && isOfNoForce(base, matter)) yield* happens({ effect: 'set_aside' })
}

/** Told, and then neither in force nor set aside by redress: it counts for nothing (8.9). */
const isOfNoForce = ({ facts: { extraordinary = [] } }: BaseState, { no, raisedAt }: MatterState): boolean =>
  extraordinary.some((one) => one.no === no && one.on >= raisedAt && one.inForce !== true)

/** E6: compliance looks, else the board; the case goes on where it stood, or ends. */
function* integrityStop(base: BaseState): Story {
  const looked = yield* step('E6a')
  if (looked.option === 'lift') return yield* happens({ effect: 'unfreeze' })
  const board = yield* step('E6b')
  if (board.option === 'lift') return yield* happens({ effect: 'unfreeze' })
  yield* ended(base, { board, loses: () => losesItsName(board, 'E6c') })
}

/** A base that carries the name loses it as by a withdrawal; one that was on the way lapses at once (R2). */
const ended = (base: BaseState, { board, loses }: { readonly board: StepTold; readonly loses: () => Story }): Story =>
  isActive(carriedStatus(base)) ? loses() : finish('lapsed', board)

/** 5.13: opened, seen, decided and confirmed like a yearly review, at any time of the year. */
function* extraordinaryReview(): Story {
  const opened = yield* step('5.13a')
  if (opened.option === 'not_open') return
  yield* seen()
  yield* together(step('5.13f'), step('5.13g'))
  for (;;) {
    const panel = yield* step('5.13c')
    if (panel.option === 'keep' || isOff(panel)) return yield* result({ isContestable: false })
    const board = yield* step('5.13d')
    if (board.option === 'return' && !board.usedUp) continue
    // Not confirmed twice, it changes nothing, and is told as that.
    if (board.option === 'return') return yield* result({ isContestable: false })
    yield* result({ isContestable: true })
    if (yield* redressOfGicc()) return yield* happens({ effect: 'set_aside' })
    yield* happens({ effect: 'bring_into_force' })
    if (panel.option !== 'yellow') return yield* withdrawal()
    yield* status('active_yellow', panel.code)
    return yield* planned()
  }
}

/** Two see it: where the second differs the first looks once more, and then the panel has both before it (5.13b, 5.13e). */
function* seen(): Story {
  for (;;) {
    yield* step('5.13b')
    const second = yield* step('5.13e')
    if (second.option !== 'differ' || second.usedUp) return
  }
}

/** The result stands in the history of reviews and is told; the time for redress runs from the letter of an adverse one (8.9). */
function* result({ isContestable }: { readonly isContestable: boolean }): Story {
  yield* happens({ effect: 'conclude_extraordinary' })
  if (isContestable) yield* contestableLetter('review_letter')
  else yield* happens({ effect: 'order', kind: 'review_letter' })
}

/** As after a yearly yellow (5.11), but without the look at half-time: the next panel is the re-review itself (R10). */
function* planned(): Story {
  for (;;) {
    const plan = yield* step('5.13h')
    if (plan.option === 'no_plan') return
    const checked = yield* step('5.13i')
    if (checked.option === 'accept') yield* happens({ effect: 'order', kind: 'improvement_plan' })
    if (checked.option !== 'return') return
  }
}

/** 8.10: noted, or assessed anew where a tenth of the area or more moved. */
function* change(base: BaseState): Story {
  const looked = yield* step('8.10a')
  if (looked.option !== 'assess') return
  const assessed = yield* step('8.10b')
  if (assessed.option === 'holds') return
  const board = yield* step('8.10c')
  if (board.option === 'end') yield* ended(base, { board, loses: () => losesItsNameUnlessUpheld(board, '5.12b') })
}

/** 3.13: agreed by both sides, then signed by both on the same hash. */
function* amendment(): Story {
  const draft = yield* step('3.13a')
  if (draft.option !== 'ready') return
  const cleared = yield* step('3.13b')
  if (cleared.option !== 'clear') return
  const said = yield* signatures('3.13c', '3.13d')
  if (said.every(isSigned)) yield* happens({ effect: 'amend' })
}

/** What each side says to the text before it, both on the same hash. */
function* signatures(...keys: readonly string[]): Story<readonly StepTold[]> {
  yield* paper('mou_text')
  return yield* sideBySide(...keys)
}

const isSigned = ({ option }: Pick<StepTold, 'option'>): boolean => option === 'signed'

/** 3.13, 9: the place asks, the programme agrees on two green years, both sign; or the term runs out, for the reason of whoever did not. */
function* renewal(): Story {
  const asked = yield* step('3.13e')
  let code: ReasonCode = 'WDR'
  if (asked.option === 'renew') {
    const agreed = yield* step('3.13f')
    const said = agreed.option === 'agree' ? yield* signatures('3.13g', '3.13h') : [agreed]
    if (agreed.option === 'agree' && said.every(isSigned)) return yield* happens({ effect: 'renew' })
    code = said.find((one) => !isSigned(one))?.code ?? code
  }
  const over = yield* step('3.13i')
  yield* finish('expired', { ...over, code })
}

/** 8.5: whoever asks names the last day, and the director says whether the base is held until then. */
function* forceMajeure(): Story {
  const decided = yield* step('8.5a')
  if (decided.option === 'hold') yield* happens({ effect: 'hold' })
}

/** 8.2: where two-thirds of the committee say so, the caps do not count for the base. */
function* capWaiver(): Story {
  const committee = yield* step('8.2a')
  if (committee.option === 'waive') yield* happens({ effect: 'waive' })
}

/** 8.16: where most of the board say so, a condition is to be met no longer. */
function* conditionLifting(): Story {
  const board = yield* step('8.16a')
  if (board.option === 'lift') yield* happens({ effect: 'lift' })
}

/** R5, 4.11: the board prolongs or the slot lapses, unless what was waited for comes first. */
function* reservation(base: BaseState, matter: MatterState): Story {
  if (hasCome(base) && !isDecided(base, matter)) return
  const board = yield* step('R5')
  if (board.option === 'prolong') yield* happens({ effect: 'prolong' })
}

/** Before the launch the signature is waited for, in it the activation. */
const hasCome = ({ facts, stage }: BaseState): boolean =>
  stage?.stage === 'launch' ? facts.activatedOn !== undefined : facts.signedOn !== undefined

const isDecided = ({ stage }: BaseState, { no }: MatterState): boolean =>
  Object.values(stage?.steps ?? {}).some(
    ({ matter, outcome, voided }) =>
      matter === no && outcome !== undefined && outcome.option !== 'stopped' && voided === undefined,
  )

/** 1.6: compliance looks again; what it finds somebody else examines, and a bar stops the base (E6). */
function* rescreening(): Story {
  const screened = yield* step('1.6d')
  if (screened.option === 'match') yield* step('1.6e')
}

/** 3.13, 9: notice, closing report, what was not spent; then the end by agreement, which outruns no judgement of the base (R3). */
function* ending(base: BaseState, matter: MatterState): Story {
  if (matter.takenBack === true) return
  const { code = 'WDR', letLie = [] } = matter
  let settled: StepTold | undefined
  yield* step('3.13k')
  yield* unless(letLie.includes('3.13l'), step('3.13l'))
  yield* unless(
    letLie.includes('3.13m'),
    keep('3.13m', (told) => void (settled = told)),
  )
  const first = judgedFirst(base, matter)
  if (first !== undefined) yield* rest(first)
  yield* happens({ effect: 'finish', status: 'ended_by_agreement', code, ...defined(endedBy(settled)) })
}

/** What the account of finance leaves for the end: its step, and the code it gave. */
const endedBy = (told: StepTold | undefined) => ({ of: told?.id, code: told?.code })

/** 5.14: a sheet of the year; what was received on it counts once finance has confirmed it. */
function* yearRecord(): Story {
  const noted = yield* step('5.14a')
  if (noted.option === 'record_receipts') yield* step('5.14b')
}

/** 5.15: a firm asks, is answered, and says how it was. */
function* serviceRequest(): Story {
  const asked = yield* step('5.15a')
  if (asked.option !== 'asked') return
  const replied = yield* step('5.15b')
  if (replied.option === 'replied') yield* step('5.15c')
}

/** The story of each kind of matter. */
export const storyOf: Readonly<Record<MatterKind, (base: BaseState, matter: MatterState) => Story>> = {
  integrity_stop: integrityStop,
  extraordinary_review: extraordinaryReview,
  change,
  amendment,
  renewal,
  cap_waiver: capWaiver,
  condition_lifting: conditionLifting,
  reservation,
  ending,
  force_majeure: forceMajeure,
  year_record: yearRecord,
  service_request: serviceRequest,
  rescreening,
}
