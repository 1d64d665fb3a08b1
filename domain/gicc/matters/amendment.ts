import { asked, silent } from '../asked.js'
import { amendmentClearance, amendmentDraft, signature } from './amendment-forms.js'
import { cd, clocked, onward, saying, stepsOf, wd, within } from '../telling.js'

/** What is left lying lapses: the memorandum stays as it was. */
const lapses = { not_answered: clocked(onward) }
const signs = { signed: onward, declined: saying(onward), ...lapses }

/** 3.13: one text agreed by both sides and signed by both, as the first one was. */
export const amendmentSteps = stepsOf('yearly_review', {
  '3.13a': {
    name: 'amendment_draft',
    title: { en: 'Draft the amendment', 'zh-CN': '起草修订文本' },
    role: 'LC',
    due: within(wd(10)),
    escalation: 'E1',
    matter: 'amendment',
    notByRaiser: true,
    options: { ready: onward, object: saying(onward), ...lapses },
    // The memorandum stays as it was, and whoever raised it may do so again at once.
    silence: 'not_answered',
    labels: { ready: { en: 'Pass on the amendment', 'zh-CN': '修订文本定稿送审' } },
    begins: true,
    form: amendmentDraft,
  },
  '3.13b': {
    name: 'amendment_clearance',
    title: { en: 'Clear the amendment on the local side', 'zh-CN': '政府审核修订文本' },
    asks: asked(['clear the amendment', '审核修改文本'], { silence: silent.amendment }),
    role: 'LX',
    due: within(wd(30)),
    escalation: 'E2',
    weighty: ['clear'],
    matter: 'amendment',
    options: { clear: onward, refuse: saying(onward), ...lapses },
    silence: 'not_answered',
    form: amendmentClearance,
  },
  '3.13c': {
    name: 'amendment_signature_programme',
    title: { en: 'Sign the amendment for the programme', 'zh-CN': '联盟签署修订文本' },
    role: 'AS',
    due: within(cd(60)),
    escalation: 'E2',
    matter: 'amendment',
    weighty: ['signed'],
    sees: 'mou_text',
    options: signs,
    silence: 'not_answered',
    duties: ['signature'],
    apart: { SD1: ['3.2a', '3.2b', '3.7a', '3.13a'] },
    form: signature,
  },
  '3.13d': {
    name: 'amendment_signature_government',
    title: { en: 'Sign the amendment for the local side', 'zh-CN': '政府签署修订文本' },
    asks: asked(['sign the amendment', '签署修改文本'], { silence: silent.amendment }),
    role: 'AL',
    due: within(cd(60)),
    escalation: 'E2',
    matter: 'amendment',
    weighty: ['signed'],
    sees: 'mou_text',
    options: signs,
    silence: 'not_answered',
    duties: ['signature'],
    apart: { SD2: ['3.13c'] },
    form: signature,
  },
})
