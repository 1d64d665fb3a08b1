import { asked, silent } from '../asked.js'
import { closingReport, settlement } from './ending-forms.js'
import { cd, clocked, coded, onward, stepsOf, wd, within } from '../telling.js'

/** 3.13, 9: ninety days' notice, a closing report, and what was not spent is accounted for. */
export const endingSteps = stepsOf('yearly_review', {
  '3.13k': {
    name: 'ending_notice',
    title: { en: 'The notice of ending runs', 'zh-CN': '终止通知期' },
    role: 'PD',
    due: within(cd(90)),
    escalation: 'E1',
    matter: 'ending',
    decides: { by: 'clock', option: 'notice_over' },
    options: { notice_over: clocked(onward) },
    begins: true,
  },
  '3.13l': {
    name: 'closing_report',
    title: { en: 'Hand in the closing report', 'zh-CN': '提交终止报告' },
    asks: asked(['hand in the closing report', '提交总结报告'], { silence: silent.withoutIt }),
    role: 'CLO',
    due: within(wd(30)),
    escalation: 'E2',
    matter: 'ending',
    options: { reported: onward, report_missing: clocked(coded(onward, 'REP')) },
    silence: 'report_missing',
    form: closingReport,
  },
  '3.13m': {
    name: 'unspent_funds',
    title: { en: 'Account for what was not spent', 'zh-CN': '结清未使用资金' },
    role: 'FO',
    due: within(wd(20)),
    escalation: 'E1',
    matter: 'ending',
    notByRaiser: true,
    options: {
      settled: { leads: { end: 'ended_by_agreement', via: [] } },
      returned: coded({ leads: { end: 'ended_by_agreement', via: [] } }, 'FIN'),
      claimed: coded({ leads: { end: 'ended_by_agreement', via: [] } }, 'FIN'),
    },
    labels: { returned: { en: 'Find the rest returned', 'zh-CN': '认定余款已退回' } },
    apart: { SD1: ['3.13l'] },
    form: settlement,
    seen: 'PRG',
  },
})
