import { asked, silent } from '../asked.js'
import { redress, type RedressSteps } from '../../redress.js'
import type { Story } from '../../story.js'
import { asScored, three } from '../bodies.js'
import { colourAgain, redressAdmission, redressRequest, redressVote } from './redress-forms.js'
import { back, cd, clocked, coded, onward, saying, stepsOf, wd, within } from '../telling.js'

/** Redress (8.9, R14): asked within 30 cd of the letter, admitted by the secretary, decided by people outside the case. */
export const redressRequestSteps = stepsOf('nomination', {
  R0: {
    name: 'redress_request',
    means: 'redress_request',
    title: { en: 'Accept the decision or ask for redress', 'zh-CN': '接受决定或申请复核' },
    asks: asked(['decide whether to ask for a re-examination', '决定是否申请复核'], { silence: silent.noRedress }),
    role: 'LG',
    due: within(cd(30)),
    escalation: 'E5',
    leftOver: true,
    options: {
      accept: onward,
      request: coded(onward, 'INC', 'DAT', 'INT'),
      window_closed: clocked(onward),
    },
    silence: 'window_closed',
    labels: {
      accept: { en: 'Accept the decision', 'zh-CN': '接受决定' },
      window_closed: { en: 'The time for redress ended', 'zh-CN': '复核申请期届满' },
    },
    begins: true,
    rests: ['5.13d', '8.10c'],
    form: redressRequest,
  },
  R1: {
    name: 'redress_admission',
    means: 'redress_admission',
    title: { en: 'Admit the request for redress', 'zh-CN': '审查复核申请是否受理' },
    role: 'CS',
    due: within(wd(5)),
    escalation: 'E1',
    leftOver: true,
    options: { admit: onward, refuse: coded(onward, 'INC', 'INE') },
    labels: { refuse: { en: 'Do not admit the request', 'zh-CN': '不予受理复核申请' } },
    // A request that is late is closed by the clock (R0), so LAT is no reason here. Whoever gave or confirmed what is contested does not say whether it may be.
    apart: { SD1: ['R0'], SD2: ['5.8', '5.8s', '5.9a', '5.9b', '5.13c', '5.13d'] },
    rests: ['R0'],
    form: redressAdmission,
  },
  R2: {
    name: 'redress_decision',
    means: 'redress_decision',
    title: { en: 'Decide on the redress', 'zh-CN': '审议复核申请' },
    role: 'AP',
    due: within(wd(20)),
    escalation: 'E4',
    leftOver: true,
    outsiders: true,
    decides: { ...three('AP'), otherwise: 'dismiss' },
    options: { dismiss: saying(onward), uphold: onward },
    asksInterest: true,
    duties: ['vote'],
    rests: ['R1'],
    form: redressVote,
    seen: 'COM',
  },
})

const redressKeys: RedressSteps = { request: 'R0', admission: 'R1', decision: 'R2' }

/** Redress as a part of a story that goes on after it. */
export const redressOfGicc = (): Story<boolean> => redress(redressKeys)

/** The review decided once more by other people, after redress was upheld (R14). */
export const secondLookSteps = stepsOf('yearly_review', {
  '5.8r': {
    name: 'panel_again',
    means: 'colour_again',
    title: { en: 'Decide the colour again after redress', 'zh-CN': '复核后重新评定评估结果' },
    role: 'RP',
    due: within(wd(20)),
    escalation: 'E4',
    leftOver: true,
    decides: { ...three('RP'), otherwise: asScored },
    options: {
      green: onward,
      green_with_advice: onward,
      yellow: coded(onward, 'PLN', 'REP', 'FIN', 'DAT', 'GOV'),
      red_proposal: coded(onward, 'PLN', 'REP', 'INT', 'DAT', 'FIN'),
    },
    asksInterest: true,
    duties: ['vote', 'review_judging'],
    apart: { SD1: ['5.7a'] },
    again: true,
    begins: true,
    form: colourAgain,
    seen: 'COM',
    looksBack: true,
  },
  '5.9r': {
    name: 'result_again',
    title: { en: 'Confirm the colour decided again', 'zh-CN': '确认重新评定的结果' },
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    leftOver: true,
    decides: { ...three('BD'), otherwise: 'confirm' },
    options: { confirm: onward, return: back('5.8r', { limit: 1 }) },
    labels: { return: { en: 'Return to the panel', 'zh-CN': '退回评估小组' } },
    asksInterest: true,
    duties: ['vote'],
    apart: { SD2: ['5.8r'] },
    again: true,
    looksBack: true,
  },
})
