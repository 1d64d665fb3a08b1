import { list, refusal } from './entry.js'

/** No to more role models than the programme may have at once. */
export const roleModel = {
  role_models_full: refusal<{ allowed: number; ahead: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `At most ${d.allowed} bases are role models at once (6.5); before this one come: ${list(d.ahead)}.`,
      'zh-CN': (d) => `同时为标杆基地的至多 ${d.allowed} 家（6.5）；在前的有：${list(d.ahead)}。`,
    },
    next: {
      en: () => 'Return the proposal to the panel, which may give green.',
      'zh-CN': () => '请将提案退回评估小组，评估小组可给予绿色。',
    },
  }),
} as const
