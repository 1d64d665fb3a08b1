import { listAt, textAt } from './facts-of.js'
import { atMilliseconds, change, put, type Followers, type FollowedRow, type Changeable } from './row.js'

/** Stages, steps, acts and the slot of a base. */
export const stepFollowers: Followers = {
  stage_entered: (rows, { event: { no, stage, year = null }, at }) => {
    const holds = { stage, year, enteredAt: at, leftAt: null, outcome: null, code: null }
    put(rows, { name: `stage/${no}`, code: 'base_row_differs', subject: `stage ${no}`, holds })
  },
  stage_left: (rows, { event: { no, outcome, code = null }, at }) =>
    change(rows, { name: `stage/${no}`, to: () => ({ leftAt: at, outcome, code }) }),
  slot_reserved: (rows, { event: { slot } }) =>
    put(rows, { name: 'slot', code: 'slot_differs', holds: { slots: [slot] } }),
  slot_freed: (rows) => void rows.delete('slot'),
  step_opened: (rows, { event, seq, at }) => {
    const { step, key, role, dueAt, calendar, seats, also = [] } = event
    const opened = { key, role, dueAt: atMilliseconds(dueAt), calendar, seats, also, openedSeq: seq, openedAt: at }
    const holds = { ...opened, ...untouched }
    put(rows, { name: `step/${step}`, code: 'step_row_differs', subject: step, holds })
  },
  step_acted: (rows, { event: { step, option, code = null, by, reason }, seq, at }) => {
    const act = { step, option, code, text: reason?.id ?? null, at }
    const holds = { ...act, person: by.person, role: by.role, mandate: by.mandate }
    put(rows, { name: `act/${seq}`, code: 'act_row_differs', subject: `${step}, ${by.person}`, holds })
  },
  step_closed: (rows, { event: { step, option: outcome, code = null, how, score = null }, at }) =>
    changeStep(rows, { step, to: () => ({ closedAt: at, outcome, code, how, score }) }),
  deadline_moved: (rows, { event: { step, dueAt } }) =>
    changeStep(rows, { step, to: () => ({ dueAt: atMilliseconds(dueAt) }) }),
  escalated: (rows, { event: { step, rung } }) =>
    changeStep(rows, { step, to: ({ escalated }) => ({ escalated: Math.max(Number(escalated), rung) }) }),
  step_voided: (rows, { event: { step, cause }, at }) =>
    changeStep(rows, { step, to: ({ closedAt }) => ({ voided: cause, closedAt: closedAt ?? at }) }),
  stand_in_called: (rows, { event: { step, to } }) => changeStep(rows, { step, to: () => ({ standIn: to }) }),
  step_recused: (rows, { event: { step, person } }) =>
    changeStep(rows, { step, to: ({ holder }) => ({ holder: holder === person ? null : holder }) }),
  step_reassigned: (rows, { event: { step, to } }) => changeStep(rows, { step, to: () => ({ holder: to }) }),
  substitutes_drawn: (rows, { event: { step, drawn } }) =>
    changeStep(rows, { step, to: (holds) => ({ substitutes: [...listAt(holds, 'substitutes'), ...drawn] }) }),
  vacancy_found: (rows, { event: { step } }) => changeStep(rows, { step, to: () => ({ vacant: true }) }),
  vacancy_filled: (rows, { event: { step } }) => changeStep(rows, { step, to: () => ({ vacant: false }) }),
  paper_entered: (rows, { seq, event: { step, signatory, option, scan, signedOn, by } }) => {
    const paper = { signatory, option, scan, signedOn, enteredBy: by.person, seq }
    changeStep(rows, { step, to: (holds) => ({ papers: [...listAt(holds, 'papers'), paper] }) })
  },
  paper_confirmed: (rows, { event }) => paperSettled(rows, event),
  paper_refused: (rows, { event }) => paperSettled(rows, event),
}

const untouched = {
  substitutes: [],
  closedAt: null,
  outcome: null,
  code: null,
  how: null,
  score: null,
  voided: null,
  escalated: 0,
  standIn: null,
  holder: null,
  vacant: false,
  papers: [],
}

const paperSettled = (rows: Changeable, { step, signatory }: { step: string; signatory: string }): void => {
  const others = (holds: FollowedRow['holds']) =>
    listAt(holds, 'papers').filter((paper) => textAt(paper, 'signatory') !== signatory)
  changeStep(rows, { step, to: (holds) => ({ papers: others(holds) }) })
}

const changeStep = (
  rows: Changeable,
  { step, to }: { readonly step: string; readonly to: (holds: FollowedRow['holds']) => FollowedRow['holds'] },
): void => change(rows, { name: `step/${step}`, to })
