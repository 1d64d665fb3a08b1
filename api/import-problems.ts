import { problem, same } from './problem-entry.js'

/** Every "no" to a table of many bases as a whole, brought or taken along; what is said of a row stands in its row. */
export const importProblems = {
  import_changed: problem<{ previewed: string; got: string }>({
    status: 409,
    title: { en: 'This is not the file that was previewed', 'zh-CN': '文件与预览时不一致' },
    says: {
      en: (d) =>
        `The file has the fingerprint ${d.got}; what was previewed has ${d.previewed}. Only a file that is the same to the last byte is begun. Nothing was begun.`,
      'zh-CN': (d) =>
        `该文件的校验码为 ${d.got}，预览文件的校验码为 ${d.previewed}。仅启动与预览完全一致的文件，本次未启动任何基地。`,
    },
    next: same(
      'Preview this file, read what would become of each row, and begin with that.',
      '请预览该文件，核对各行结果后再启动。',
    ),
  }),
  table_too_large: problem<{ most: number }>({
    status: 422,
    title: { en: 'The table would be too large', 'zh-CN': '导出表格过大' },
    says: {
      en: (d) => `More than ${d.most} bases fit what was asked for; up to ${d.most} are put into one table.`,
      'zh-CN': (d) => `符合条件的基地超过${d.most}个；一张表格最多导出${d.most}个。`,
    },
    next: same(
      'Ask for fewer: by stage, status, country or programme, one table for each.',
      '请按阶段、状态、国家或项目缩小范围，分别导出。',
    ),
  }),
} as const
