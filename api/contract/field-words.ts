import type { LocalText } from '../../domain/locale.js'

/** What the contract says of its own fields, in English as it stands beside each field, with its Chinese. */
const inChinese: Readonly<Record<string, string>> = {
  'holds a NUL or half of a surrogate pair': '含有空字符或不完整的代理对',
  'must hold a letter, a digit or another sign that can be read': '须含有可读的文字、数字或符号',
  'must be the id of a change, such as 4711.0a1b2c3d': '应为变更编号，例如 4711.0a1b2c3d',
  'must be the id of a condition, such as 2.7.1:r2': '应为附带条件编号，例如 2.7.1:r2',
  'must be letters, digits, dots, colons, hyphens or underscores': '只能由字母、数字、点、冒号、连字符或下划线组成',
  'must be 2–20 lower-case letters and digits': '应为 2 至 20 个小写字母和数字',
  'must be 64 hexadecimal digits': '应为 64 位十六进制数字',
  'must lie in the years 1000 to 9998': '年份应在 1000 至 9998 之间',
  'must be a day such as 2027-03-01, or 2027-03-01.2': '应为日期，例如 2027-03-01 或 2027-03-01.2',
  'must be the type of an entry, such as step_acted': '应为登记类型，例如 step_acted',
  'must be the `next` of an earlier page': '应为前一页的 `next` 值',
  'must be the `next` of an earlier page of this list': '应为本列表前一页的 `next` 值',
  'must be rh and four lower-case letters or digits': '应为 rh 加四个小写字母或数字',
  'must be base64 of a time stamp, or the line of a cosignature': '应为时间戳的 base64，或联署的原行',
  'names a person or a base, and not both': '应指明人员或基地之一，不得同时指明',
  'must be an id of 1 to 40 letters, digits, dots, hyphens or underscores':
    '应为 1 至 40 个字母、数字、点、连字符或下划线组成的编号',
  'must be an ISO 3166-1 code such as VN': '应为 ISO 3166-1 国家代码，例如 VN',
  'must be a country of ISO 3166-1': '应为 ISO 3166-1 所列的国家或地区',
  'must lie in a country of ISO 3166-1': '应位于 ISO 3166-1 所列的国家或地区',
  'must be an ISO 3166-2 code such as VN-HN, or a country such as VN':
    '应为 ISO 3166-2 地区代码，例如 VN-HN，或国家代码，例如 VN',
  'must be an ISO 3166-2 code such as CN-ZJ': '应为 ISO 3166-2 地区代码，例如 CN-ZJ',
  'must be the name of a section': '应为条文名称',
  'must be an IANA name such as Asia/Ho_Chi_Minh': '应为 IANA 时区名称，例如 Asia/Ho_Chi_Minh',
  'must be a time zone of the IANA database': '应为 IANA 数据库所列的时区',
  'must be a BCP 47 language tag such as vi, ka or zh-CN': '应为 BCP 47 语言标签，例如 vi、ka 或 zh-CN',
  'must be letters, digits and hyphens, such as C09-yueqing': '应为字母、数字和连字符，例如 C09-yueqing',
  'must be an ISO 3166-2 code such as CN-ZJ, or a range such as JP-40..JP-46':
    '应为 ISO 3166-2 地区代码，例如 CN-ZJ，或代码范围，例如 JP-40..JP-46',
  'must hold papers, who was present, minutes, or extracts': '应列明会议文件、出席人员、会议记录或记录摘录',
  'must end after it begins': '结束时间应晚于开始时间',
  'must be base64url': '应为 base64url 编码',
  'must be the path of an address of ours': '应为本系统地址的路径',
  'must be six digits': '应为六位数字',
  'must be a number such as GASME-2026-14': '应为文号，例如 GASME-2026-14',
}

/** A sentence of the contract about one of its fields, in both languages; undefined for what is none of them. */
export const customFieldWords = (message: string): LocalText | undefined => {
  const zh = inChinese[message]
  return zh === undefined ? undefined : { en: message, 'zh-CN': zh }
}

/** Every sentence of the contract that has its Chinese, for the test that looks for one without. */
export const knownFieldSentences: readonly string[] = Object.keys(inChinese)
