import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Start a base',
  lead: 'A base begins when a cluster is nominated. Nothing is sent before you have read your answers once more.',
  crumbs: 'Where this is',
  bases: 'Bases',
  call: 'Open call',
  until: 'Nominations are taken until',
  noCall: 'No call for nominations is open in this programme.',
  noCallNext:
    'The programme manager proposes a call and the programme director opens it; a base can be started from then on.',
  ways: 'Which cluster',
  known: 'One the programme knows',
  new: 'A new cluster',
  many: 'Many at once, from a table',
  noKnown: 'Every cluster the programme knows has a base that runs, or none is known yet.',
  noKnownNext: 'Enter a new cluster here, or import a table of clusters.',
  enterNew: 'Enter a new cluster',
  newSays:
    'These are the columns of a nomination table. The cluster is kept with its base, and is corrected by an act of its own later.',
  namesMissing:
    'Place or public authority is not named in Chinese: Chinese pages, letters and papers will bear it in English. Go back by “Change” and fill in the two names, as long as the base has not begun.',
  namesLacking:
    'Place or public authority is not named in Chinese: Chinese pages, letters and papers bear it in English.',
  seats: 'Seats of the place that nobody holds yet',
  seatsSay:
    'Its steps wait until these seats are given. An administrator or the director proposes each on the page of people, and another person confirms it; each link opens the form with the role and the base filled in.',
  again: '(nominated before; that base has ended)',
  check: 'Check the answers',
  checkTitle: 'Check the answers',
  checkSays: 'Nothing was sent yet. Read everything once more; the button at the end starts the base at once.',
  name: 'Cluster',
  place: 'Place',
  government: 'Public authority',
  industry: 'Industry',
  id: 'Number of the base',
  atHand: 'Parts of the dossier at hand',
  undated: 'Figures without a year, which count in no gate',
  none: 'none',
  change: 'Change',
  start: 'Start the base',
  last: 'The base begins at once and only once, and stands in the ledger under your name. Whoever must act next is written to.',
  refused: 'The base was not started',
  pending: 'It was sent and is not lost. Send the same page again to hear what became of it.',
  back: 'Back to the bases',
} as const

export type StartWords = Readonly<Record<keyof typeof en, string>>

const chinese: StartWords = {
  title: '启动基地',
  lead: '集群一经申报，基地即告启动。核对填写内容之前不会提交任何信息。',
  crumbs: '当前位置',
  bases: '基地',
  call: '当前批次',
  until: '申报截止',
  noCall: '本项目目前没有开放的申报批次。',
  noCallNext: '由项目经理提出申报批次，经项目主任开放后，方可启动基地。',
  ways: '选择集群',
  known: '项目已有集群',
  many: '从表格批量启动',
  new: '新集群',
  noKnown: '项目已有的集群均有办理中的基地，或尚未录入任何集群。',
  noKnownNext: '请在此录入新集群，或导入集群表。',
  enterNew: '录入新集群',
  newSays: '以下各项即申报表的各列。集群信息随基地留存，日后以更正手续修改。',
  namesMissing:
    '所在地或政府部门尚无中文名称，中文页面、函件和文件将沿用英文。请在基地启动前点击“修改”补填两项中文名称。',
  namesLacking: '所在地或政府部门尚无中文名称，中文页面、函件和文件沿用英文。',
  seats: '当地尚无人担任的席位',
  seatsSay:
    '相关席位授予之前，所属事项将处于等待状态。席位由系统管理员或项目主任在“人员”页面提出，经另一人确认；点击链接即打开已填角色和基地的表格。',
  again: '（曾经申报，该基地已终结）',
  check: '核对内容',
  checkTitle: '核对内容',
  checkSays: '尚未提交。请再次核对全部内容；点击末尾按钮后基地立即启动。',
  name: '集群',
  place: '所在地',
  government: '政府部门',
  industry: '产业',
  id: '基地编号',
  atHand: '已具备的申报材料部分',
  undated: '未注明年份的数据（不计入任何门槛）',
  none: '无',
  change: '修改',
  start: '启动基地',
  last: '基地即时启动，仅启动一次，并以您的名义登记在案；下一办理人将收到函件。',
  refused: '未能启动基地',
  pending: '已发送，不会丢失。请重新提交同一页面以查询结果。',
  back: '返回基地列表',
}

/** What the pages say by which a base is started. */
export const startWords: Readonly<Record<Locale, StartWords>> = { en, 'zh-CN': chinese }
