import type { Locale, LocalText } from '../locale.js'
import type { ReasonCode } from '../reason-code.js'
import { wordOf } from './word-of.js'

/** The reason codes (8.14) as clauses without a full stop, so that a form and a letter say the same. */
export const reasonCodeLabels: Readonly<Record<ReasonCode, LocalText>> = {
  INC: { en: 'The dossier is incomplete', 'zh-CN': '申报材料不完整' },
  INE: { en: 'A condition of eligibility is not met', 'zh-CN': '不符合资格条件' },
  CAP: {
    en: 'The cap for the industry category or the territory is reached',
    'zh-CN': '所属行业类别或所在区域的名额已满',
  },
  QUO: { en: 'The number of nominations allowed is exceeded', 'zh-CN': '超出推荐名额' },
  INT: { en: 'Integrity screening raised a finding', 'zh-CN': '诚信核查发现问题' },
  DAT: { en: 'The data submitted could not be relied upon', 'zh-CN': '所报数据不可靠' },
  SCA: { en: 'The scale of the cluster is not sufficient', 'zh-CN': '产业集群规模未达要求' },
  VCH: { en: 'The value chain is not sufficiently complete', 'zh-CN': '产业链完整程度未达要求' },
  COM: { en: 'Global competitiveness is not sufficiently shown', 'zh-CN': '国际竞争力未达要求' },
  GOV: {
    en: 'The capacity or commitment of the government is not sufficient',
    'zh-CN': '地方政府保障能力或支持力度不足',
  },
  ENV: { en: 'A finding on environment or safety stands against it', 'zh-CN': '生态环境或安全生产方面存在问题' },
  LAB: { en: 'A finding on labour stands against it', 'zh-CN': '劳动用工方面存在问题' },
  FIN: { en: 'The funds are not secured', 'zh-CN': '资金未落实' },
  LEG: { en: 'Legal presence or competence is not proven', 'zh-CN': '法律主体资格或签署权限未获证明' },
  TXT: { en: 'The participants did not agree on the text', 'zh-CN': '双方未能就文本达成一致' },
  LAT: { en: 'The time allowed has passed', 'zh-CN': '逾期未办理' },
  REP: { en: 'The report was not submitted', 'zh-CN': '未按要求提交报告' },
  PLN: { en: 'The plan was not delivered', 'zh-CN': '工作计划未完成' },
  WDR: { en: 'The partner has withdrawn', 'zh-CN': '合作方主动退出' },
  FMJ: { en: 'Force majeure', 'zh-CN': '不可抗力' },
}

/** What a reason code means, without a full stop. An unknown code comes back as it is. */
export const reasonCodeLabel = (code: string, locale: Locale): string => wordOf(reasonCodeLabels, { key: code, locale })
