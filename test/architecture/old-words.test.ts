import { beforeAll, expect, test } from '@jest/globals'
import { readRepository, type ReadFile } from '../../tools/read-repository.js'

/**
 * Words that partners read as something else than was meant, each with the one that stands in its place
 * (docs/glossary.md). A word within another one (`地方` in `地方政府`) is no find of its own.
 */
const oldWords: Readonly<Record<string, RegExp>> = {
  '谅解备忘录（签署）': /协议|签订/u,
  '双方、各方': /参与方|甲方|乙方|缔约/u,
  '联盟、我办': /项目方|我方/u,
  '政府（区政府、市政府）': /政府方|地方(?!政府)/u,
  '申报、申报单位': /(?<!申报)提名/u,
  出具意见: /背书/u,
  合作意向函: /意向表达/u,
  '申报公告、申报期': /征集/u,
  名额: /序位|槽位/u,
  续期: /续签/u,
  '保留名额、名额空出': /预留|释放/u,
  '年度评估、评估小组': /(?:年度|特别)评审|评审(?:小组|结果|结论)/u,
  '绿色（运行良好）': /色（合格/u,
  改进方案: /整改/u,
  标杆基地: /示范/u,
  '暂停办理、暂停运行、核实期间暂停': /中止|冻结|暂停资格|暂缓办理|暂缓期间/u,
  '复核（申请复核）': /申诉/u,
  '确认（第二人）': /第二人复核|待复核|双人复核|复核(?:资格|实地|年度|诚信)/u,
  停止使用名称: /称号|撤销(?:决议|事项)/u,
  '牌匾、授予': /铭牌|授牌|摘牌/u,
  '任命、委托、许可': /授权任命|撤销授权/u,
  合法性审查: /合法性审核/u,
  司法行政部门: /法制/u,
  诚信核查: /制裁|诚信审查/u,
  '登记、校验码': /台账|链首|指纹/u,
  书面文件: /纸质/u,
  提醒: /催办/u,
  商请退还: /追缴/u,
}

/** What says an old word in another sense: the file, the words around it, and why they stay. */
const exceptions: readonly { readonly file: string; readonly says: string; readonly why: string }[] = [
  { file: 'api/upload-problems.ts', says: 'tus.io 1.0 协议', why: 'a protocol of machines' },
  { file: 'api/upload-problems.ts', says: '支持该协议', why: 'a protocol of machines' },
  {
    file: 'domain/gicc/due-diligence/stream-items-a-to-c.ts',
    says: '既有协议、称号',
    why: 'contracts and titles of others',
  },
  { file: 'domain/gicc/due-diligence/stream-items-a-to-c.ts', says: '称号、牌匾和收费', why: 'titles of others' },
  { file: 'domain/gicc/due-diligence/survey-forms.ts', says: "'纸质'", why: 'a questionnaire on paper' },
  { file: 'domain/gicc/launch/checklist-forms.ts', says: '数据共享协议', why: 'a contract beside the memorandum' },
  { file: 'domain/gicc/nomination/dossier-data-forms.ts', says: '采购台账', why: 'account books of enterprises' },
  { file: 'domain/gicc/nomination/dossier-data-forms.ts', says: '台账或问卷', why: 'account books of enterprises' },
  { file: 'domain/gicc/nomination/sheet-indicators.ts', says: '2级及以上台账', why: 'account books of enterprises' },
  { file: 'domain/gicc/nomination/dossier-place-forms.ts', says: '已获称号', why: 'titles of others' },
  { file: 'domain/gicc/nomination/dossier-place-forms.ts', says: "'称号'", why: 'titles of others' },
  { file: 'domain/indicators.ts', says: '境外集群协议', why: 'contracts of the cluster' },
  { file: 'domain/refusals/taken.ts', says: '书面划出协议', why: 'a deed between two places' },
]

/** Rooms whose texts people read. What the memorandum says is held against its own list of words. */
const rooms =
  /^(?:activities|api|cli|clock|config|db|documents|domain|exhibits|mail|reconciliation|stamps|tools|verify|web|workers|workflows)\/.*\.(?:ts|js|mjs)$|^data\/stories\/|^docs\/(?!decisions\/|rules\/sources).*\.(?:md|json)$/u
const memorandum = /^domain\/(?:gicc\/memorandum\/model|text)\//u

let read: readonly ReadFile[]

beforeAll(async () => {
  read = (await readRepository()).filter(({ file }) => rooms.test(file) && !memorandum.test(file))
})

test('no text that people read says a word that was given up', () => {
  expect(read.filter(({ text }) => /\p{Script=Han}/u.test(text)).length).toBeGreaterThan(200)
  expect(read.flatMap(found)).toEqual([])
})

test('each exception stands where it is said to stand', () => {
  const gone = exceptions.filter(({ file, says }) => !read.some((one) => one.file === file && one.text.includes(says)))
  expect(gone).toEqual([])
})

test('a word that was given up is found, with what stands in its place, and not beside an exception', () => {
  const file = 'domain/gicc/matters/more.ts'
  expect(found({ file, text: "'zh-CN': '地方可以提出申诉'" })).toEqual([
    `${file}: 地方 (政府（区政府、市政府）)`,
    `${file}: 申诉 (复核（申请复核）)`,
  ])
  expect(found({ file, text: "'zh-CN': '地方政府可以申请复核'" })).toEqual([])
  expect(found({ file: 'domain/indicators.ts', text: "'与境外集群协议'" })).toEqual([])
  expect(found({ file: 'domain/indicators.ts', text: "'与境外集群协议', '协议终止'" })).toHaveLength(1)
})

/** The old words a file says outside its exceptions; a page written from the code says what the code says. */
function found({ file, text }: ReadFile): readonly string[] {
  const written = /^docs\/(?:errors|forms|steps)\.md$/.test(file)
  const own = exceptions.filter((one) => written || one.file === file)
  const left = own.reduce((rest, { says }) => rest.replaceAll(written ? says.replaceAll("'", '') : says, ''), text)
  return Object.entries(oldWords).flatMap(([instead, word]) => {
    const hit = word.exec(left)
    return hit === null ? [] : [`${file}: ${hit[0]} (${instead})`]
  })
}
