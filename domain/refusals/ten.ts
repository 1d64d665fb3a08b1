import { refusal } from './entry.js'

/** No to one more of the ten. */
export const ten = {
  cap_stands_against: refusal<{ cap: string; have: number; allowed: number }>({
    kind: 'conflict',
    says: {
      en: (d) => `The cap "${d.cap}" stands against it (8.2): ${d.have} active bases already, at most ${d.allowed}.`,
      'zh-CN': (d) => `名额上限“${d.cap}”不允许（8.2）：已有 ${d.have} 家运行中的基地，至多 ${d.allowed} 家。`,
    },
    next: {
      en: () =>
        'Raise "cap_waiver": two-thirds of the committee can waive it, with reasons; or wait for a base to end.',
      'zh-CN': () => '请发起“cap_waiver”事项：委员会三分之二多数可附理由予以豁免；或等待有基地退出。',
    },
  }),
} as const
