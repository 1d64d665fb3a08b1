import { deedsOf } from './base-followed.js'
import type { Base } from './base-followed.js'
import { fieldsOf, textOf } from './entry.js'
import type { HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { excludedBy } from './four-eyes.js'

/** That nobody was in two acts that exclude each other, nor handled a paper alone (4, R16). */
export function fourEyes(base: Base, entry: HashedEntry): Fault | undefined {
  const { payload, stream, seq } = entry
  const [step, key] = [textOf(payload, 'step'), textOf(payload, 'key')]
  const by = fieldsOf(payload, 'by')
  // Whoever acts in somebody's place carries what that person did, and the act counts for both (SD7).
  const people = [textOf(by, 'person'), textOf(by, 'delegator')].filter((one) => one !== '')
  // Of an act on paper also the two through whose hands it went (R16).
  const paper = fieldsOf(payload, 'paper')
  const hands = [textOf(paper, 'enteredBy'), textOf(paper, 'confirmedBy')].filter((one) => one !== '')
  const alone = new Set([...people, ...hands]).size < people.length + hands.length
  const rule = base.rules.get(key)
  const deeds = people.map((one) => deedsOf(base, one))
  const raiser = rule?.notByRaiser === true && people.includes(base.matters.get(rule.matter) ?? '-')
  const insider = rule?.outsiders === true && deeds.some(({ life }) => [...life].some((done) => done !== key))
  const conflict = [...deeds, ...hands.map((one) => deedsOf(base, one))]
    .map((own) => excludedBy(key, own))
    .find((found) => found !== undefined)
  for (const one of [...people, ...hands]) base.acts.push({ step, key, person: one, stage: base.stage?.no ?? 0 })
  const kept = people.some((one) => base.interests.get(one)?.includes(textOf(by, 'role')) === true)
  if (conflict === undefined && !raiser && !insider && !kept && !alone) return undefined
  const [person = ''] = people
  const other = kept ? reasons.kept : alone ? reasons.alone : reasons.insider
  const why = conflict === undefined ? other : reasons.after(conflict)
  return fault('eyes', {
    at: { stream, seq },
    en: `${person} acted on ${key} of ${stream} (entry ${seq}) ${why.en}, which one person may not.`,
    'zh-CN': `${person}办理${stream}的${key}（第${seq}条），但${why['zh-CN']}，依规不得一人兼办。`,
  })
}

const reasons = {
  kept: { en: 'in spite of a declared interest (SD5)', 'zh-CN': '已申报利益关系（SD5）' },
  alone: { en: 'on paper that one person alone handled (R16)', 'zh-CN': '该书面文件由一人经手（R16）' },
  insider: { en: 'having acted on the case before', 'zh-CN': '此前已参与本案' },
  after: ({ other, rule }: { other: string; rule: string }) => ({
    en: `after acting on ${other} (${rule})`,
    'zh-CN': `此前已办理${other}（${rule}）`,
  }),
}
