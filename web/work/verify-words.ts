import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Verify a document',
  lead: 'Hand in a PDF, or its fingerprint, and see whether it is a paper of this programme: of which base, in which version, and which decision it tells of.',
  file: 'The PDF',
  fileSays: 'It is read for its fingerprint and kept nowhere.',
  code: 'The code of a letter or a paper, or a fingerprint',
  codeSays:
    'As it stands at the foot of a letter (such as 9F00-FEF2-9F83), in a list of papers (twelve signs), or whole (SHA-256, 64 signs); or hand in the file below.',
  verify: 'Verify',
  empty: 'Write a code, or choose a file.',
  misfit:
    'What was typed is no code: one has 8 to 64 signs from 0 to 9 and a to f; hyphens and spaces between them do not matter. It stands below as you typed it.',
  entryFits: (base: string, seq: number) => `The code fits entry ${seq} of ${base}, as the record holds it now.`,
  paperFits: 'A fingerprint of this paper begins with the code:',
  noneFound: 'Nothing with this code is for your eyes.',
  noneFoundSays:
    'Either a sign of it was mistyped, or it is not of this programme, or of a base you do not see. Compare it with the letter or the list, sign by sign.',
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
  seal: 'Seal in the file',
  noSeal: 'none',
  sealUnread: 'cannot be looked at now: the file cannot be had from the store. Come back later.',
  sealHolds: (subject: string) => `true of the whole file; its certificate names ${subject}`,
  sealBroken: 'not true of this file',
  sealSays: 'Fingerprint of the certificate, to be compared with what the programme has published:',
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
  code: '函件或文书的校验码',
  codeSays:
    '可填写函件末尾所载校验码（例如 9F00-FEF2-9F83）、文书列表中的十二位校验码，或完整校验码（SHA-256，64位字符）；也可在下方提交文件。',
  verify: '核验',
  empty: '请填写校验码或选择文件。',
  misfit: '所填内容不是校验码：校验码由8至64位0至9、a至f组成，其间的连字符和空格不影响核验。所填内容保留于下方。',
  entryFits: (base, seq) => `该校验码与${base}现有登记第${seq}条相符。`,
  paperFits: '下列文书的校验码以此开头：',
  noneFound: '没有您可查看的、与该校验码相符的内容。',
  noneFoundSays: '可能填写有误，或并非本项目所有，或属于您无权查看的基地。请与函件或列表逐位核对。',
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
  seal: '文件内电子印章',
  noSeal: '无',
  sealUnread: '暂时无法查看：目前无法从文件库取得该文件，请稍后再试。',
  sealHolds: (subject) => `与全文相符；证书载明的持有人：${subject}`,
  sealBroken: '与本文件不符',
  sealSays: '证书校验码（请与项目公布的校验码核对）：',
  fingerprint: '校验码',
  download: '下载所存文书',
  history: '在历史记录中查看该条',
}

/** What the pages by which somebody verifies a paper say. */
export const verifyWords: Readonly<Record<Locale, VerifyWords>> = { en, 'zh-CN': chinese }
