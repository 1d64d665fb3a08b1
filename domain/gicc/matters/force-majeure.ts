import { forceMajeure } from './stop-forms.js'
import { onward, saying, stepsOf, wd, within } from '../telling.js'

/** 8.5, R2: an active base is held for force majeure until a day that is named with it, and by two people. */
export const forceMajeureSteps = stepsOf('yearly_review', {
  '8.5a': {
    name: 'force_majeure_hold',
    title: { en: 'Hold the base for force majeure or not', 'zh-CN': '审议因不可抗力暂停办理' },
    role: 'PD',
    due: within(wd(5)),
    escalation: 'E1',
    matter: 'force_majeure',
    notByRaiser: true,
    options: { hold: onward, refuse: saying(onward) },
    labels: { refuse: { en: 'Do not hold the base', 'zh-CN': '不予暂停办理' } },
    begins: true,
    form: forceMajeure,
    seen: 'PRG',
  },
})
