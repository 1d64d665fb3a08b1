import type { LocalText } from '../domain/locale.js'

/** What may be looked for, as it is named in English, and its Chinese with the id where it belongs. */
const things: readonly (readonly [form: RegExp, chinese: string])[] = [
  [/^entry (\S+) of base (\S+)$/, '基地 $2 的第 $1 条记录'],
  [/^base (\S+) waiting for a session$/, '等待排名会议的基地 $1'],
  [/^base (.+)$/, '基地 $1'],
  [/^programme (.+)$/, '项目 $1'],
  [/^session (.+)$/, '会议 $1'],
  [/^person (.+)$/, '人员 $1'],
  [/^token (.+)$/, '程序令牌 $1'],
  [/^sign-in (?:with|of) a browser$/, '浏览器登录'],
  [/^sign-in (.+)$/, '登录 $1'],
  [/^command (.+)$/, '指令 $1'],
  [/^document (.+)$/, '文件 $1'],
  [/^exhibit (.+)$/, '佐证材料 $1'],
  [/^upload (.+)$/, '上传文件 $1'],
  [/^the virus scanner$/, '病毒扫描程序'],
  [/^scan (.+)$/, '扫描件 $1'],
  [/^letter (.+)$/, '函件 $1'],
  [/^number (.+)$/, '编号 $1'],
  [/^version (.+) of the text$/, '文本第 $1 版'],
  [/^draft of step (.+)$/, '步骤 $1 的草稿'],
  [/^step (.+)$/, '步骤 $1'],
  [/^message (.+)$/, '邮件 $1'],
  [/^saved view (.+)$/, '常用视图 $1'],
  [/^passkey (.+)$/, '通行密钥 $1'],
  [/^webhook (.+)$/, '消息推送 $1'],
  [/^delivery (.+)$/, '推送消息 $1'],
  [/^mandate (.+)$/, '任命 $1'],
  [/^delegation (.+)$/, '委托 $1'],
  [/^procedure (.+)$/, '规则 $1'],
  [/^version (\S+) of (\S+) in force$/, '生效的规则版本 $2@$1'],
  [/^proposal of rules (.+)$/, '规则提案 $1'],
  [/^checkpoint of a log of that origin$/, '该来源日志的检查点'],
  [/^log of that origin$/, '该来源的日志'],
  [/^checkpoint (.+)$/, '检查点 $1'],
  [/^checkpoint$/, '检查点'],
  [/^witness$/, '见证方'],
  [/^such address$/, '地址'],
  [/^calendar$/, '日历'],
  [/^cluster (\S+) in (\S+)$/, '项目 $2 的集群 $1'],
]

/** What was looked for, in Chinese; an address stays as it was typed. */
export const thingInChinese = (what: string): string => {
  const found = things.find(([form]) => form.test(what))
  return found === undefined ? what : what.replace(found[0], found[1])
}

/** Whether what is looked for has its Chinese. */
export const isThingInWords = (what: string): boolean => things.some(([form]) => form.test(what))

/** What came as the body of a request. */
export const mediaGot = (got: string): LocalText =>
  mediaWords[got] ?? { en: `The content type is ${got}`, 'zh-CN': `内容类型为 ${got}` }

const mediaWords: Readonly<Record<string, LocalText>> = {
  absent: { en: 'There is no content type', 'zh-CN': '未注明内容类型' },
  'bytes that are none of these': { en: 'The bytes are none of these', 'zh-CN': '内容不属于可用格式' },
}
