import type { ProgrammeId } from '../domain/ids.js'
import type { Locale, LocalText } from '../domain/locale.js'
import type { Role } from '../domain/role.js'
import { roleNamed } from '../domain/words/refusals.js'
import type { ApiProblemCode } from './contract/problem.js'
import { mendingProblems } from './mending-problems.js'
import { outsiderProblems } from './outsider-problems.js'
import { draftProblems } from './draft-problems.js'
import { importProblems } from './import-problems.js'
import { textProblems } from './text-problems.js'
import { signInProblems } from './sign-in-problems.js'
import { thirdPartyProblems } from './third-party-problems.js'
import { uploadProblems } from './upload-problems.js'
import { webhookProblems } from './webhook-problems.js'
import { problem, same } from './problem-entry.js'
import { mediaGot, thingInChinese } from './things-in-words.js'
import type { ApiProblemEntry } from './problem-entry.js'

/** Every "no" of the edge itself, once: what could not be read, proved, found or reached. */
export const apiProblems = {
  ...mendingProblems,
  ...draftProblems,
  ...importProblems,
  ...webhookProblems,
  ...textProblems,
  ...uploadProblems,
  ...signInProblems,
  malformed_request: problem<{ got: string }>({
    status: 400,
    title: { en: 'The request cannot be read', 'zh-CN': '请求无法读取' },
    says: {
      en: (d) => `What came is no request as HTTP/1.1 has it: ${d.got}.`,
      'zh-CN': (d) => `收到的内容不是有效的 HTTP/1.1 请求：${d.got}。`,
    },
    next: same('Send it with a client that speaks HTTP/1.1.', '请使用支持 HTTP/1.1 的客户端发送。'),
  }),
  malformed_body: problem<{ got: string; table?: LocalText }>({
    status: 400,
    title: { en: 'The body cannot be read', 'zh-CN': '请求正文无法读取' },
    says: {
      en: (d) =>
        d.table === undefined
          ? `The body cannot be read: ${d.got}. Allowed is one JSON value in UTF-8, at most 64 levels deep.`
          : `The table cannot be read: ${d.table.en}.`,
      'zh-CN': (d) =>
        d.table === undefined
          ? `请求正文无法读取：${d.got}。应为一个 UTF-8 编码的 JSON 值，嵌套不超过 64 层。`
          : `表格无法读取：${d.table['zh-CN']}。`,
    },
    next: {
      en: (d) =>
        d.table === undefined
          ? 'Correct the body and send it again.'
          : 'Correct the table and hand it in again; the empty table has all columns in its first row.',
      'zh-CN': (d) =>
        d.table === undefined ? '请更正正文后重新发送。' : '请更正表格后重新提交；空白表格的首行载有全部列名。',
    },
  }),
  invalid_request: problem<{ where: string; count: number }>({
    status: 400,
    title: { en: 'The request does not fit', 'zh-CN': '请求不符合要求' },
    says: {
      en: (d) =>
        `${d.count} field(s) of the ${placeOf(d.where).en} do not fit; each is named in "errors" with what is allowed.`,
      'zh-CN': (d) =>
        `${placeOf(d.where)['zh-CN']}中有 ${d.count} 个字段不符合要求；“errors” 中逐一列出及其允许的取值。`,
    },
    next: same(
      'Correct these fields; GET /openapi.json describes every one.',
      '请更正所列字段；GET /openapi.json 说明全部字段。',
    ),
  }),
  idempotency_key_missing: problem<{ got: KeyFault }>({
    status: 400,
    title: { en: 'The write has no name', 'zh-CN': '写入请求缺少标识' },
    says: {
      en: (d) =>
        `The header Idempotency-Key is ${keyIs[d.got].en}; every write needs one: any text of 1 to 255 characters.`,
      'zh-CN': (d) =>
        `请求头 Idempotency-Key ${keyIs[d.got]['zh-CN']}；每个写入请求都必须带有一个标识：1 至 255 个字符的任意文本。`,
    },
    next: same(
      'Make one up, such as a UUID, send it, and send the same one again if you get no answer.',
      '请自拟一个标识（例如 UUID）随请求发送；未收到答复时用同一标识重发。',
    ),
  }),
  not_permitted: problem<SeatNeeded>({
    status: 403,
    title: { en: 'Not for you to do', 'zh-CN': '无权执行' },
    says: {
      en: (d) => `This needs ${seatNeeded(d).en}; you hold no such seat.`,
      'zh-CN': (d) => `此操作需要${seatNeeded(d)['zh-CN']}；您没有相应席位。`,
    },
    next: same('Ask a director or an administrator for the seat.', '请向项目主任或系统管理员申请任命。'),
  }),
  not_found: problem<{ what: string }>({
    status: 404,
    title: { en: 'Not found', 'zh-CN': '未找到' },
    says: {
      en: (d) => `There is no ${d.what} here that you may see.`,
      'zh-CN': (d) => `此处没有您可以查看的${thingInChinese(d.what)}。`,
    },
    next: same('Check the spelling, or look it up in the list.', '请核对拼写，或在列表中查找。'),
  }),
  method_not_allowed: problem<{ method: string; allowed: string }>({
    status: 405,
    title: { en: 'Not possible here', 'zh-CN': '不支持该方法' },
    says: {
      en: (d) => `${d.method} is not possible here; allowed: ${d.allowed}.`,
      'zh-CN': (d) => `此处不支持 ${d.method}；可用：${d.allowed}。`,
    },
    next: same('GET /openapi.json says what can be asked where.', '请在 GET /openapi.json 查看可用操作。'),
  }),
  idempotency_conflict: problem<{ key: string }>({
    status: 409,
    title: { en: 'The name is taken', 'zh-CN': '标识已被使用' },
    says: {
      en: (d) => `That Idempotency-Key already names another command of yours, ${d.key}: another body or address.`,
      'zh-CN': (d) => `该 Idempotency-Key 已用于您的另一请求 ${d.key}（正文或地址不同）。`,
    },
    next: same('Send this command under a new key.', '请用新的标识发送此请求。'),
  }),
  rules_unsound: problem<{ count: number }>({
    status: 422,
    title: { en: 'The rules are not sound', 'zh-CN': '规则存在问题' },
    says: {
      en: (d) => `The rules have ${d.count} fault(s); each is named in "errors" with what would be right.`,
      'zh-CN': (d) => `该规则存在 ${d.count} 处问题；“errors” 中逐一列出及应如何更正。`,
    },
    next: same(
      'Correct the file and propose it again; `cornerstone procedure check` looks at it beforehand.',
      '请更正文件后重新提议；可先用 `cornerstone procedure check` 检查。',
    ),
  }),
  rehearsal_only: problem<{ programme: ProgrammeId }>({
    status: 403,
    title: { en: 'Only in a rehearsal', 'zh-CN': '仅限演练' },
    says: {
      en: (d) => `${d.programme} is no rehearsal: its time cannot be moved.`,
      'zh-CN': (d) => `${d.programme} 不是演练，其时间不能调整。`,
    },
    next: same('Begin a rehearsal with POST /rehearsals.', '请用 POST /rehearsals 新建演练。'),
  }),
  standing_only: problem<{ programme: ProgrammeId }>({
    status: 409,
    title: { en: 'Not in a rehearsal', 'zh-CN': '演练中不可用' },
    says: {
      en: (d) => `${d.programme} is a rehearsal, whose time was moved; a workflow begun now would be back at today.`,
      'zh-CN': (d) => `${d.programme} 是演练，其时间已被调整；此时开始的流程会回到今日。`,
    },
    next: same('Begin another rehearsal with POST /rehearsals.', '请用 POST /rehearsals 另建演练。'),
  }),
  too_slow: problem<{ seconds: number }>({
    status: 408,
    title: { en: 'Too slow', 'zh-CN': '发送过慢' },
    says: {
      en: (d) => `The request was not here whole within ${d.seconds} seconds. Nothing was done.`,
      'zh-CN': (d) => `请求未能在 ${d.seconds} 秒内完整送达。未执行任何操作。`,
    },
    next: same('Send it again, under the same key, over a better line.', '请在网络状况较好时用同一标识重发。'),
  }),
  too_large: problem<{ limit: number }>({
    status: 413,
    title: { en: 'Too large', 'zh-CN': '内容过大' },
    says: {
      en: (d) => `The body is larger than ${d.limit} bytes, which is the limit.`,
      'zh-CN': (d) => `请求正文超过上限 ${d.limit} 字节。`,
    },
    next: same('Send less at a time; a file of nominations can be split.', '请分批发送；申报文件可以拆分。'),
  }),
  headers_too_large: problem<{ limit: number }>({
    status: 431,
    title: { en: 'Too much before the body', 'zh-CN': '请求头过大' },
    says: {
      en: (d) => `Address and headers are larger than ${d.limit} bytes, which is the limit.`,
      'zh-CN': (d) => `地址与请求头超过上限 ${d.limit} 字节。`,
    },
    next: same(
      'Leave out what is not needed: cookies, long filters.',
      '请去掉不需要的内容，如 Cookie、过长的筛选条件。',
    ),
  }),
  unsupported_media: problem<{ got: string; allowed: string }>({
    status: 415,
    title: { en: 'A form that is not read here', 'zh-CN': '不支持的内容类型' },
    says: {
      en: (d) => `${mediaGot(d.got).en}; allowed here: ${d.allowed}.`,
      'zh-CN': (d) => `${mediaGot(d.got)['zh-CN']}；此处可用：${d.allowed}。`,
    },
    next: same('Send the body in that form.', '请以所列形式发送正文。'),
  }),
  too_many: problem<{ stream: string }>({
    status: 429,
    title: { en: 'Too many at once', 'zh-CN': '请求过多' },
    says: {
      en: (d) => `${d.stream} has as many commands in hand as it takes at once. Yours was not taken.`,
      'zh-CN': (d) => `${d.stream} 正在处理的请求已达上限，您的请求未被接收。`,
    },
    next: same(
      'Send it again, under the same key, after the seconds in Retry-After.',
      '请在 Retry-After 所示秒数后用同一标识重发。',
    ),
  }),
  too_often: problem<{ by: 'person' | 'address'; limit: number }>({
    status: 429,
    title: { en: 'Too often', 'zh-CN': '请求过于频繁' },
    says: {
      en: (d) => `More than ${d.limit} requests came in a minute from ${sender[d.by].en}. This one was not taken.`,
      'zh-CN': (d) => `一分钟内来自${sender[d.by]['zh-CN']}的请求超过 ${d.limit} 个，此请求未被接收。`,
    },
    next: same(
      'Send it again, under the same key, after the seconds in Retry-After.',
      '请在 Retry-After 所示秒数后用同一标识重发。',
    ),
  }),
  unexpected: problem<{ requestId: string }>({
    status: 500,
    title: { en: 'Something is broken here', 'zh-CN': '系统内部错误' },
    says: {
      en: (d) => `The request failed for a reason that is not yours. It is logged as ${d.requestId}.`,
      'zh-CN': (d) => `请求因系统内部原因失败，记录编号 ${d.requestId}。`,
    },
    next: same(
      'Tell the operator that number; the same key may be sent again.',
      '请将该编号告知管理员；可用同一标识重发。',
    ),
  }),
  unavailable: problem<{ what: string }>({
    status: 503,
    title: { en: 'Not available now', 'zh-CN': '暂时不可用' },
    says: {
      en: (d) => `${d.what} cannot be reached, or does not answer in time. Nothing was done.`,
      'zh-CN': (d) => `无法连接 ${d.what}，或其未及时应答。未执行任何操作。`,
    },
    next: same(
      'Send it again, under the same key, after the seconds in Retry-After.',
      '请在 Retry-After 所示秒数后用同一标识重发。',
    ),
  }),
  document_store_full: problem<{ what: string }>({
    status: 507,
    title: { en: 'No room for documents', 'zh-CN': '文件存储空间不足' },
    says: {
      en: (d) => `There is no room for the papers of this: ${d.what} Nothing was done.`,
      'zh-CN': (d) => `没有空间存放相关文件：${d.what} 未执行任何操作。`,
    },
    next: same(
      'Tell the operator; when there is room, send it again under the same key.',
      '请通知管理员；空间恢复后用同一标识重发。',
    ),
  }),
  ...outsiderProblems,
  ...thirdPartyProblems,
} as const satisfies Record<ApiProblemCode, ApiProblemEntry<never>>

