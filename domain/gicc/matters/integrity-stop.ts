import { asked, silent } from '../asked.js'
import { three } from '../bodies.js'
import { stopExamination } from './stop-forms.js'
import { takingDown } from '../yearly-review/consequence-forms.js'
import { cd, clocked, endVia, losesName, onward, stepsOf, wd, within } from '../telling.js'

/** E6: the case is frozen; compliance decides in 10 wd, else the board does. Whoever raised the stop does not lift it. */
export const stopSteps = stepsOf('yearly_review', {
  E6a: {
    name: 'integrity_stop',
    title: { en: 'Examine the integrity stop', 'zh-CN': '审查核实期间暂停事项' },
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E6',
    matter: 'integrity_stop',
    notByRaiser: true,
    options: { lift: onward, to_board: onward, not_answered: clocked(onward) },
    silence: 'not_answered',
    labels: { lift: { en: 'Lift the stop', 'zh-CN': '解除暂停' } },
    setsAside: { option: 'lift', kind: 'override' },
    begins: true,
    form: stopExamination,
    seen: 'CPL',
  },
  E6b: {
    name: 'integrity_stop_board',
    title: { en: 'Decide on the integrity stop as the Board', 'zh-CN': '理事会审议核实期间暂停事项' },
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'integrity_stop',
    notByRaiser: true,
    decides: { ...three('BD'), otherwise: 'lift' },
    options: { lift: onward, end: endVia('red', { via: ['E6c'], codes: ['INT', 'LAB', 'ENV'] }) },
    labels: { lift: { en: 'Lift the stop', 'zh-CN': '解除暂停' } },
    asksInterest: true,
    duties: ['vote'],
    apart: { SD2: ['E6a'] },
    inPerson: 'SD7',
    setsAside: { option: 'lift', kind: 'override' },
  },
  // As after a withdrawal (8.11), but a step of the stop: all others stand still until the base has ended.
  E6c: {
    name: 'integrity_stop_taking_down',
    title: {
      en: 'Take down name, logo and plaque after the stop',
      'zh-CN': '核实期间暂停终结后停用名称和标识并摘下牌匾',
    },
    asks: asked(
      [
        'end the use of name and logo, take down the plaque, and send photographs',
        '停用名称和标识、摘下牌匾并提供照片',
      ],
      { silence: silent.notShown },
    ),
    role: 'LG',
    due: within(cd(30)),
    escalation: 'E5',
    matter: 'integrity_stop',
    options: { removed: losesName, not_proven: clocked(losesName) },
    silence: 'not_proven',
    labels: { not_proven: { en: 'Taking down not proven in time', 'zh-CN': '逾期未证明停用名称、摘下牌匾' } },
    rests: ['E6b'],
    duties: ['taking_down'],
    form: takingDown,
    seen: 'CPL',
  },
})
