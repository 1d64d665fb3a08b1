/** Libraries that twin with a library abroad: who is there, and where a twinning stands. Nothing here is of our programme. */
const label = (en: string, zh: string) => ({ en, 'zh-CN': zh })

export const roles = {
  SEC: { side: 'programme', perBase: false, label: label('Secretary', '秘书') },
  VIS: { side: 'programme', perBase: false, label: label('Visitor', '访问员') },
  JUR: { side: 'programme', perBase: false, label: label('Juror', '评委') },
  PRE: { side: 'programme', perBase: false, label: label('President', '会长') },
  LIB: { side: 'partner', perBase: true, label: label('Librarian', '馆长') },
  MAY: { side: 'partner', perBase: true, label: label('Mayor', '市长') },
} as const
type Role = keyof typeof roles
export const isRole = (text: string): text is Role => Object.hasOwn(roles, text)
export const roleCodes = Object.keys(roles).filter(isRole)

export const offices = {
  nominates: 'SEC',
  holds: ['SEC', 'PRE'],
  withdraws: 'LIB',
  reassigns: 'PRE',
  drawsSubstitutes: 'SEC',
  entersInterests: 'PRE',
  revives: 'PRE',
  meetsConditions: { government: ['LIB'], organisation: ['LIB'], programme: ['SEC'] },
  checksConditions: ['PRE'],
  handlesPaper: ['SEC'],
  revokes: 'PRE',
  proposesVoid: ['SEC'],
  confirmsVoid: ['PRE'],
  agrees: { programme: 'PRE', partner: 'MAY' },
  hearsOfSilence: ['SEC'],
  hearsOfBounces: ['SEC'],
  proposesCalls: ['SEC'],
  opensCalls: ['PRE'],
  convenes: ['SEC'],
  administers: 'PRE',
  administersWith: ['PRE'],
  holdsRecords: ['PRE'],
  endsDelegations: 'PRE',
}

/** Who hears of somebody who is late, and who stands in for one who is late for long. */
export const supervisorOf = (role: Role): Role => (role === 'LIB' ? 'MAY' : role === 'SEC' ? 'PRE' : 'SEC')
export const standInOf = (): Role => 'PRE'

export const stages = ['application', 'visit', 'agreement', 'twinning'] as const
export const stageLabel = {
  application: label('Application', '申请'),
  visit: label('Visit', '访问'),
  agreement: label('Agreement', '协议'),
  twinning: label('Twinning', '结对'),
}

const beside = ['paused', 'frozen', 'withdrawn', 'dropped'] as const
const before = ['interested', 'applied', 'invited', 'visited'] as const
const end = (en: string, zh: string) => ({ label: label(en, zh), holdsSlot: false, next: [] })
const goingOn = (words: ReturnType<typeof label>, ...next: readonly string[]) => ({
  label: words,
  holdsSlot: false,
  next: [...next, ...beside],
})

export const lifecycle = {
  interested: goingOn(label('Interested', '有意'), 'applied', 'turned_down'),
  applied: goingOn(label('Applied', '已申请'), 'invited', 'turned_down'),
  invited: goingOn(label('Invited', '已邀请'), 'visited', 'turned_down'),
  visited: goingOn(label('Visited', '已访问'), 'twinned'),
  twinned: goingOn(label('Twinned', '已结对'), 'dissolved'),
  paused: goingOn(label('Paused', '暂停'), ...before, 'twinned'),
  frozen: goingOn(label('Frozen', '冻结'), ...before, 'twinned'),
  withdrawn: end('Withdrawn', '撤回'),
  turned_down: end('Turned down', '未接受'),
  dropped: end('Dropped', '失效'),
  dissolved: end('Dissolved', '解除'),
}
type Status = keyof typeof lifecycle
export const isStatus = (text: string): text is Status => Object.hasOwn(lifecycle, text)
export const statuses = Object.keys(lifecycle).filter(isStatus)
export const canMove = (from: Status, to: Status): boolean => lifecycle[from].next.some((next) => next === to)
export const isFinal = (status: Status): boolean => lifecycle[status].next.length === 0
export const isActive = (status: Status): boolean => status === 'twinned'
export const carries = (status: Status): boolean => isActive(status)

export const statusFor = {
  beginning: 'interested',
  hold: 'paused',
  stop: 'frozen',
  suspension: 'frozen',
  withdrawal: 'withdrawn',
  overdue: 'dropped',
  termOver: 'dropped',
  no: [],
  explained: [],
  putOff: [],
}
export const statusOfColour = {}
export const stageFor = {
  beginning: 'application',
  years: 'none',
  signed: 'twinning',
  silence: ['application', 'visit'],
}

export const matters = {
  complaint: {
    label: label('Complaint', '投诉'),
    by: ['LIB', 'SEC'],
    onlyActive: false,
    freezes: true,
    codes: ['RUDE', 'LOST'],
    brings: 'nothing',
  },
}
export const isMatter = (text: string): boolean => Object.hasOwn(matters, text)
/** Nothing here is taken back by whoever raised it. */
export const takenBack: readonly string[] = []
export const raisedByPeople = ['complaint']
export const changesOfPlace = ['moved']

export const reasonCodes = ['SMALL', 'RUDE', 'LOST', 'LATE']
export const isReasonCode = (text: string): boolean => reasonCodes.includes(text)
export const documentKinds: readonly string[] = []

export const procedureIds = ['library']
export const isProcedureId = (text: string): boolean => procedureIds.includes(text)
