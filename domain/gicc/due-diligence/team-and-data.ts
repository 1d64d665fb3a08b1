import { asked, silent } from '../asked.js'
import { dataAnswerForm, dataRequestForm, firmAnswerForm } from './data-forms.js'
import { teamForm, teamInterestsForm } from './team-forms.js'
import { back, onward, saying, stepsOf, wd, within } from '../telling.js'

const answer = {
  due: within(wd(20)),
  escalation: 'E2',
  options: { answered: onward, partly: saying(onward), refuse: saying(onward) },
} as const

/** Stage 2: who looks, free of interests, and what they ask for. */
export const teamAndDataSteps = stepsOf('due_diligence', {
  '2.1a': {
    name: 'team',
    title: { en: 'Appoint the due-diligence team', 'zh-CN': '组建尽职调查组' },
    role: 'PD',
    due: within(wd(10)),
    escalation: 'E1',
    brings: 'team',
    form: teamForm,
    seen: 'PRG',
    options: { appoint: onward },
    begins: true,
  },
  '2.1b': {
    name: 'team_interests',
    title: { en: 'Check the interests of the team', 'zh-CN': '审查调查组成员利益冲突' },
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E1',
    options: { confirm: onward, replace: back('2.1a', { limit: 2 }) },
    form: teamInterestsForm,
    seen: 'CPL',
    labels: { confirm: { en: 'Confirm the team', 'zh-CN': '确认调查组组成' } },
    rests: ['2.1a'],
    apart: { SD1: ['2.1a'] },
  },
  '2.2a': {
    name: 'data_request',
    title: { en: 'Request the data', 'zh-CN': '发出资料清单' },
    role: 'DL',
    due: within(wd(10)),
    escalation: 'E1',
    options: { ask: onward },
    form: dataRequestForm,
    duties: ['diligence'],
  },
  '2.2b': {
    name: 'data_government',
    title: { en: 'Answer the data request as local government', 'zh-CN': '地方政府提供资料' },
    asks: asked(['answer the data request', '按清单提供资料'], { silence: silent.hold }),
    role: 'LG',
    ...answer,
    form: dataAnswerForm,
    labels: { refuse: { en: 'Refuse to answer', 'zh-CN': '拒绝提供' } },
    rests: ['2.2a'],
    extension: { most: 1 },
  },
  '2.2c': {
    name: 'data_cluster',
    title: { en: 'Answer the data request as cluster organisation', 'zh-CN': '集群促进机构提供资料' },
    asks: asked(['answer the data request', '按清单提供资料'], { silence: silent.hold }),
    role: 'CLO',
    ...answer,
    form: dataAnswerForm,
    labels: { refuse: { en: 'Refuse to answer', 'zh-CN': '拒绝提供' } },
    rests: ['2.2a'],
    extension: { most: 1 },
  },
  '2.2d': {
    name: 'data_enterprise',
    title: { en: 'Answer the data request as enterprise', 'zh-CN': '企业代表提供资料' },
    asks: asked(['answer the data request', '按清单提供资料'], { silence: silent.hold }),
    role: 'EN',
    ...answer,
    form: firmAnswerForm,
    labels: { refuse: { en: 'Refuse to answer', 'zh-CN': '拒绝提供' } },
    rests: ['2.2a'],
    extension: { most: 1 },
  },
})
