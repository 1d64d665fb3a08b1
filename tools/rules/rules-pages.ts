import { readFile } from 'node:fs/promises'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import type { GeneratedFile } from '../generated-file.js'
import { factsOf, otherwiseIn } from './step-facts.js'
import { stepHeading } from './told-steps.js'

/** The pages of docs/rules that tell steps. Only the lines of facts under each step are made from the procedures. */
export const rulesPages: readonly GeneratedFile[] = [
  'corrections',
  'due-diligence',
  'launch',
  'memorandum',
  'nomination',
  'papers',
  'the-ten',
  'time',
  'yearly-review',
].map((page) => {
  const file = `docs/rules/${page}.md`
  return { file, make: async () => withFacts(await readFile(file, 'utf8')) }
})

/** What the procedures that ship have of a step; nothing of the call, which belongs to the programme. */
export const shippedFacts = (key: StepKey): readonly string[] => {
  const usual = full.steps[key]
  if (usual !== undefined) return [...factsOf(usual, full), ...otherwiseIn(usual, { of: light, than: full })]
  const own = light.steps[key]
  return own === undefined ? [] : factsOf(own, light)
}

/** A page with the facts of today under each of its steps; whatever people wrote around them stays. */
export const withFacts = (page: string): string =>
  page
    .split(/^(?=#{2,3} )/m)
    .map(sectionWithFacts)
    .join('')

/** The lines that are made from the procedures, by the words they begin with. */
const madeLines = /^- \*\*(Who|Options|Time|Silence|Rests on|Paper|Approves|Under `\w+`)\*\*.*\n/gm

const sectionWithFacts = (section: string): string => {
  const key = stepHeading.exec(section)?.[1]
  if (key === undefined) return section
  const words = section.replace(madeLines, '').trimEnd()
  const facts = shippedFacts(key)
  const end = section.endsWith('\n\n') ? '\n\n' : '\n'
  return `${words}\n${facts.length === 0 ? '' : `\n${facts.join('\n')}\n`}${end.slice(1)}`
}
