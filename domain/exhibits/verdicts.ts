import type { LocalText } from '../locale.js'

interface VerdictEntry {
  /** 422: it cannot be taken as it is; 413: there is too much of it; 415: it is nothing that is taken. */
  readonly status: 413 | 415 | 422
  readonly says: LocalText
  readonly next: LocalText
}

const table = <const K extends string>(rows: Readonly<Record<K, VerdictEntry>>) => Object.freeze(rows)

const asPlain: LocalText = {
  en: 'Save it without that part, as PDF where you can, and hand it in again.',
  'zh-CN': '请去除相应内容后另存（尽可能存为 PDF）再重新提交。',
}

/** Why a file is not taken: what was found in its bytes or its name, in words. */
export const fileVerdicts = table({
  empty: {
    status: 422,
    says: { en: 'The file is empty.', 'zh-CN': '文件为空。' },
    next: { en: 'Choose the file again and look whether it opens.', 'zh-CN': '请重新选择文件并确认可以打开。' },
  },
  too_large: {
    status: 413,
    says: { en: 'The file is larger than files of its kind may be.', 'zh-CN': '文件超过该类文件的大小上限。' },
    next: { en: 'Split it, or scan it at 200 dpi.', 'zh-CN': '请拆分文件，或以 200 dpi 重新扫描。' },
  },
  too_much: {
    status: 413,
    says: {
      en: 'All files of this base together would exceed their limit.',
      'zh-CN': '本基地全部文件合计将超过上限。',
    },
    next: { en: 'Ask the programme manager.', 'zh-CN': '请联系项目经理。' },
  },
  bad_name: {
    status: 422,
    says: {
      en: 'The name of the file has a path, hidden or direction-changing signs, a reserved word, or is too long.',
      'zh-CN': '文件名含有路径、不可见或改变书写方向的字符、系统保留名称，或者过长。',
    },
    next: { en: 'Rename the file and hand it in again.', 'zh-CN': '请重命名文件后重新提交。' },
  },
  wrong_type: {
    status: 415,
    says: {
      en: 'By its content the file is none of: pdf, ofd, docx, xlsx, csv, jpg, png, tiff, mp4, geojson, kml, zipped shapefile.',
      'zh-CN':
        '按内容判断，该文件不属于：pdf、ofd、docx、xlsx、csv、jpg、png、tiff、mp4、geojson、kml、压缩的 Shapefile。',
    },
    next: { en: 'Save it as one of these.', 'zh-CN': '请另存为上述格式之一。' },
  },
  polyglot: {
    status: 422,
    says: { en: 'The file is two kinds of file at once.', 'zh-CN': '该文件同时具有两种文件格式。' },
    next: { en: 'Save it anew from the program it was made with.', 'zh-CN': '请用原制作软件重新保存。' },
  },
  archive: {
    status: 415,
    says: {
      en: 'The file is an archive; only a zipped shapefile is taken.',
      'zh-CN': '该文件为压缩包；仅接受压缩的 Shapefile。',
    },
    next: { en: 'Hand its files in one by one.', 'zh-CN': '请逐个提交其中的文件。' },
  },
  bomb: {
    status: 422,
    says: { en: 'Unpacked, the file would be far larger than it says.', 'zh-CN': '文件解压后体积异常膨胀。' },
    next: { en: 'Save it anew from the program it was made with.', 'zh-CN': '请用原制作软件重新保存。' },
  },
  bad_part: {
    status: 422,
    says: {
      en: 'A part within the file is a link, or its name leads out of the file.',
      'zh-CN': '文件内部含有链接，或其内部路径指向文件之外。',
    },
    next: { en: 'Save it anew from the program it was made with.', 'zh-CN': '请用原制作软件重新保存。' },
  },
  macros: {
    status: 422,
    says: { en: 'The file holds macros.', 'zh-CN': '文件含有宏。' },
    next: asPlain,
  },
  active: {
    status: 422,
    says: {
      en: 'The file holds scripts, programs to be started, files within the file, or fetches something from elsewhere.',
      'zh-CN': '文件含有脚本、可启动程序、嵌入文件或者外部引用内容。',
    },
    next: asPlain,
  },
  encrypted: {
    status: 422,
    says: { en: 'The file is protected by a password.', 'zh-CN': '文件设有密码保护。' },
    next: { en: 'Save it without a password and hand it in again.', 'zh-CN': '请取消密码后重新提交。' },
  },
  executable: {
    status: 415,
    says: { en: 'The file is a program.', 'zh-CN': '该文件为可执行程序。' },
    next: { en: 'Hand in what proves the fact, as a document.', 'zh-CN': '请以文档形式提交佐证材料。' },
  },
  infected: {
    status: 422,
    says: { en: 'The file holds malicious code.', 'zh-CN': '文件含恶意代码。' },
    next: {
      en: 'Have the machine it comes from looked at, and hand in a clean copy.',
      'zh-CN': '请检查文件来源设备，并提交无恶意代码的副本。',
    },
  },
  unreadable: {
    status: 422,
    says: { en: 'The file is damaged or not whole.', 'zh-CN': '文件损坏或不完整。' },
    next: { en: 'Save it anew and look whether it opens.', 'zh-CN': '请重新保存并确认可以打开。' },
  },
  unscannable: {
    status: 422,
    says: { en: 'The virus scanner could not look at the whole file.', 'zh-CN': '病毒扫描程序无法检查完整文件。' },
    next: { en: 'Split the file, or hand it in as PDF.', 'zh-CN': '请拆分文件，或以 PDF 提交。' },
  },
})

export type FileVerdict = keyof typeof fileVerdicts
/** Whether a text is a verdict of the table. */
export const isFileVerdict = (text: string): text is FileVerdict => Object.hasOwn(fileVerdicts, text)
/** All verdicts. */
export const fileVerdictCodes: readonly FileVerdict[] = Object.keys(fileVerdicts).filter(isFileVerdict)
