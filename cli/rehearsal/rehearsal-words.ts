import type { LocalText } from '../../domain/locale.js'

/** What stands around the tables of a rehearsal. */
export const rehearsalWords = {
  title: (programme: string): LocalText => ({ en: `Rehearsal ${programme}`, 'zh-CN': `演练 ${programme}` }),
  counts: ({ people, steps, decisions, letters, documents }: Counted): LocalText => ({
    en: `${people} people, ${steps} steps, ${decisions} decisions, ${letters} letters, ${documents.length} documents`,
    'zh-CN': `${people} 人，${steps} 个步骤，${decisions} 项决定，${letters} 封函件，${documents.length} 份文书`,
  }),
  ledger: ({ entries, head }: { readonly entries: number; readonly head: string }): LocalText => ({
    en: `ledger: ${entries} entries, head ${head}`,
    'zh-CN': `登记：${entries} 条，校验码 ${head}`,
  }),
  days: ({ virtualDays, wallSeconds }: { readonly virtualDays: number; readonly wallSeconds: number }): LocalText => ({
    en: `${virtualDays} days in ${wallSeconds} s; everything in it is invented and decides nothing`,
    'zh-CN': `${wallSeconds} 秒演练了 ${virtualDays} 日；所载内容均为虚构，不构成任何决定`,
  }),
  passed: (bases: readonly string[]): LocalText => ({
    en: `${bases.length} bases stand with all their reviews: ${bases.join(', ')}`,
    'zh-CN': `${bases.length} 个基地完成全部年度评估并存续：${bases.join('、')}`,
  }),
  limits: ({ holds, broken }: { readonly holds: boolean; readonly broken: readonly string[] }): LocalText => ({
    en: holds ? 'The ten satisfy the limits of 8.2.' : `Broken: ${broken.join('; ')}`,
    'zh-CN': holds ? '十个基地符合 8.2 的各项限额。' : `不符合：${broken.join('；')}`,
  }),
  took: (seconds: number): LocalText => ({
    en: `${seconds} s; everything in it is invented and decides nothing`,
    'zh-CN': `用时 ${seconds} 秒；所载内容均为虚构，不构成任何决定`,
  }),
  sampled: ({ seed, bases, nominatedAfter }: Sampled): LocalText => ({
    en: `${bases} bases played with seed ${seed}; all were nominated after ${nominatedAfter} s`,
    'zh-CN': `以随机种子 ${seed} 演练 ${bases} 个基地；${nominatedAfter} 秒后全部完成申报`,
  }),
  waiting: (bases: readonly string[]): LocalText => ({
    en: `waiting list: ${bases.join(', ')}`,
    'zh-CN': `候补名单：${bases.join('、')}`,
  }),
} as const

interface Sampled {
  readonly seed: number
  readonly bases: number
  readonly nominatedAfter: number
}

interface Counted {
  readonly people: number
  readonly steps: number
  readonly decisions: number
  readonly letters: number
  readonly documents: readonly unknown[]
}
