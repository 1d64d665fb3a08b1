/** A sentence in the two languages of the programme. */
export interface Said {
  readonly en: string
  readonly 'zh-CN': string
}

/** Something that does not fit, in plain words, with where it is. */
export interface Fault {
  readonly check: CheckName
  readonly says: Said
  readonly stream?: string
  readonly seq?: number
}

/** What is checked, in the order in which it is told. */
export const checkNames = {
  file: { en: 'the file can be read and is whole', 'zh-CN': '文件可读且完整' },
  entries: { en: 'every entry gives its hash and continues its chain', 'zh-CN': '每条记录与其哈希一致并前后相接' },
  keys: { en: 'every checkpoint is signed by a key that is known', 'zh-CN': '每个检查点均由已知密钥签名' },
  tree: { en: 'the entries give the root of every checkpoint', 'zh-CN': '各记录可还原每个检查点的根值' },
  kept: { en: 'the checkpoints you kept fit', 'zh-CN': '您留存的检查点相符' },
  witnesses: {
    en: 'the witnesses you named have cosigned the last checkpoint',
    'zh-CN': '您指定的见证方已联署最后检查点',
  },
  stamps: { en: 'the time stamps of the authorities you gave are true', 'zh-CN': '您所提供机构的时间戳均属实' },
  state: { en: 'nothing was left off the end of a stream', 'zh-CN': '各记录流末尾无缺失' },
  proofs: { en: 'the proofs of RFC 6962 hold', 'zh-CN': 'RFC 6962 证明成立' },
  rules: { en: 'the rules are those that were in force', 'zh-CN': '所附规则即当时有效的规则' },
  documents: { en: 'every paper and every text is the one that was recorded', 'zh-CN': '每份文件和文本均与记录一致' },
  exhibits: {
    en: 'exhibits.ndjson says of each exhibit what the entries say',
    'zh-CN': 'exhibits.ndjson 所载佐证材料均与记录一致',
  },
  histories: {
    en: 'the histories of all runs are there, unchanged, and tell the same entries',
    'zh-CN': '各运行历史齐全未变，所载记录一致',
  },
  table: { en: 'entries.csv says row by row what the entries say', 'zh-CN': 'entries.csv 逐行与记录一致' },
  exceptions: {
    en: 'exceptions.csv lists every exception and nothing else',
    'zh-CN': 'exceptions.csv 所列例外不多不少',
  },
  order: { en: 'steps were taken in a legal order', 'zh-CN': '各步骤次序合规' },
  eyes: { en: 'four eyes: nobody did two acts that exclude each other', 'zh-CN': '四眼原则：无人兼任互斥事项' },
  replay: {
    en: 'the state replayed from the entries is the one that was shown',
    'zh-CN': '由记录重演的状态与所示一致',
  },
  statement: { en: 'the file holds what was signed that it has to hold', 'zh-CN': '文件内容与所签说明一致' },
  manifest: {
    en: 'every file in it is named by its hash, and nothing besides',
    'zh-CN': '各文件均按哈希列明，别无他物',
  },
} as const satisfies Record<string, Said>

export type CheckName = keyof typeof checkNames

/** A fault of a check, said in both languages. */
export const fault = (
  check: CheckName,
  { at, ...says }: Said & { readonly at?: { readonly stream: string; readonly seq?: number } },
): Fault => ({ check, says, ...at })
