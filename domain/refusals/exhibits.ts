import { list, refusal } from './entry.js'

/** No to what is brought to prove a fact, and to whoever judges it. */
export const exhibits = {
  exhibit_not_yours: refusal<{ steps: readonly string[]; have: readonly string[] }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `An exhibit is brought by whoever acts on an open step, or enters what came on paper: ${list(d.steps)}; your seats are: ${list(d.have)}.`,
      'zh-CN': (d) => `佐证材料须由当前步骤的办理人或书面文件录入人提交：${list(d.steps)}；您的席位：${list(d.have)}。`,
    },
    next: {
      en: () => 'Hand it to whoever acts on the step, or wait until a step of yours is open.',
      'zh-CN': () => '请交由该步骤办理人提交，或待您的步骤开启后再提交。',
    },
  }),
  exhibit_known: refusal<{ exhibit: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The file ${d.exhibit} was brought already.`,
      'zh-CN': (d) => `文件 ${d.exhibit} 已作为佐证材料提交。`,
    },
    next: { en: () => 'Cite the exhibit that is there.', 'zh-CN': () => '请引用已有的佐证材料。' },
  }),
  exhibit_unknown: refusal<{ exhibit: string }>({
    kind: 'missing',
    says: {
      en: (d) => `No exhibit ${d.exhibit} stands for this base.`,
      'zh-CN': (d) => `本基地没有有效的佐证材料 ${d.exhibit}。`,
    },
    next: {
      en: () => 'List the exhibits of the base and name one.',
      'zh-CN': () => '请查看本基地佐证材料清单后指定。',
    },
  }),
  exhibit_incomplete: refusal<{ kind: string; lacks: readonly string[] }>({
    kind: 'invalid',
    says: {
      en: (d) => `An exhibit of the kind "${d.kind}" lacks: ${list(d.lacks)}.`,
      'zh-CN': (d) => `“${d.kind}”类佐证材料缺少：${list(d.lacks)}。`,
    },
    next: { en: () => 'Add it and bring the exhibit again.', 'zh-CN': () => '请补充后重新提交。' },
  }),
  exhibit_class_too_good: refusal<{ kind: string; got: number; best: number }>({
    kind: 'invalid',
    says: {
      en: (d) => `Evidence class ${d.got} is better than the kind "${d.kind}" can have; its best is ${d.best} (8.6).`,
      'zh-CN': (d) => `证据等级 ${d.got} 高于“${d.kind}”类材料可达的最高等级 ${d.best}（8.6）。`,
    },
    next: {
      en: (d) => `Name class ${d.best} or a weaker one, or the right kind.`,
      'zh-CN': (d) => `请填写 ${d.best} 级或更低等级，或更正材料类型。`,
    },
  }),
  exhibit_stands: refusal<{ exhibit: string; status: string; allowed: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `The exhibit ${d.exhibit} is ${d.status}; this is done while it is: ${list(d.allowed)}.`,
      'zh-CN': (d) => `佐证材料 ${d.exhibit} 当前状态为 ${d.status}；此操作须在以下状态进行：${list(d.allowed)}。`,
    },
    next: {
      en: () => 'Look at the exhibit; bring a new one where it has to be another.',
      'zh-CN': () => '请查看该佐证材料；如需更换，请提交新的材料。',
    },
  }),
  exhibit_own: refusal<{ exhibit: string }>({
    kind: 'forbidden',
    says: {
      en: (d) => `You brought the exhibit ${d.exhibit} yourself; another person judges it.`,
      'zh-CN': (d) => `佐证材料 ${d.exhibit} 由您本人提交，须由他人核对。`,
    },
    next: { en: () => 'Ask another receiving officer.', 'zh-CN': () => '请由其他接收人员办理。' },
  }),
} as const