const sender = {
  person: { en: 'this person', 'zh-CN': '该人员' },
  address: { en: 'this address', 'zh-CN': '该网络地址' },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>

/** What may be wrong with the name of a write. */
export type KeyFault = 'absent' | 'empty' | 'too_long'

const keyIs: Readonly<Record<KeyFault, LocalText>> = {
  absent: { en: 'absent', 'zh-CN': '缺失' },
  empty: { en: 'empty', 'zh-CN': '为空' },
  too_long: { en: 'too long', 'zh-CN': '过长' },
}

interface SeatNeeded {
  readonly roles?: readonly Role[]
  readonly programme?: ProgrammeId
  readonly of?: 'no_rehearsal' | 'our_side'
}

/** The seat that something needs: in which role, of which programme. */
const seatNeeded = ({ roles = [], programme, of }: SeatNeeded): LocalText => {
  const named = (locale: Locale): string =>
    roles.map((role) => roleNamed(role, locale)).join(locale === 'en' ? ' or ' : '或')
  const [asEn, asZh] = roles.length === 0 ? ['', ''] : [` as ${named('en')}`, named('zh-CN')]
  const [ofEn, ofZh] = programme === undefined ? ['', ''] : [` of ${programme}`, ` ${programme} 的`]
  if (of === 'our_side') return { en: 'a seat on the side of the programme', 'zh-CN': '联盟席位' }
  return of === 'no_rehearsal'
    ? { en: `a seat${asEn} of a programme that is no rehearsal`, 'zh-CN': `非演练项目的${asZh}席位` }
    : { en: `a seat${asEn}${ofEn}`, 'zh-CN': `${ofZh}${asZh}席位` }
}

/** The parts of a request, as people call them. */
const placeOf = (where: string): LocalText => {
  if (where === 'body') return { en: 'body', 'zh-CN': '请求正文' }
  if (where === 'params') return { en: 'address', 'zh-CN': '请求地址' }
  return where === 'querystring' ? { en: 'query', 'zh-CN': '查询条件' } : { en: where, 'zh-CN': where }
}

export type ApiProblemDetail<C extends ApiProblemCode> = Parameters<(typeof apiProblems)[C]['says']['en']>[0]

/** A "no" of the edge as a value. */
export type ApiProblem = {
  readonly [C in ApiProblemCode]: { readonly code: C; readonly detail: ApiProblemDetail<C> }
}[ApiProblemCode]
