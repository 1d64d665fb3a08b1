import { asked, silent } from '../asked.js'
import { completeness } from './completeness-forms.js'
import { completion, dossier } from './dossier-forms.js'
import { interest, interestReply } from './intake-forms.js'
import { back, clocked, coded, end, onward, stepsOf, wd, within } from '../telling.js'

/** Stage 1, the way in (R1): interest, dossier, completeness. 1.1 belongs to the programme, which opens the call. */
export const intakeSteps = stepsOf('nomination', {
  '1.2a': {
    name: 'interest',
    title: { en: 'Express interest', 'zh-CN': '提交合作意向函' },
    asks: asked(['send a letter of interest', '提交合作意向函'], { silence: silent.window }),
    role: 'LG',
    due: { from: 'window' },
    escalation: 'E5',
    options: {
      sent: onward,
      withdraw: end('withdrawn_by_nominee', ['WDR']),
      window_closed: clocked(end('declined', ['LAT'])),
    },
    silence: 'window_closed',
    form: interest,
    withFile: 'sent',
    begins: true,
  },
  '1.2b': {
    name: 'interest_reply',
    title: { en: 'Reply to the expression of interest', 'zh-CN': '答复合作意向函' },
    role: 'PM',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      invite: onward,
      wait: end('declined', ['CAP', 'QUO', 'INC']),
      decline: end('declined', ['INE', 'CAP', 'QUO', 'SCA']),
    },
    labels: { decline: { en: 'Decline the interest', 'zh-CN': '不予受理' } },
    form: interestReply,
    rests: ['1.2a'],
    duties: ['management'],
    withFile: 'invite',
  },
  '1.3': {
    name: 'dossier',
    title: { en: 'Submit the dossier', 'zh-CN': '提交申报材料' },
    asks: asked(['hand in the dossier (14 parts, both languages)', '提交申报材料（14项，中英文）'], {
      silence: silent.window,
    }),
    role: 'LG',
    due: { from: 'window' },
    escalation: 'E5',
    brings: 'dossier',
    form: dossier,
    options: {
      submit: onward,
      withdraw: end('withdrawn_by_nominee', ['WDR']),
      window_closed: clocked(end('declined', ['LAT'])),
    },
    silence: 'window_closed',
    labels: { submit: { en: 'Submit the dossier', 'zh-CN': '提交申报材料' } },
    lockedBy: { step: '1.4a', option: 'complete' },
  },
  '1.4a': {
    name: 'completeness',
    title: { en: 'Check the dossier for completeness', 'zh-CN': '核对申报材料是否齐全' },
    role: 'SO',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      complete: onward,
      return: coded(back('1.4b', { limit: 1 }), 'INC'),
      refuse: end('declined', ['INC', 'LAT', 'QUO']),
    },
    labels: {
      return: { en: 'Return for completion', 'zh-CN': '退回补正' },
      refuse: { en: 'Refuse the dossier', 'zh-CN': '不予受理' },
    },
    rests: ['1.3', '1.4b'],
    duties: ['screening'],
    form: completeness,
    supports: 'dossier_complete',
  },
  '1.4b': {
    name: 'completion',
    title: { en: 'Complete the dossier', 'zh-CN': '补正申报材料' },
    asks: asked(['complete the parts listed', '补齐所列申报材料'], { silence: silent.hold }),
    role: 'LG',
    due: within(wd(15)),
    escalation: 'E2',
    brings: 'dossier',
    form: completion,
    options: { completed: onward, withdraw: end('withdrawn_by_nominee', ['WDR']) },
    lockedBy: { step: '1.4a', option: 'complete' },
  },
})
