import { list, refusal } from './entry.js'

/** No to more role models than the programme may have in a year. */
export const roleModel = {
  role_models_full: refusal<{ allowed: number; ahead: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `At most ${d.allowed} bases are role models in one year (6.5); before this one rank: ${list(d.ahead)}.`,
      'zh-CN': (d) => `每年示范基地至多 ${d.allowed} 家（6.5）；排名在前的有：${list(d.ahead)}。`,
    },
    next: {
      en: () => 'Return the proposal to the panel, which may give green.',
      'zh-CN': () => '请将提案退回评审组，评审组可给予绿色。',
    },
  }),
} as const
