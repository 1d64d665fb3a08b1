import type { LocalText } from './locale.js'

/** A sign-in, a look at what is confidential, a file that was taken along, a setting that was made (SD9, SD10). */
export const accessKinds = ['signed_in', 'read', 'exported', 'set'] as const
export type AccessKind = (typeof accessKinds)[number]

/** The same in words. */
export const accessKindLabels: Readonly<Record<AccessKind, LocalText>> = {
  signed_in: { en: 'signed in', 'zh-CN': '登录' },
  read: { en: 'read', 'zh-CN': '查看' },
  exported: { en: 'took along', 'zh-CN': '导出' },
  set: { en: 'set', 'zh-CN': '设置' },
}

/** How somebody signed in: by the provider of the installation, or by the one of a trial, where anyone can be anyone. */
export const signInMeans = ['provider', 'local'] as const
export type SignInMeans = (typeof signInMeans)[number]

/** What the token of a machine may be for: to read, and the kinds of thing that it may send. */
export const machineScopes = ['read', 'comment', 'bring', 'nominate', 'mend', 'mail'] as const
/** Those, and the one of a calendar: somebody makes it for the own dates, and it opens nothing else. */
export const tokenScopes = [...machineScopes, 'calendar'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** What was seen, taken along or set, in words. */
export const accessLabels = {
  token: { en: 'Token', 'zh-CN': '访问令牌' },
  sign_in: { en: 'Sign-in in a browser', 'zh-CN': '浏览器登录' },
  api_token: { en: 'Token of a machine', 'zh-CN': '程序令牌' },
  passkey: { en: 'Passkey', 'zh-CN': '通行密钥' },
  webhook: { en: 'Messages to other programs', 'zh-CN': '消息推送' },
  link: { en: 'Link of a letter', 'zh-CN': '函件办理链接' },
  document: { en: 'Document', 'zh-CN': '文件' },
  scan: { en: 'Scan', 'zh-CN': '扫描件' },
  exhibit: { en: 'Exhibit', 'zh-CN': '佐证材料' },
  negotiated_text: { en: 'Text that is negotiated', 'zh-CN': '磋商文本' },
  conditions: { en: 'Conditions', 'zh-CN': '附带条件' },
  follow_up: { en: 'What is followed', 'zh-CN': '跟踪事项' },
  session: { en: 'Session', 'zh-CN': '会议' },
  subjects: { en: 'Who is screened', 'zh-CN': '核查对象' },
  figures: { en: 'Indicators', 'zh-CN': '指标数据' },
  history: { en: 'Ledger of a base', 'zh-CN': '基地登记' },
  as_of: { en: 'Base as of a moment', 'zh-CN': '基地时点状态' },
  diff: { en: 'What changed between two moments', 'zh-CN': '两个时点之间的变化' },
  portfolio: { en: 'Portfolio as of a moment', 'zh-CN': '时点基地总览' },
  letters: { en: 'Letters', 'zh-CN': '函件' },
  form: { en: 'Form of a step', 'zh-CN': '步骤表格' },
  person_records: { en: 'What is kept of a person', 'zh-CN': '个人信息留存情况' },
  record_holds: { en: 'Holds on records', 'zh-CN': '记录保全' },
  retention: { en: 'Who is due for erasure', 'zh-CN': '保存期限届满人员' },
  refused_attempts: { en: 'Refused attempts', 'zh-CN': '被拒尝试' },
  access_log: { en: 'Access log', 'zh-CN': '访问日志' },
  exceptions: { en: 'Exceptions', 'zh-CN': '例外情况' },
  reconciliation: { en: 'Ledger against histories', 'zh-CN': '两证核对' },
  search: { en: 'Search', 'zh-CN': '检索' },
  evidence: { en: 'Evidence file', 'zh-CN': '证据文件' },
  mandates: { en: 'Mandates', 'zh-CN': '任命' },
  rules: { en: 'Version of the rules', 'zh-CN': '规则版本' },
  identity: { en: 'Who signs in', 'zh-CN': '登录身份' },
  identity_taken: { en: 'Who signs in no more', 'zh-CN': '撤销登录身份' },
  attestation: { en: 'Attestation of a checkpoint', 'zh-CN': '检查点证明' },
  rehearsal: { en: 'Rehearsal', 'zh-CN': '演练' },
} as const satisfies Readonly<Record<string, LocalText>>
export type AccessSubject = keyof typeof accessLabels

/** The words for what a row of the log is about; a word of former times that is no longer known stands for itself. */
export const accessLabel = (subject: string): LocalText =>
  Object.entries(accessLabels).find(([known]) => known === subject)?.[1] ?? { en: subject, 'zh-CN': subject }
