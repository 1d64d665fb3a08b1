import { serviceAnswer, serviceMark, serviceRequest } from './service-request-forms.js'
import { cd, clocked, onward, stepsOf, wd, within } from '../telling.js'

/** 5.15: a member firm asks the cluster organisation for a service, is answered, and says what it thinks of that; counted and not scored. */
export const serviceRequestSteps = stepsOf('yearly_review', {
  '5.15a': {
    name: 'service_request',
    title: { en: 'Ask for a service', 'zh-CN': '提出企业服务需求' },
    role: 'EN',
    due: within(cd(30)),
    escalation: 'E2',
    matter: 'service_request',
    options: { asked: onward, left_open: clocked(onward) },
    silence: 'left_open',
    begins: true,
    onlyByRaiser: true,
    form: serviceRequest,
  },
  '5.15b': {
    name: 'service_answer',
    title: { en: 'Answer requests of member firms', 'zh-CN': '答复企业服务需求' },
    role: 'CLO',
    due: within(wd(10)),
    escalation: 'E2',
    matter: 'service_request',
    options: { replied: onward, not_answered: clocked(onward) },
    silence: 'not_answered',
    rests: ['5.15a'],
    form: serviceAnswer,
  },
  '5.15c': {
    name: 'service_mark',
    title: { en: 'Say how the service was', 'zh-CN': '评价服务' },
    role: 'EN',
    due: within(cd(30)),
    escalation: 'E2',
    matter: 'service_request',
    options: { marked: onward, not_answered: clocked(onward) },
    silence: 'not_answered',
    rests: ['5.15b'],
    onlyByRaiser: true,
    form: serviceMark,
    seen: 'FRM',
  },
})
