import { checkNames } from './fault.js'
import type { Said } from './fault.js'
import type { Verdict } from './verdict.js'

export type Language = keyof Said

/** The verdict in words, a line for each check. */
export function told(
  { faults, figures, manifest, keys, last, sound, first }: Verdict,
  { language, kept }: Wanted,
): string {
  const failed = new Map(faults.map((one) => [one.check, one]))
  const lines = Object.entries(checkNames).flatMap(([name, says]) => {
    if ((name === 'replay' || name === 'exceptions') && figures['replayed'] === undefined) return []
    if (name === 'kept' && kept === 0) return []
    const bad = [...failed.values()].some(({ check }) => check === name)
    return [`${bad ? '✗' : '✓'} ${says[language]}`]
  })
  const counted = Object.entries(figures).map(([name, count]) => `${figureNames[name]?.[language] ?? name} ${count}`)
  return [
    ...(manifest === undefined ? [] : [words.about[language](manifest.subject, manifest.madeAt)]),
    ...(manifest === undefined ? [] : lines),
    ...(counted.length === 0 ? [] : [counted.join(language === 'en' ? ', ' : '，')]),
    ...(last === undefined ? [] : [words.last[language](last)]),
    ...keys.map((key) => `${words.key[language]} ${key}`),
    ...(sound && kept === 0 ? [words.nothingKept[language]] : []),
    sound ? words.sound[language] : `${words.bad[language]} ${first?.says[language] ?? ''}`,
    ...faults.slice(1, 6).map(({ says }) => `${words.also[language]} ${says[language]}`),
  ].join('\n')
}

interface Wanted {
  readonly language: Language
  /** How many checkpoints the auditor brought along. */
  readonly kept: number
}

const figureNames: Readonly<Record<string, Said>> = {
  entries: { en: 'entries', 'zh-CN': '记录' },
  streams: { en: 'streams', 'zh-CN': '记录流' },
  checkpoints: { en: 'checkpoints', 'zh-CN': '检查点' },
  signatures: { en: 'signatures', 'zh-CN': '签名' },
  cosignatures: { en: 'cosignatures of witnesses', 'zh-CN': '见证方联署' },
  unknown: { en: 'signatures of others, not checked', 'zh-CN': '其他签名（未核验）' },
  stamps: { en: 'time stamps, not checked', 'zh-CN': '时间戳（未核验）' },
  proofs: { en: 'proofs', 'zh-CN': '证明' },
  rules: { en: 'rule sets', 'zh-CN': '规则版本' },
  papers: { en: 'papers', 'zh-CN': '文书' },
  texts: { en: 'texts', 'zh-CN': '文本' },
  erased: { en: 'of them erased', 'zh-CN': '其中已清除' },
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
  key: { en: 'signed with', 'zh-CN': '签名密钥' },
  nothingKept: {
    en: 'No checkpoint from outside was given: a ledger that was rewritten as a whole and signed anew would not show. Give one with --checkpoint.',
    'zh-CN': '未提供外部留存的检查点：若台账被整体重写并重新签名，将无法发现。请用 --checkpoint 提供。',
  },
  sound: { en: 'Everything fits.', 'zh-CN': '全部相符。' },
  bad: { en: 'It does not fit:', 'zh-CN': '不相符：' },
  also: { en: '  also:', 'zh-CN': '  另：' },
} as const
