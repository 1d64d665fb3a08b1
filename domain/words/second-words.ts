import type { ProposalKind } from '../commands/proposals.js'
import { dateInWords, type LocalText } from '../locale.js'
import type { ReasonCode } from '../reason-code.js'
import { roles, type Role } from '../role.js'
import type { StepId, StepKey } from '../values/step-key.js'
import { reasonCodeLabel } from './reason-codes.js'
import { stepTitle } from './steps.js'

interface ToldVoid {
  readonly base: string
  readonly id: StepId
  readonly key: StepKey
  readonly role: Role
  readonly code: ReasonCode
  /** The entry of the record that asks for it. */
  readonly seq: number
}

/** What a second person is asked for, where a decision is said to be mis-entered (R17). */
export const voidWaits = ({ base, id, key, role, code, seq }: ToldVoid): LocalText => ({
  en: `The decision of step ${id} "${stepTitle(key, 'en')}" of ${base} was entered by mistake, says the ${lower(roles[role].label.en)} (${role}; reason ${code}: ${lower(reasonCodeLabel(code, 'en'))}). It is voided when you confirm it as second person, naming entry ${seq} of the record, until one of the next steps is decided; without that it stands (R17).`,
  'zh-CN': `${roles[role].label['zh-CN']}（${role}）提出：${base} 步骤 ${id}“${stepTitle(key, 'zh-CN')}”的决定系误录（理由 ${code}：${reasonCodeLabel(code, 'zh-CN')}）。经您作为第二人注明登记第${seq}条予以确认后作废，后续步骤作出决定后不再可行；未经确认的，原决定继续有效（R17）。`,
})

/** That a voiding was asked for and waits for another person, for whoever reads the step: who asked among them (R17). */
export const voidStands = ({
  role,
  code,
  seconds,
}: Pick<ToldVoid, 'role' | 'code'> & { readonly seconds: readonly Role[] }): LocalText => ({
  en: `The ${lower(roles[role].label.en)} says that what was decided here was entered by mistake (${lower(reasonCodeLabel(code, 'en'))}). It waits for a second person, who is none of those that acted on it or asked for it: ${seconds.map((one) => `the ${lower(roles[one].label.en)}`).join(' or ')}. Until that person confirms it the decision stands, and once one of the next steps is decided it stays (R17).`,
  'zh-CN': `${roles[role].label['zh-CN']}提出，此处的决定系误录（${reasonCodeLabel(code, 'zh-CN')}）。现待第二人确认，第二人为未参与该决定、也未提出作废的${seconds.map((one) => roles[one].label['zh-CN']).join('或')}。确认之前原决定继续有效；后续步骤一经作出决定，不再作废（R17）。`,
})

interface ToldPaper extends Pick<ToldVoid, 'seq'> {
  readonly signatory: LocalText
  readonly enteredBy: LocalText
  readonly label: LocalText
  readonly signedOn: string
}

/** What an act on paper says as one person has read it, for the second who reads the scan too (R16). */
export const paperWaits = ({ signatory, enteredBy, label, signedOn, seq }: ToldPaper): LocalText => ({
  en: `${enteredBy.en} has entered from a paper of ${dateInWords(signedOn, 'en')}: ${signatory.en} decides “${label.en}” (entry ${seq} of the record). Nothing follows from it before another person has read the scan and confirms it (R16).`,
  'zh-CN': `${enteredBy['zh-CN']}已按${dateInWords(signedOn, 'zh-CN')}的书面文件录入：${signatory['zh-CN']}的意见为“${label['zh-CN']}”（登记第${seq}条）。另一人核对扫描件并确认之前不生效（R16）。`,
})

/** The same for whoever signed it: whose hands it went through is of the office. */
export const paperOfYours = ({ label, signedOn, seq }: Omit<ToldPaper, 'signatory' | 'enteredBy'>): LocalText => ({
  en: `The office has entered from your paper of ${dateInWords(signedOn, 'en')} that you decide “${label.en}” (entry ${seq} of the record). Nothing follows from it before another person there has read the scan and confirms it; you get a letter then. If the paper is not yours, tell the office (R16).`,
  'zh-CN': `办公室已按您${dateInWords(signedOn, 'zh-CN')}的书面文件录入：您的意见为“${label['zh-CN']}”（登记第${seq}条）。另一人核对扫描件并确认之前不生效，确认后将另函告知。如非您本人签署，请告知办公室（R16）。`,
})

/** Who says that a decision was entered by mistake, and why, in a letter to the second person (R17). */
export const voidAsked = ({ role, code }: Pick<ToldVoid, 'role' | 'code'>): LocalText => ({
  en: `It is asked for by the ${lower(roles[role].label.en)}; the reason: ${lower(reasonCodeLabel(code, 'en'))}.`,
  'zh-CN': `由${roles[role].label['zh-CN']}提出，理由：${reasonCodeLabel(code, 'zh-CN')}。`,
})

/** That bases wait for a ranked session, for whoever convenes it (1.10). */
export const sessionWaits = (bases: readonly string[]): LocalText => ({
  en: `${bases.length === 1 ? 'A base waits' : `${bases.length} bases wait`} for a place in a ranked session (1.10): ${bases.join(', ')}. You convene it as committee secretary; until then nothing happens by itself.`,
  'zh-CN': `${bases.length} 个基地等待列入排名会议（1.10）：${bases.join('、')}。请以委员会秘书身份召集；此前不会自动进行。`,
})

interface ToldProposal extends Pick<ToldVoid, 'seq'> {
  readonly kind: ProposalKind
  readonly id: string
  readonly by: string
}

/** That something which asks for two persons waits for the second (SD10). */
export const proposalWaits = ({ kind, id, by, seq }: ToldProposal): LocalText => ({
  en: `${proposed[kind].en} ${id} was proposed by ${by} and waits for a second person: it stands when you confirm it, naming entry ${seq} of the record, and not before (SD10).`,
  'zh-CN': `${proposed[kind]['zh-CN']} ${id} 由 ${by} 提出，待第二人确认：经您注明登记第${seq}条予以确认后方予生效（SD10）。`,
})

const proposed: Readonly<Record<ProposalKind, LocalText>> = {
  seats: { en: 'Giving seats', 'zh-CN': '席位授予' },
  rules: { en: 'The version of the rules', 'zh-CN': '规则版本' },
  organisation: { en: 'The corrected organisation', 'zh-CN': '更正的机构登记' },
  place: { en: 'The corrected place', 'zh-CN': '更正的地点登记' },
  names: { en: 'The corrected names', 'zh-CN': '更正的名称登记' },
  category: { en: 'The corrected category', 'zh-CN': '更正的行业类别登记' },
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
