import { match, rescreening } from './integrity-forms.js'
import { onward, coded, stepsOf, wd, within } from '../telling.js'

/** 1.6, every three months: who finds nothing is believed; what is found a second officer examines. A bar stops the base (E6). */
export const rescreeningSteps = stepsOf('nomination', {
  '1.6d': {
    name: 'rescreening',
    title: { en: 'Screen again for integrity and sanctions', 'zh-CN': '开展定期诚信核查' },
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E1',
    matter: 'rescreening',
    options: { clear: onward, match: coded(onward, 'INT') },
    labels: { clear: { en: 'Find no match', 'zh-CN': '认定无匹配记录' } },
    screens: { clear: 'clear', match: 'open_hit' },
    begins: true,
    form: rescreening,
    seen: 'CPL',
  },
  '1.6e': {
    name: 'rescreening_match',
    title: { en: 'Examine the match found when screening again', 'zh-CN': '核查定期筛查发现的疑似匹配事项' },
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E6',
    matter: 'rescreening',
    notByWhoDid: '1.6d',
    rests: ['1.6d'],
    examines: '1.6d',
    options: { clear: onward, barred: coded(onward, 'INT') },
    labels: { clear: { en: 'Find no bar', 'zh-CN': '认定无禁止情形' } },
    screens: { clear: 'no_bar', barred: 'barred' },
    setsAside: { option: 'clear', kind: 'override' },
    form: match,
    seen: 'CPL',
  },
})
