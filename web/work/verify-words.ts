import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Verify a document',
  lead: 'Hand in a PDF, or its fingerprint, and see whether it is a paper of this programme: of which base, in which version, and which decision it tells of.',
  file: 'The PDF',
  fileSays: 'It is read for its fingerprint and kept nowhere.',
  or: 'Or its fingerprint (SHA-256, 64 signs)',
  verify: 'Verify',
  nothing: 'Choose a file or write a fingerprint of 64 signs from 0 to 9 and a to f.',
  ours: 'This is a paper of the programme.',
  voided: 'The decision it tells of was voided since: it no longer counts.',
  older: 'There is a newer version of it.',
  notOurs: 'No paper with this fingerprint is for your eyes.',
  notOursSays:
    'Either it is not one of ours, or one sign in it was changed, or it is of a base you do not see. A paper that was printed and scanned, or saved anew by a program, has another fingerprint.',
  another: 'Verify another document',
  base: 'Base',
  kind: 'Paper',
  version: 'Version',
  versionOf: (version: number, versions: number) => `${version} of ${versions}`,
  language: 'Language',
  languages: { en: 'English', 'zh-CN': 'Chinese' },
  made: 'Made',
  decision: 'Goes back to',
  entry: (seq: number) => `entry ${seq}`,
  rules: 'Under the rules',
  fingerprint: 'Fingerprint',
  download: 'Download the paper as it is kept',
  history: 'Look at the entry in the history',
} as const

export type VerifyWords = {
  readonly [K in keyof typeof en]: (typeof en)[K] extends string
    ? string
    : K extends 'languages'
      ? Readonly<Record<Locale, string>>
      : (typeof en)[K]
}

const chinese: VerifyWords = {
  title: '核验文件',
  lead: '提交 PDF 文件或其校验码，即可查明是否为本项目的文书：属于哪个基地、哪个版本、对应哪项决定。',
  file: 'PDF 文件',
  fileSays: '仅用于计算校验码，不予保存。',
  or: '或填写校验码（SHA-256，64位字符）',
  verify: '核验',
  nothing: '请选择文件，或填写由0至9、a至f组成的64位校验码。',
  ours: '这是本项目的文书。',
  voided: '所载决定其后已被撤销，该文书不再有效。',
  older: '该文书已有更新版本。',
  notOurs: '没有您可查看的、校验码相符的文书。',
  notOursSays:
    '该文件或非本项目文书，或内容已被改动，或属于您无权查看的基地。打印后再扫描、或经其他程序另存的文件，校验码会改变。',
  another: '核验另一份文件',
  base: '基地',
  kind: '文书',
  version: '版本',
  versionOf: (version, versions) => `第${version}版，共${versions}版`,
  language: '语言',
  languages: { en: '英文', 'zh-CN': '中文' },
  made: '制成时间',
  decision: '依据',
  entry: (seq) => `第${seq}条记录`,
  rules: '适用规则',
  fingerprint: '校验码',
  download: '下载所存文书',
  history: '在历史记录中查看该条',
}

/** What the pages by which somebody verifies a paper say. */
export const verifyWords: Readonly<Record<Locale, VerifyWords>> = { en, 'zh-CN': chinese }
