import { fileVerdicts, type FileVerdict } from '../domain/exhibits/verdicts.js'
import { fileEnds, type FileEnd } from '../domain/exhibits/exhibit.js'
import { problem, same } from './problem-entry.js'

const aFile = (status: 413 | 415 | 422) =>
  problem<{ verdict: FileVerdict }>({
    status,
    title: { en: 'The file is not taken', 'zh-CN': '文件未被接收' },
    says: {
      en: (d) => fileVerdicts[d.verdict].says.en,
      'zh-CN': (d) => fileVerdicts[d.verdict].says['zh-CN'],
    },
    next: {
      en: (d) => fileVerdicts[d.verdict].next.en,
      'zh-CN': (d) => fileVerdicts[d.verdict].next['zh-CN'],
    },
  })

/** Every "no" to a file on its way. */
export const uploadProblems = {
  file_refused: aFile(422),
  file_not_taken: aFile(415),
  file_too_large: aFile(413),
  upload_malformed: problem<{ got: string }>({
    status: 400,
    title: { en: 'The upload cannot be read', 'zh-CN': '上传请求无法读取' },
    says: {
      en: (d) =>
        `An upload speaks the protocol of tus.io 1.0, or is a form with one file; what came does not: ${d.got}.`,
      'zh-CN': (d) => `上传须符合 tus.io 1.0 协议，或者为含一个文件的表单；收到的内容不符合：${d.got}。`,
    },
    next: same('Send it with a client that speaks the protocol.', '请使用支持该协议的客户端。'),
  }),
  upload_offset: problem<{ got: number }>({
    status: 409,
    title: { en: 'The upload stands elsewhere', 'zh-CN': '上传进度不一致' },
    says: same('These bytes do not follow those that are there.', '这部分内容与已接收的内容不相接。'),
    next: same('Ask how far the upload has come, and go on from there.', '请查询已接收的进度并从该处继续。'),
  }),
  exhibit_file_gone: problem<{ exhibit: string; why: FileEnd }>({
    status: 410,
    title: { en: 'The file is destroyed', 'zh-CN': '文件已销毁' },
    says: {
      en: (d) => `The file of the exhibit ${d.exhibit} is destroyed: ${fileEnds[d.why].en}.`,
      'zh-CN': (d) => `佐证材料 ${d.exhibit} 的文件已销毁：${fileEnds[d.why]['zh-CN']}。`,
    },
    next: same(
      'Its number, its hash, its class and its state stand in the ledger; nobody can bring the file back.',
      '其编号、哈希、等级与状态仍登记在案；文件无法恢复。',
    ),
  }),
} as const
