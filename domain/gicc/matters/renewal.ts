import { asked, silent } from '../asked.js'
import { signature } from './amendment-forms.js'
import { renewalAgreement, renewalRequest } from './renewal-forms.js'
import { cd, clocked, coded, end, onward, stepsOf, wd, within } from '../telling.js'
import type { ReasonCode } from '../../reason-code.js'

/** The place asks and both sides sign in the grace after the term at the latest: it ends for whoever has not, by itself (E5). */
const inGrace = { due: { from: 'term', days: cd(90) }, escalation: 'E5', silence: 'window_closed' } as const
const graceOver = clocked(end('expired', ['LAT']))
/** The term runs out by a signature that is declined: so the end of the base bears its code, and not that of another side (8.14). */
const renews = (...codes: readonly ReasonCode[]) => ({
  signed: onward,
  declined: coded(onward, ...codes),
  window_closed: graceOver,
})

/** 3.13, 9: renewed for another term on green in the last two reviews, in the grace after the end at the latest (12). */
export const renewalSteps = stepsOf('yearly_review', {
  '3.13e': {
    name: 'renewal_request',
    title: { en: 'Ask for the renewal or let the term end', 'zh-CN': '申请续期或到期终止' },
    asks: asked(['say whether you ask for the renewal', '答复是否续期'], { silence: silent.expiry }),
    ...inGrace,
    role: 'LG',
    matter: 'renewal',
    options: { renew: onward, let_end: onward, window_closed: graceOver },
    labels: { window_closed: { en: 'The grace after the term ended', 'zh-CN': '宽限期届满' } },
    begins: true,
    form: renewalRequest,
  },
  '3.13f': {
    name: 'renewal_agreement',
    title: { en: 'Decide on the renewal', 'zh-CN': '审核续期申请' },
    role: 'PD',
    due: within(wd(20)),
    escalation: 'E1',
    matter: 'renewal',
    options: { agree: onward, refuse: coded(onward, 'PLN', 'INT', 'GOV', 'FIN') },
    labels: {
      agree: { en: 'Agree to the renewal', 'zh-CN': '同意续期' },
      refuse: { en: 'Refuse the renewal', 'zh-CN': '不同意续期' },
    },
    apart: { SD1: ['3.13e'] },
    supports: 'green_years',
    form: renewalAgreement,
    conditions: { proposes: true, fixes: ['agree'] },
    seen: 'PRG',
  },
  '3.13g': {
    name: 'renewal_signature_programme',
    title: { en: 'Sign the renewal for the programme', 'zh-CN': '联盟签署续期文本' },
    ...inGrace,
    role: 'AS',
    matter: 'renewal',
    sees: 'mou_text',
    options: renews('PLN', 'INT', 'GOV', 'FIN', 'TXT'),
    labels: { window_closed: { en: 'The grace after the term ended', 'zh-CN': '宽限期届满' } },
    duties: ['signature'],
    apart: { SD1: ['3.2a', '3.2b', '3.7a'] },
    form: signature,
  },
  '3.13h': {
    name: 'renewal_signature_government',
    title: { en: 'Sign the renewal for the local side', 'zh-CN': '政府签署续期文本' },
    asks: asked(['sign the renewal', '签署续期文本'], { silence: silent.expiry }),
    ...inGrace,
    role: 'AL',
    matter: 'renewal',
    sees: 'mou_text',
    options: renews('WDR', 'GOV', 'FIN', 'TXT'),
    labels: { window_closed: { en: 'The grace after the term ended', 'zh-CN': '宽限期届满' } },
    duties: ['signature'],
    apart: { SD2: ['3.13g'] },
    form: signature,
  },
  '3.13i': {
    name: 'term_end',
    title: { en: 'The term of the memorandum runs out', 'zh-CN': '备忘录期满' },
    role: 'PD',
    due: { from: 'term', days: cd(0) },
    escalation: 'E1',
    matter: 'renewal',
    decides: { by: 'clock', option: 'term_over' },
    options: { term_over: clocked({ leads: { end: 'expired', via: [] } }) },
  },
})
