import { checkNames } from './fault.js'
import type { Said } from './fault.js'
import type { Cosigned } from './check-witnesses.js'
import type { Stamped, Verdict } from './verdict.js'
import { defined } from './defined.js'
import { withDays } from './moments.js'

export type Language = keyof Said

/** The verdict in words, a line for each check. */
export function told(
  { faults, figures, manifest, keys, keysFrom, verifier, last, sound, first, ...seen }: Verdict,
  { language, kept, witnesses = 0 }: Wanted,
): string {
  const failed = new Map(faults.map((one) => [one.check, one]))
  const lines = Object.entries(checkNames).flatMap(([name, says]) => {
    if ((name === 'replay' || name === 'exceptions') && figures['replayed'] === undefined) return []
    if ((name === 'kept' && kept === 0) || (name === 'witnesses' && witnesses === 0)) return []
    if (name === 'stamps' && seen.stamped === undefined) return []
    const bad = [...failed.values()].some(({ check }) => check === name)
    return [`${bad ? '✗' : '✓'} ${says[language]}`]
  })
  const counted = Object.entries(figures).map(([name, count]) => `${figureNames[name]?.[language] ?? name} ${count}`)
  return [
    ...(manifest === undefined ? [] : [words.about[language](manifest.subject, manifest.madeAt)]),
    ...(manifest === undefined ? [] : lines),
    ...(counted.length === 0 ? [] : [counted.join(language === 'en' ? ', ' : '，')]),
    ...(last === undefined ? [] : [words.last[language](last)]),
    ...(seen.cosigned ?? []).map((one) => words.cosigned[language](one)),
    ...strongestOfEach(seen.stamped ?? []).map((one) => words.stamped[language](one)),
    ...keys.map((key) => `${(seen.unused?.includes(key) === true ? words.unused : words.key)[language]} ${key}`),
    ...(keysFrom === undefined ? [] : [words.from[keysFrom][language]]),
    ...(verifier === undefined ? [] : [words.verifier[language](verifier)]),
    ...(sound && kept === 0 ? [words.nothingKept[language]] : []),
    ...(manifest !== undefined && figures['replayed'] === undefined ? [words.notChecked[language]] : []),
    sound ? words.sound[language] : `${words.bad[language]} ${first?.says[language] ?? ''}`,
    ...faults.slice(1, 6).map(({ says }) => `${words.also[language]} ${says[language]}`),
  ]
    .map((line) => withDays(line, language))
    .join('\n')
}

/** The verdict as one JSON value. */
export const asJson = ({ manifest, ...verdict }: Verdict): object => ({
  ...verdict,
  ...defined({
    manifest: manifest === undefined ? undefined : { ...manifest, files: Object.fromEntries(manifest.files) },
  }),
})

interface Wanted {
  readonly language: Language
  /** How many checkpoints the auditor brought along. */
  readonly kept: number
  /** How many witnesses must have cosigned. */
  readonly witnesses?: number
}

/** Of each authority the stamp on the largest checkpoint, and of several on it the earliest: it says the most. */
const strongestOfEach = (stamped: readonly Stamped[]): readonly Stamped[] => [
  ...new Map(
    stamped
      .toSorted((one, other) => one.size - other.size || Date.parse(other.at) - Date.parse(one.at))
      .map((one) => [one.authority, one]),
  ).values(),
]

