import { newBase } from './base-followed.js'
import type { Base } from './base-followed.js'
import { fourEyes } from './check-eyes.js'
import { rulesOf } from './check-papers.js'
import { fieldsOf, listOf, numberOf, textOf } from './entry.js'
import type { Fields, HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault, Said } from './fault.js'
import { leadsTo } from './leads.js'
import type { Procedures, StepRule } from './manifest.js'

type Found = (fault: Fault) => void

/** The stage that may follow each; a yearly review follows another. */
const nextStages: Readonly<Record<string, string>> = {
  '': 'nomination',
  nomination: 'due_diligence',
  due_diligence: 'memorandum',
  memorandum: 'launch',
  launch: 'yearly_review',
  yearly_review: 'yearly_review',
}

/**
 * Follows every base through its entries: stages in their order, no step acted on before it is open or after it is closed,
 * only options of the rules, by the role they name, and nobody in two acts that exclude each other. Kinds of entries it
 * does not know are passed over. Sees one entry after another and counts the acts.
 */
export function orderChecker(procedures: Procedures, found: Found) {
  const bases = new Map<string, Base>()
  let acts = 0
  const visit = (entry: HashedEntry): void => {
    const base = bases.get(entry.stream) ?? newBase()
    bases.set(entry.stream, base)
    const wrong = follow(base, { entry, procedures })
    if (wrong !== undefined) found(toldOf(entry, wrong))
    if (entry.type !== 'step_acted') return
    acts += 1
    const eyes = fourEyes(base, entry)
    if (eyes !== undefined) found(eyes)
  }
  return { visit, acts: () => acts }
}

interface Step {
  readonly entry: HashedEntry
  readonly procedures: Procedures
}

/** What is wrong with an entry where it stands, or undefined; the base is what it is after the entry. */
function follow(base: Base, step: Step): Said | undefined {
  const { entry } = step
  const by = fieldsOf(entry.payload, 'by')
  const isOther = 'person' in by && (by['person'] !== entry.actor || by['role'] !== entry.role)
  const follower = followers[entry.type]
  const wrong = follower !== undefined && base.closed ? words.afterEnd() : follower?.(base, step)
  return isOther ? words.otherActor(entry) : wrong
}

const followers: Readonly<Record<string, (base: Base, step: Step) => Said | undefined>> = {
  base_nominated: (base) => {
    const wrong = base.begun ? words.twiceBegun() : undefined
    base.begun = true
    return wrong
  },
  stage_entered: (base, { entry, procedures }) => {
    const { payload } = entry
    const [name, no] = [textOf(payload, 'stage'), numberOf(payload, 'no')]
    const before = base.stage
    const isNext = nextStages[before?.name ?? ''] === name && no === (before?.no ?? 0) + 1
    const matters = new Map(base.besides.map(({ matter, by }) => [matter, by]))
    Object.assign(base, { stage: { name, no }, led: undefined, redressed: false, matters })
    base.rules = procedures.get(rulesOf(entry)) ?? new Map<string, StepRule>()
    return isNext ? undefined : words.stage(name)
  },
  stage_left: (base, { entry }) => {
    const left = textOf(entry.payload, 'stage')
    const beside = numbersOf(entry.payload)
    base.besides = base.besides.filter(({ no }) => beside.includes(no))
    for (const step of base.steps.values()) step.isOpen &&= beside.includes(step.matter)
    return base.stage?.name === left ? undefined : words.stage(left)
  },
  step_opened: (base, { entry }) => opened(base, entry.payload),
  step_acted: (base, { entry }) => acted(base, entry),
  stand_in_called: (base, { entry }) => {
    const step = base.steps.get(textOf(entry.payload, 'step'))
    if (step !== undefined) step.standIn = textOf(entry.payload, 'to')
    return undefined
  },
  interest_declared: (base, { entry }) => {
    const { roles } = entry.payload
    base.interests.set(textOf(entry.payload, 'person'), Array.isArray(roles) ? roles.map(String) : [])
    return undefined
  },
  step_recused: (base, { entry }) => recused(base, entry.payload),
  step_closed: (base, { entry }) => closed(base, entry.payload),
  status_changed: (base, { entry }) => {
    const [from, to] = [textOf(entry.payload, 'from'), textOf(entry.payload, 'to')]
    const isNext = base.status === '' || base.status === from
    base.status = to
    return isNext ? undefined : words.status(from)
  },
  effects_undone: (base, { entry }) => {
    base.status = textOf(entry.payload, 'to')
    return undefined
  },
  held: (base) => hold(base, 'on_hold'),
  resumed: (base) => release(base),
  frozen: (base) => hold(base, 'suspended'),
  unfrozen: (base) => release(base),
  step_voided: (base, { entry }) => voided(base, entry.payload),
  matter_raised: (base, { entry }) => {
    const raised = { matter: textOf(entry.payload, 'matter'), by: entry.actor ?? '' }
    base.matters.set(raised.matter, raised.by)
    base.besides = [...base.besides, { ...raised, no: numberOf(entry.payload, 'no') }]
    return undefined
  },
  base_closed: (base) => {
    base.closed = true
    return undefined
  },
}

/** The matters that go on beside the next stage when one is left. */
const numbersOf = (payload: Fields): readonly number[] =>
  listOf(payload, 'beside').map((one) => numberOf(one, 'matter'))

const hold = (base: Base, status: string): undefined => {
  Object.assign(base, { heldStatuses: [...base.heldStatuses, base.status], status })
}

const release = (base: Base): undefined => {
  base.status = base.heldStatuses.at(-1) ?? ''
  base.heldStatuses = base.heldStatuses.slice(0, -1)
}

