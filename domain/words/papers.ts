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
  public_notice: { en: 'Public notice', 'zh-CN': '公示' },
  approval_resolution: { en: 'Resolution on the establishment', 'zh-CN': '确认共建的决议' },
  concordance_certificate: { en: 'Certificate of concordance', 'zh-CN': '文本一致性证明' },
  authority_record: { en: 'Record of authority', 'zh-CN': '签署授权确认书' },
  custody_record: { en: 'Record of signature and originals', 'zh-CN': '签署与正本保管记录' },
  name_licence: { en: 'Licence of name, logo and plaque', 'zh-CN': '名称、标识和牌匾使用许可书' },
  improvement_plan: { en: 'Improvement plan', 'zh-CN': '改进方案' },
  session_minutes: { en: 'Minutes of a sitting', 'zh-CN': '会议纪要' },
  redress_decision: { en: 'Decision on a re-examination', 'zh-CN': '复核决定书' },
}
