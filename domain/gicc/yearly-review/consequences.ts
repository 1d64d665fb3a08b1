import { asked, silent } from '../asked.js'
import { nameEndsLetter } from './letters.js'
import {
  improvementCheck,
  improvementPlan,
  improvementPlanCheck,
  takingDown,
  withdrawalVote,
} from './consequence-forms.js'
import { three } from '../bodies.js'
import { back, cd, clocked, coded, losesName, onceMore, onward, saying, stepsOf, wd, within } from '../telling.js'

/** Stage 5: what a yellow or a red calls for. */
export const consequenceSteps = stepsOf('yearly_review', {
  '5.11a': {
    name: 'improvement_plan',
    title: { en: 'Draw up the improvement plan', 'zh-CN': '制定改进方案' },
    asks: asked(['hand in the improvement plan', '提交改进方案'], { silence: silent.noPlan }),
    role: 'CLO',
    due: within(wd(30)),
    escalation: 'E3',
    leftOver: true,
    options: { plan: onward, no_plan: clocked(coded(onward, 'PLN')) },
    silence: 'no_plan',
    finds: { no_plan: 'plan_missing' },
    form: improvementPlan,
    looksBack: true,
  },
  '5.11b': {
    name: 'improvement_plan_check',
    title: { en: 'Examine the improvement plan', 'zh-CN': '审核改进方案' },
    role: 'PD',
    due: within(wd(10)),
    escalation: 'E1',
    leftOver: true,
    options: { accept: onward, return: coded(back('5.11a', { limit: 1 }), 'PLN') },
    labels: {
      accept: { en: 'Accept the plan', 'zh-CN': '同意改进方案' },
      return: { en: 'Return the plan', 'zh-CN': '退回修改改进方案' },
    },
    apart: { SD1: ['5.11a'] },
    rests: ['5.11a'],
    form: improvementPlanCheck,
    seen: 'PRG',
    looksBack: true,
  },
  '5.11c': {
    name: 'improvement_check',
    title: { en: 'Check the improvement at half-time', 'zh-CN': '改进中期检查' },
    role: 'SO',
    due: within(cd(183)),
    escalation: 'E1',
    leftOver: true,
    runsFull: true,
    options: { on_track: onward, behind: saying(onward) },
    rests: ['5.11b'],
    form: improvementCheck,
    seen: 'PRG',
    looksBack: true,
  },
  '5.12a': {
    name: 'withdrawal',
    title: { en: 'Decide on the withdrawal', 'zh-CN': '审议停止使用名称事项' },
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    weighty: ['withdraw'],
    leftOver: true,
    decides: { ...three('BD'), twoThirds: ['last_term'], otherwise: 'withdraw' },
    options: {
      withdraw: coded(onward, 'PLN', 'REP', 'INT', 'DAT', 'FIN'),
      last_term: coded(onceMore('5.1', { limit: 1 }), 'PLN', 'REP', 'INT', 'DAT', 'FIN'),
    },
    labels: { withdraw: { en: 'Withdraw the title', 'zh-CN': '停止使用名称' } },
    asksInterest: true,
    duties: ['vote'],
    apart: { SD2: ['5.8', '5.8r', '5.13c'] },
    inPerson: 'SD7',
    keeps: 'last_term',
    rests: ['5.13d'],
    form: withdrawalVote,
    seen: 'COM',
    looksBack: true,
  },
  // Shown by the government and not by the body that used the name (four eyes).
  // 8.11: use of the name ends in 30 cd whether or not anybody proves it, so the time is a window and waits for no answer.
  '5.12b': {
    name: 'taking_down',
    title: { en: 'Take down name, logo and plaque', 'zh-CN': '停用名称和标识并摘下牌匾' },
    asks: asked(
      [
        'end the use of name and logo, take down the plaque, and send photographs',
        '停用名称和标识、摘下牌匾并提供照片',
      ],
      { silence: silent.notShown, letter: nameEndsLetter },
    ),
    role: 'LG',
    due: within(cd(30)),
    escalation: 'E5',
    options: { removed: losesName, not_proven: clocked(losesName) },
    silence: 'not_proven',
    labels: { not_proven: { en: 'Taking down not proven in time', 'zh-CN': '逾期未证明停用名称、摘下牌匾' } },
    rests: ['5.12a', '8.10c'],
    form: takingDown,
    duties: ['taking_down'],
    looksBack: true,
  },
})