/** What the recused did on the step counts no longer, neither for the outcome nor against them. */
function recused(base: Base, payload: Fields): undefined {
  const [id, person] = [textOf(payload, 'step'), textOf(payload, 'person')]
  base.steps.get(id)?.acts?.delete(person)
  base.acts = base.acts.filter((act) => act.step !== id || act.person !== person)
}

/** What no longer counts may be asked again; what was entered by mistake was no act of anybody (R17). */
function voided(base: Base, payload: Fields): Said | undefined {
  const id = textOf(payload, 'step')
  const step = base.steps.get(id)
  if (step === undefined) return words.notOpen(id)
  step.isOpen = false
  base.led?.add(step.key)
  if (textOf(payload, 'cause') === 'mistake') base.acts = base.acts.filter((act) => act.step !== id)
  return undefined
}

function opened(base: Base, payload: Fields): Said | undefined {
  const [id, key] = [textOf(payload, 'step'), textOf(payload, 'key')]
  const rule = base.rules.get(key)
  const isNew = !base.steps.has(id)
  base.steps.set(id, { key, isOpen: true, standIn: '', acts: undefined, matter: numberOf(payload, 'matter') })
  const isBeside = rule?.isRedress === true || 'matter' in payload || base.matters.has(rule?.matter ?? '')
  if (rule === undefined || (rule.stage !== base.stage?.name && !isBeside)) return words.notInStage(id)
  if (!isNew) return words.twiceOpened(id)
  if (rule.role !== textOf(payload, 'role')) return words.otherRole(id, rule.role)
  const isLed = base.led === undefined || base.led.has(key) || base.redressed
  return isLed || isBeside ? undefined : words.notLed(id)
}

function acted(base: Base, { payload, role }: HashedEntry): Said | undefined {
  const [id, option] = [textOf(payload, 'step'), textOf(payload, 'option')]
  const step = base.steps.get(id)
  if (step?.isOpen !== true) return words.notOpen(id)
  const rule = base.rules.get(step.key)
  const chosen = fieldsOf(rule?.options ?? {}, option)
  const person = textOf(fieldsOf(payload, 'by'), 'person')
  step.acts ??= new Map()
  const isSecond = step.acts.has(person)
  step.acts.set(person, option)
  if (!('leads' in chosen) || chosen['byClock'] === true) return words.noOption(id, option)
  if (![rule?.role, step.standIn, ...(rule?.also ?? [])].includes(role ?? ''))
    return words.otherRole(id, rule?.role ?? '')
  if (isSecond) return words.twiceActed(id)
  const codes = chosen['codes']
  return Array.isArray(codes) && !codes.includes(payload['code']) ? words.noCode(id, option) : undefined
}

function closed(base: Base, payload: Fields): Said | undefined {
  const [id, option, how] = [textOf(payload, 'step'), textOf(payload, 'option'), textOf(payload, 'how')]
  const step = base.steps.get(id)
  const wasOpen = step?.isOpen === true
  const chosen = [...(step?.acts?.values() ?? [])]
  if (step !== undefined) Object.assign(step, { isOpen: false, acts: undefined })
  const rule = base.rules.get(textOf(payload, 'key'))
  base.led ??= new Set()
  if (rule?.isRedress === true) base.redressed = true
  for (const key of leadsTo(rule?.options ?? {}, how === 'stopped' ? undefined : option)) base.led.add(key)
  if (how === 'file') return undefined
  if (!wasOpen) return words.notOpen(id)
  if (how === 'act' && !chosen.includes(option)) return words.nobody(id, option)
  return how === 'stopped' || option in (rule?.options ?? {}) ? undefined : words.noOption(id, option)
}

const toldOf = ({ stream, seq, type }: HashedEntry, says: Said): Fault =>
  fault('order', {
    at: { stream, seq },
    en: `Entry ${seq} of ${stream} (${type}) stands where it may not: ${says.en}.`,
    'zh-CN': `${stream}第${seq}条记录（${type}）不应出现于此：${says['zh-CN']}。`,
  })

const say = (en: string, chinese: string): Said => ({ en, 'zh-CN': chinese })
const words = {
  otherActor: ({ actor }: HashedEntry) =>
    say(`it names ${actor ?? 'nobody'} and acts for another`, `署名${actor ?? '无'}与行为人不符`),
  afterEnd: () => say('the base had ended', '基地已终结'),
  twiceBegun: () => say('the base had been nominated before', '基地此前已申报'),
  stage: (name: string) => say(`stage ${name} does not follow here`, `阶段${name}不应在此`),
  status: (from: string) => say(`the status was not ${from}`, `状态并非${from}`),
  notInStage: (id: string) => say(`step ${id} is none of this stage`, `事项${id}不属于本阶段`),
  twiceOpened: (id: string) => say(`step ${id} had been opened before`, `事项${id}此前已开启`),
  otherRole: (id: string, role: string) => say(`step ${id} belongs to ${role}`, `事项${id}属于${role}`),
  notLed: (id: string) => say(`nothing closed before leads to step ${id}`, `此前办结的事项均不通向${id}`),
  notOpen: (id: string) => say(`step ${id} was not open`, `事项${id}未开启`),
  noOption: (id: string, option: string) =>
    say(`step ${id} offers nobody "${option}"`, `事项${id}没有可选项“${option}”`),
  noCode: (id: string, option: string) =>
    say(`"${option}" on ${id} lacks a reason code`, `事项${id}的“${option}”缺少理由代码`),
  twiceActed: (id: string) => say(`the same person had acted on ${id} before`, `同一人此前已办理${id}`),
  nobody: (id: string, option: string) => say(`nobody chose "${option}" on ${id}`, `无人在${id}选择“${option}”`),
}
