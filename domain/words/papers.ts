import type { DocumentKind } from '../document-kind.js'
import type { LocalText } from '../locale.js'

/** What people call each kind of paper. */
export const paperNames: Readonly<Record<DocumentKind, LocalText>> = {
  call_notice: { en: 'Call for nominations', 'zh-CN': '申报公告' },
  dossier_receipt: { en: 'Receipt of the dossier', 'zh-CN': '申报材料回执' },
  decision_letter: { en: 'Decision letter', 'zh-CN': '决定函' },
  feedback_sheet: { en: 'Feedback sheet', 'zh-CN': '申报反馈表' },
  due_diligence_report: { en: 'Due-diligence report', 'zh-CN': '尽职调查报告' },
  mou_text: { en: 'Text of the memorandum of understanding', 'zh-CN': '谅解备忘录文本' },
  launch_record: { en: 'Launch record', 'zh-CN': '启动记录' },
  review_letter: { en: 'Review letter', 'zh-CN': '评估结果函' },
  withdrawal_resolution: { en: 'Withdrawal resolution', 'zh-CN': '停止使用名称的决议' },
}
