import { list, refusal } from './entry.js'

/** No to an act on paper (R16). */
export const paper = {
  paper_waits: refusal<{ step: string; signatory: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `An act of ${d.signatory} on paper already waits on step ${d.step} for its confirmation (R16).`,
      'zh-CN': (d) => `${d.signatory} 就步骤 ${d.step} 的书面文件已录入，正待确认（R16）。`,
    },
    next: {
      en: () => 'Have it confirmed or refused first.',
      'zh-CN': () => '请先予确认或退回。',
    },
  }),
  paper_not_entered: refusal<{ step: string; signatory: string; waiting: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `No act of ${d.signatory} on paper waits on step ${d.step}; those that do are of: ${list(d.waiting)} (R16).`,
      'zh-CN': (d) => `步骤 ${d.step} 没有 ${d.signatory} 待确认的书面文件；待确认者：${list(d.waiting)}（R16）。`,
    },
    next: {
      en: () => 'Enter it first, with its scan; two persons are needed.',
      'zh-CN': () => '请先连同扫描件录入；须由两人办理。',
    },
  }),
  paper_differs: refusal<{ step: string; got: string; entered: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `You name the scan ${d.got}; what was entered for step ${d.step} rests on ${d.entered} (R16).`,
      'zh-CN': (d) => `您所指扫描件为 ${d.got}；步骤 ${d.step} 录入所据为 ${d.entered}（R16）。`,
    },
    next: {
      en: () => 'Read the scan that was entered, then confirm or refuse it.',
      'zh-CN': () => '请查阅录入所据扫描件后确认或退回。',
    },
  }),
  paper_date: refusal<{ step: string; got: string; from: string; to: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `A paper on step ${d.step} may bear a date from ${d.from} to ${d.to}; got ${d.got} (R16).`,
      'zh-CN': (d) => `步骤 ${d.step} 的书面文件日期应在 ${d.from} 至 ${d.to} 之间；所填为 ${d.got}（R16）。`,
    },
    next: {
      en: () => 'Read the date again; what was signed before the step opened answers another question.',
      'zh-CN': () => '请核对日期；步骤开启前签署的文件不能作为本步骤的答复。',
    },
  }),
  paper_not_taken: refusal<{ step: string; needs: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Step ${d.step} takes no act on paper: a sheet stays sealed until all are in, for clerks as well (1.8, R16).`,
      'zh-CN': (d) => `步骤 ${d.step} 不接受书面文件：评分表在全部提交前对经办人员亦保密（1.8，R16）。`,
    },
    next: {
      en: (d) => `Whoever holds the seat of ${d.needs} hands the sheet in here.`,
      'zh-CN': (d) => `请由担任${d.needs}的人员在系统中提交评分表。`,
    },
  }),
} as const
