import { asked, silent } from '../asked.js'
import type { Form } from '../../form/form.js'
import type { LocalText } from '../../locale.js'
import type { StepKey } from '../../values/step-key.js'
import { back, coded, onward, saying, stepsOf, wd, within } from '../telling.js'
import { missionForm, missionSecondForm } from './mission-forms.js'
import { allStreamsForm, streamForm } from './stream-forms.js'
import { streamNames } from './streams.js'
import { surveyForm, surveyValidityForm } from './survey-forms.js'

/** Ratings of a work-stream, A best; any D is "not recommended" (6.3, R12). */
const ratings = {
  A: onward,
  B: onward,
  C: onward,
  D: coded(onward, 'DAT', 'GOV', 'ENV', 'LAB', 'INT', 'VCH', 'FIN', 'LEG'),
}
interface WorkStream {
  readonly name: string
  readonly title: LocalText
  readonly workStream: LocalText
  readonly form: Form
  /** Its share of the due-diligence score, of 100 (6.3). */
  readonly weight: number
  readonly sensitive?: true
}

/** A work-stream is examined by a specialist, who rates it. */
const stream = (told: WorkStream) =>
  ({
    role: 'SP',
    due: within(wd(30)),
    escalation: 'E1',
    options: ratings,
    seen: 'PRG',
    duties: ['diligence'],
    keeps: 'rating',
    ...told,
  }) as const

/** The seven work-streams of 2.3 (6.3). */
const streamSteps = stepsOf('due_diligence', {
  '2.3a': stream({
    name: 'stream_mandate',
    title: { en: 'Examine legal status and mandate', 'zh-CN': '核查法律与职权' },
    workStream: streamNames.a,
    form: streamForm('a'),
    weight: 15,
    sensitive: true,
  }),
  '2.3b': stream({
    name: 'stream_economy',
    title: { en: 'Examine economy and data', 'zh-CN': '核查经济与数据' },
    workStream: streamNames.b,
    form: streamForm('b'),
    weight: 15,
  }),
  '2.3c': stream({
    name: 'stream_value_chain',
    title: { en: 'Examine the value chain', 'zh-CN': '核查产业链' },
    workStream: streamNames.c,
    form: streamForm('c'),
    weight: 20,
  }),
  '2.3d': stream({
    name: 'stream_environment',
    title: { en: 'Examine environment and safety', 'zh-CN': '核查生态环境与安全生产' },
    workStream: streamNames.d,
    form: streamForm('d'),
    weight: 15,
  }),
  '2.3e': stream({
    name: 'stream_integrity',
    title: { en: 'Examine integrity, reputation and labour', 'zh-CN': '核查诚信、声誉与劳动用工' },
    workStream: streamNames.e,
    form: streamForm('e'),
    weight: 15,
    sensitive: true,
  }),
  '2.3f': stream({
    name: 'stream_government',
    title: { en: 'Examine government capacity and finance', 'zh-CN': '核查政府能力与财政' },
    workStream: streamNames.f,
    form: streamForm('f'),
    weight: 15,
  }),
  '2.3g': stream({
    name: 'stream_support',
    title: { en: 'Examine the support of enterprises', 'zh-CN': '核查企业支持情况' },
    workStream: streamNames.g,
    form: streamForm('g'),
    weight: 5,
  }),
})

/** Their keys: what is asked of the place opens them all, and the report rests on them all. */
export const workStreams: readonly StepKey[] = Object.keys(streamSteps)

/** Stage 2: the work-streams stand beside the survey (2.4) and the site mission (2.5). */
export const workStreamSteps = {
  ...streamSteps,
  ...stepsOf('due_diligence', {
    // One report in place of the seven (R18).
    '2.3': {
      ...stream({
        name: 'work_streams',
        title: { en: 'Examine all work-streams in one report', 'zh-CN': '综合开展各专项核查并形成一份报告' },
        workStream: { en: 'All work-streams together', 'zh-CN': '各专项合并核查' },
        form: allStreamsForm,
        weight: 100,
      }),
      only: 'light',
    },
    '2.4a': {
      name: 'survey',
      title: { en: 'Send out the enterprise survey', 'zh-CN': '发放企业调查问卷' },
      asks: asked(['send the survey to enterprises', '向企业发放调查问卷'], { silence: silent.hold }),
      role: 'CLO',
      due: within(wd(20)),
      escalation: 'E2',
      options: { sent: onward },
      form: surveyForm,
      labels: { sent: { en: 'Send out the survey', 'zh-CN': '发放问卷' } },
    },
    '2.4b': {
      name: 'survey_validity',
      title: { en: 'Judge whether the survey is valid', 'zh-CN': '认定问卷调查有效性' },
      role: 'DL',
      due: within(wd(20)),
      escalation: 'E1',
      options: { valid: onward, repeat: back('2.4a', { limit: 1 }) },
      form: surveyValidityForm,
      seen: 'PRG',
      rests: ['2.4a'],
      duties: ['diligence'],
    },
    '2.5a': {
      name: 'mission',
      title: { en: 'Carry out the site mission', 'zh-CN': '开展实地考察' },
      role: 'SV',
      due: within(wd(13)),
      escalation: 'E1',
      options: { done: onward, partial: saying(onward), refused_access: coded(onward, 'GOV', 'DAT') },
      form: missionForm,
      seen: 'PRG',
      duties: ['diligence'],
    },
    '2.5b': {
      name: 'mission_second',
      title: { en: 'Confirm the mission report as second visitor', 'zh-CN': '第二人确认实地考察报告' },
      role: 'SV',
      due: within(wd(10)),
      escalation: 'E1',
      options: { agree: onward, differ: back('2.5a', { limit: 1 }) },
      form: missionSecondForm,
      seen: 'PRG',
      rests: ['2.5a'],
      duties: ['diligence'],
      apart: { SD2: ['2.5a'] },
    },
  }),
}
