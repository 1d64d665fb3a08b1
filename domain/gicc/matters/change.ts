import { three } from '../bodies.js'
import { change, changeVote, reassessment } from './change-forms.js'
import { coded, endVia, onward, saying, stepsOf, wd, within } from '../telling.js'

/**
 * 8.10: a boundary change under a tenth of the area may be noted; a tenth or more asks for a new assessment. That a signatory has left
 * before signing is found here and not by whoever says so.
 */
export const changeSteps = stepsOf('yearly_review', {
  '8.10a': {
    name: 'change',
    title: { en: 'Examine the change of circumstances', 'zh-CN': '审查情况变更' },
    role: 'SO',
    due: within(wd(10)),
    escalation: 'E1',
    matter: 'change',
    notByRaiser: true,
    options: { noted: onward, assess: onward, authority_anew: saying(onward) },
    fells: 'authority_anew',
    duties: ['screening'],
    supports: 'boundary',
    begins: true,
    form: change,
    seen: 'PRG',
  },
  '8.10b': {
    name: 'reassessment',
    title: { en: 'Assess the changed place anew', 'zh-CN': '对变更后的地区重新评估' },
    role: 'SV',
    due: within(wd(30)),
    escalation: 'E1',
    matter: 'change',
    options: { holds: onward, fails: coded(onward, 'DAT', 'GOV', 'VCH', 'SCA') },
    form: reassessment,
    seen: 'PRG',
  },
  '8.10c': {
    name: 'change_decision',
    title: { en: 'Decide after the new assessment', 'zh-CN': '重新评估后作出决定' },
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'change',
    decides: { ...three('BD'), otherwise: 'keep' },
    options: { keep: onward, end: endVia('red', { via: ['5.12b'], codes: ['DAT', 'GOV', 'VCH', 'SCA'] }) },
    asksInterest: true,
    duties: ['vote'],
    apart: { SD1: ['8.10a', '8.10b'] },
    inPerson: 'SD7',
    form: changeVote,
    seen: 'COM',
  },
})
