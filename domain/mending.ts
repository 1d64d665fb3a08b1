import type { LocalText } from './locale.js'

/** Why an operator mends what is stuck. What happened to a machine is no reason of the programme, so these are codes of their own. */
export const mendingCodes = ['TER', 'LOS', 'RST', 'FLT', 'ERR'] as const
export type MendingCode = (typeof mendingCodes)[number]

export const mendingLabels: Readonly<Record<MendingCode, LocalText>> = {
  TER: { en: 'The workflow was ended from outside', 'zh-CN': '流程被外部终止' },
  LOS: { en: 'The workflow was lost', 'zh-CN': '流程丢失' },
  RST: { en: 'A backup was restored', 'zh-CN': '已恢复备份' },
  FLT: { en: 'A fault of the machines was mended', 'zh-CN': '系统故障已排除' },
  ERR: { en: 'The command was sent by mistake', 'zh-CN': '指令误发' },
}
