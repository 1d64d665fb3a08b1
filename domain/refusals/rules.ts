import { list, refusal } from './entry.js'

/** No to another version of the rules (8.8). */
export const rules = {
  version_in_use: refusal<{ version: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The base is under version ${d.version} already.`,
      'zh-CN': (d) => `该基地已适用 ${d.version} 版规则。`,
    },
    next: {
      en: () => 'Name a later version that is in force.',
      'zh-CN': () => '请指定一个更新且已生效的版本。',
    },
  }),
  version_earlier: refusal<{ version: string; now: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Version ${d.version} is earlier than ${d.now}, under which the stage runs (8.8).`,
      'zh-CN': (d) => `${d.version} 版早于本阶段适用的 ${d.now} 版（8.8）。`,
    },
    next: {
      en: () => 'Only a later version is adopted; a stage never goes back to an earlier one.',
      'zh-CN': () => '只能采用更新的版本，阶段不得退回旧版。',
    },
  }),
  adoption_agreed_already: refusal<{ version: string; side: string; person: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The ${d.side} side has agreed to version ${d.version} already, by ${d.person}.`,
      'zh-CN': (d) => `${d.side === 'programme' ? '项目方' : '地方'}已由 ${d.person} 同意采用 ${d.version} 版。`,
    },
    next: {
      en: () => 'It is adopted when the other side agrees to the same version.',
      'zh-CN': () => '另一方同意同一版本后即告采用。',
    },
  }),
  adoption_not_now: refusal<{ version: string; steps: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `Under version ${d.version} what was decided or is open would not stand: ${list(d.steps)}.`,
      'zh-CN': (d) => `按 ${d.version} 版，已作决定或待办事项将不成立：${list(d.steps)}。`,
    },
    next: {
      en: () =>
        'Wait for the next stage, which begins under the newest version (8.8), or for these steps to be settled.',
      'zh-CN': () => '请等待下一阶段自动适用最新版本（8.8），或待上述步骤办结。',
    },
  }),
} as const