const figureNames: Readonly<Record<string, Said>> = {
  entries: { en: 'entries', 'zh-CN': '记录' },
  streams: { en: 'streams', 'zh-CN': '记录流' },
  checkpoints: { en: 'checkpoints', 'zh-CN': '检查点' },
  signatures: { en: 'signatures', 'zh-CN': '签名' },
  cosignatures: { en: 'cosignatures of witnesses', 'zh-CN': '见证方联署' },
  untrue: {
    en: 'cosignatures that are not those of the key they name, which count for nothing',
    'zh-CN': '与所称密钥不符的联署（不予计入）',
  },
  unknown: { en: 'signatures of others, not checked', 'zh-CN': '其他签名（未核验）' },
  stamps: {
    en: 'time stamps, not checked (cornerstone verify --authority checks them)',
    'zh-CN': '时间戳（未核验；请用 cornerstone verify --authority 核验）',
  },
  othersStamps: { en: 'time stamps of others, not checked', 'zh-CN': '其他机构的时间戳（未核验）' },
  stamped: { en: 'true time stamps', 'zh-CN': '属实的时间戳' },
  proofs: { en: 'proofs', 'zh-CN': '证明' },
  rules: { en: 'rule sets', 'zh-CN': '规则版本' },
  papers: { en: 'papers', 'zh-CN': '文书' },
  exhibits: { en: 'exhibits', 'zh-CN': '佐证材料' },
  texts: { en: 'texts', 'zh-CN': '文本' },
  erased: { en: 'of them erased', 'zh-CN': '其中已清除' },
  versions: { en: 'versions of texts', 'zh-CN': '文本版本' },
  sealed: { en: 'sealed histories under the checkpoint', 'zh-CN': '检查点所涵盖的封存历史' },
  open: { en: 'histories this checkpoint does not vouch for yet', 'zh-CN': '本检查点尚未涵盖的历史' },
  witnessed: { en: 'entries the histories tell alike', 'zh-CN': '运行历史所载一致的记录' },
  acts: { en: 'acts', 'zh-CN': '办理行为' },
  replayed: { en: 'replayed bases', 'zh-CN': '重演基地' },
}

const words = {
  about: {
    en: (subject: string, madeAt: string) => `Evidence of ${subject}, made ${madeAt}`,
    'zh-CN': (subject: string, madeAt: string) => `${subject}的证据，制作于${madeAt}`,
  },
  last: {
    en: ({ size, root, time }: { size: number; root: string; time: string }) =>
      `last checkpoint ${size}:${root.slice(0, 16)} of ${time}`,
    'zh-CN': ({ size, root, time }: { size: number; root: string; time: string }) =>
      `最后检查点 ${size}:${root.slice(0, 16)}（${time}）`,
  },
  cosigned: {
    en: ({ witness, size, at }: Cosigned) => `checkpoint ${size} was cosigned at ${at} by ${witness}`,
    'zh-CN': ({ witness, size, at }: Cosigned) => `检查点 ${size} 由${witness}于${at}联署`,
  },
  stamped: {
    en: ({ size, at, authority }: Stamped) => `checkpoint ${size} existed at ${at}, says ${authority}`,
    'zh-CN': ({ size, at, authority }: Stamped) => `检查点 ${size} 在${at}已存在（${authority}证明）`,
  },
  key: { en: 'signed with', 'zh-CN': '签名密钥' },
  unused: {
    en: 'believed, but has signed no checkpoint of this file and not its statement:',
    'zh-CN': '已采信，但未签署本文件的任何检查点及说明：',
  },
  from: {
    given: { en: 'These are keys you gave; no other was believed.', 'zh-CN': '以上为您提供的密钥；未采信其他密钥。' },
    kept: {
      en: 'The key is that of the checkpoint you kept, and those it vouched for.',
      'zh-CN': '密钥来自您留存的检查点，以及由其担保的密钥。',
    },
    file: {
      en: 'THE KEY CAME FROM THE FILE ITSELF: anybody can make a file that fits with a key of his own. Give the true one with --key.',
      'zh-CN': '密钥来自文件本身：任何人都可用自己的密钥制作相符的文件。请用 --key 提供真实密钥。',
    },
  },
  verifier: {
    en: (hash: string) => `the verifier that was signed for (verify-evidence.mjs) has SHA-256 ${hash}`,
    'zh-CN': (hash: string) => `所签核验程序（verify-evidence.mjs）的 SHA-256 为 ${hash}`,
  },
  nothingKept: {
    en: 'No checkpoint from outside was given: a ledger that was rewritten as a whole and signed anew would not show. Give one with --checkpoint.',
    'zh-CN': '未提供外部留存的检查点：若登记被整体重写并重新签名，将无法发现。请用 --checkpoint 提供。',
  },
  notChecked: {
    en: 'Not checked here: exceptions.csv, and whether replaying the entries gives the state in bases.ndjson. cornerstone verify checks both.',
    'zh-CN':
      '此处未核验：exceptions.csv，以及由记录重演所得状态是否与 bases.ndjson 相符。cornerstone verify 可核验两者。',
  },
  sound: { en: 'Everything fits.', 'zh-CN': '全部相符。' },
  bad: { en: 'It does not fit:', 'zh-CN': '不相符：' },
  also: { en: '  also:', 'zh-CN': '  另：' },
} as const
