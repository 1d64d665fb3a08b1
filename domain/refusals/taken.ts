import { refusal } from './entry.js'

/** No because another base has it. */
export const taken = {
  territory_taken: refusal<{ base: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The territory belongs to ${d.base} (G9, 8.2).`,
      'zh-CN': (d) => `该区域已属于 ${d.base}（G9，8.2）。`,
    },
    next: {
      en: () =>
        'Only a written carve-out opens it. In the screening, return 1.5b and decide "not eligible" with the code CAP.',
      'zh-CN': () => '须有书面划出协议方可。资格审查阶段请退回 1.5b，并以代码 CAP 判定“不符合资格”。',
    },
  }),
  territory_free: refusal<{ base: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `No other base stands on the territory of ${d.base}, so the code CAP has no ground (G9, 8.2).`,
      'zh-CN': (d) => `${d.base} 所在区域没有其他基地，代码 CAP 缺乏依据（G9，8.2）。`,
    },
    next: {
      en: () => 'Where every gate is passed, decide "eligible"; else choose the code of a gate that is not passed.',
      'zh-CN': () => '全部资格门槛均已通过的，请选择“符合资格”；否则请选择未通过门槛所对应的代码。',
    },
  }),
} as const
