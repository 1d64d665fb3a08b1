import type { AnyEvent, EventOf } from '../event.js'
import { escalation } from '../gicc/escalation.js'
import { steps } from '../gicc/steps.js'
import { defined } from '../values/defined.js'
import { keyOf } from '../values/step-key.js'
import { letter, type Sent } from './letter.js'
import { isOpen } from './still-so.js'
import { isOffer } from './ten.js'

/** Letters about a step that waits: it has opened, its date comes or has passed or was moved, or nobody is there for it. */
export const stepLetters = {
  step_opened: letter({
    facts: ['step', 'key', 'role', 'dueAt', 'code', 'form'],
    on: {
      step_opened: ({ step, key, role, dueAt, also = [] }) =>
        isOffer(key) ? undefined : { roles: [role, ...also], facts: { step, key, role, dueAt } },
      void_proposed: ({ step, code, by: { person } }) => ({
        roles: ['PD', 'CH'],
        asks: { notOf: [person] },
        facts: { step, key: keyOf(step), code, form: 'second_word' },
      }),
      step_closed: ({ step }, beside) =>
        lastClosed(beside) === step
          ? { roles: ['CS'], onlyWhile: 'awaits_session', facts: { form: 'session' } }
          : undefined,
      stand_in_called: ({ step, key, to }) => ({ roles: [to], facts: { step, key, role: to } }),
      substitutes_drawn: ({ step, key, drawn }) => ({ roles: [], people: drawn, facts: { step, key } }),
      step_reassigned: ({ step, key, to }) => ({ roles: [], people: [to], facts: { step, key } }),
      vacancy_filled: ({ step, key }) => ({ roles: [], actorsOf: step, facts: { step, key } }),
    },
    // It travels with the decision that it answers, and the place loses something by its silence (8.9).
    binds: ({ key = '' }) => steps[key]?.means === 'redress_request',
    stillSo: (step) => isOpen(step) || (step.voided === undefined && step.voidProposed !== undefined),
    asksToAct: true,
    words: {
      en: {
        subject: 'your step is open',
        opening: 'A step of the base named below now waits for you.',
        closing: '',
      },
      'zh-CN': {
        subject: '请办理事项',
        opening: '下列基地的有关事项现请贵方办理。',
        closing: '',
      },
    },
    forms: {
      session: {
        words: {
          en: {
            subject: 'a session is to be convened',
            opening: 'The base named below waits for a place in a ranked session of the committee (1.10).',
            closing:
              'You convene it as committee secretary, for this base or for all that wait. Until then nothing happens by itself, and no date runs out.',
          },
          'zh-CN': {
            subject: '请召集排名会议',
            opening: '下列基地等待列入委员会排名会议（1.10）。',
            closing:
              '请以委员会秘书身份召集，可仅就该基地召集，也可就所有等待的基地一并召集。此前不会自动进行，也无期限届满。',
          },
        },
      },
      second_word: {
        omits: ['role', 'dueBy', 'options', 'silence'],
        words: {
          en: {
            subject: 'your second word on a void',
            opening:
              'Somebody says that the decision of the step named below was entered by mistake, and asks for it to be voided.',
            closing:
              'It is voided when a second person confirms it who did not decide the step; without that the decision stands. Once one of the next steps is decided it can no longer be voided this way (R17).',
          },
          'zh-CN': {
            subject: '作废事项待您确认',
            opening: '有关人员提出，下列步骤的决定系误录，申请予以作废。',
            closing:
              '须由未参与该步骤决定的第二人确认后方予作废；未经确认的，原决定继续有效。后续步骤作出决定后，不再以此方式作废（R17）。',
          },
        },
      },
    },
  }),
  reminded: letter({
    facts: ['step', 'key', 'rung'],
    on: { reminded: (event) => toldByAlarm(event) },
    stillSo: isOpen,
    asksToAct: true,
    words: {
      en: {
        subject: 'reminder',
        opening: 'A step of the base named below still waits for you.',
        closing: 'If you have acted in the meantime, nothing more is needed.',
      },
      'zh-CN': {
        subject: '办理提醒',
        opening: '下列基地的有关事项尚待贵方办理，特此提醒。',
        closing: '如已办理，请忽略本函。',
      },
    },
  }),
  escalated: letter({
    facts: ['step', 'key', 'rung', 'form'],
    on: {
      escalated: (event): Sent<'step' | 'key' | 'rung' | 'form'> => {
        const sent = toldByAlarm(event)
        return isToldAtOpening(event) ? { ...sent, facts: { ...sent.facts, form: 'at_opening' } } : sent
      },
    },
    stillSo: isOpen,
    // Who is told that somebody else is late may not choose.
    omits: ['options'],
    words: {
      en: {
        subject: 'overdue',
        opening: 'The date of a step has passed without an act. By the procedure you are now told.',
        closing: 'Please see that the step is carried out, or say what stands in its way.',
      },
      'zh-CN': {
        subject: '逾期报告',
        opening: '下列基地的有关事项逾期未办，依照程序现予报告。',
        closing: '请督促办理，或者说明未能办理的原因。',
      },
    },
    forms: {
      at_opening: {
        words: {
          en: {
            subject: 'a step that bears no delay',
            opening:
              'A step that bears no delay has opened on the base named below. By the procedure you are told at once; nothing is late.',
            closing: 'Whoever may act on it finds it among what waits.',
          },
          'zh-CN': {
            subject: '不容延误事项启动',
            opening: '下列基地有不容延误的事项启动，依照程序即时告知；该事项并未逾期。',
            closing: '有办理权限的人员可在待办事项中办理。',
          },
        },
      },
    },
  }),
  deadline_moved: letter({
    facts: ['step', 'key', 'dueAt', 'code'],
    on: {
      // An extension is told to the manager too: the plan of the base changes with it (8.5).
      deadline_moved: ({ step, dueAt, code, cause }) => ({
        roles: cause === 'extension' ? ['PM'] : [],
        actorsOf: step,
        facts: { step, key: keyOf(step), dueAt, ...defined({ code }) },
      }),
    },
    stillSo: isOpen,
    words: {
      en: {
        subject: 'new date',
        opening: 'The date of a step has been moved. The former date stays in the record.',
        closing: '',
      },
      'zh-CN': {
        subject: '期限调整',
        opening: '下列事项的办理期限已作调整，原期限在记录中予以保留。',
        closing: '',
      },
    },
  }),
  vacancy_found: letter({
    facts: ['step', 'key', 'role'],
    on: { vacancy_found: ({ step, key, role }) => ({ roles: ['PM'], facts: { step, key, role } }) },
    stillSo: (step) => isOpen(step) && step.vacant === true,
    roleIs: 'wanted',
    omits: ['options'],
    words: {
      en: {
        subject: 'nobody may act',
        opening:
          'A step of the base named below is open, and too few people may act on it: nobody holds its role, or the rules of separation keep those who do away.',
        closing:
          'Please have a mandate granted to somebody who has not acted on the steps before it, or ask a director to reassign it. Until then the step waits, and its clock runs.',
      },
      'zh-CN': {
        subject: '无人可办理',
        opening: '下列基地有一待办步骤，可办理人员不足：无人担任该职务，或任职人员依职责分离规则须予回避。',
        closing: '请安排授予未参与前序步骤的人员任命，或请项目主任改派。在此之前该步骤继续待办，期限照常计算。',
      },
    },
  }),
}

/** Of several that one record closes the last alone tells: one letter for each person. */
const lastClosed = (beside: readonly AnyEvent[]): string | undefined => {
  const last = beside.findLast((one) => one.type === 'step_closed')
  return last?.type === 'step_closed' ? last.step : undefined
}

/** Some ladders tell somebody at the moment at which a step opens (E6): nobody is late then. */
const isToldAtOpening = ({ key, rung }: EventOf<'escalated'>): boolean => {
  const profile = steps[key]?.escalation
  return profile !== undefined && escalation[profile][rung]?.moment.at === 'opening'
}

const toldByAlarm = ({
  step,
  key,
  rung,
  tells,
}: EventOf<'reminded'> | EventOf<'escalated'>): Sent<'step' | 'key' | 'rung'> => ({
  roles: tells.filter((told) => told !== 'actor'),
  ...defined({ actorsOf: tells.includes('actor') ? step : undefined }),
  facts: { step, key, rung },
})
