import { problem, same } from './problem-entry.js'

/** Every "no" to a file of many nominations as a whole; what is said of a row stands in its row. */
export const importProblems = {
  import_changed: problem<{ previewed: string; got: string }>({
    status: 409,
    title: { en: 'This is not the file that was previewed', 'zh-CN': '文件与预览时不一致' },
    says: {
      en: (d) =>
        `The file has the fingerprint ${d.got}; what was previewed has ${d.previewed}. Only a file that is the same to the last byte is begun. Nothing was begun.`,
      'zh-CN': (d) =>
        `该文件的指纹为 ${d.got}，预览文件的指纹为 ${d.previewed}。仅启动与预览完全一致的文件，本次未启动任何基地。`,
    },
    next: same(
      'Preview this file, read what would become of each row, and begin with that.',
      '请预览该文件，核对各行结果后再启动。',
    ),
  }),
} as const
