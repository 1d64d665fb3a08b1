import { createHash } from 'node:crypto'
import { hashOfMarks, markOf as hashed, marksOf } from '../../documents/hash-of-text.js'
import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import type { ContentClause, TextContent } from '../../domain/negotiation/content.js'
import type { BroughtText, BroughtVersion } from '../../domain/commands/negotiation.js'
import type { ClauseId, TextNeed } from '../../domain/negotiation/rules.js'
import { clausesOf, currentVersion, type ClauseMark, type ClauseMarks } from '../../domain/negotiation/version.js'
import type { StepDefinition } from '../../domain/procedure.js'
import { textsSeen } from '../../domain/seen-texts.js'
import type { StepState } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import type { ABase } from './a-base.js'

/** A hash that says what it is of. */
export const hashOf = (what: string): string => createHash('sha256').update(what).digest('hex')

const frame = { model: { id: memorandumModel.id, version: memorandumModel.version }, languages: ['en', 'zh-CN'] }

const clauseIn = (clause: ClauseId, said: (language: string) => string): ContentClause => {
  const both = Object.fromEntries(frame.languages.map((language) => [language, said(language)]))
  return { id: clause, heading: both, paragraphs: [{ id: `${clause}.1`, text: both }] }
}
const saying = (clause: ClauseId, edition: number) => clauseIn(clause, (language) => `${clause} ${language} ${edition}`)

/** A clause as it reads after so many changes. */
export const markOf = (clause: ClauseId, edition = 0): ClauseMark => hashed(saying(clause, edition), frame.languages)

/** The same clause with one of its languages written anew. */
export const translated = (clause: ClauseId, language: string): ClauseMark =>
  hashed(
    clauseIn(clause, (one) => `${clause} ${one} ${one === language ? 'anew' : '0'}`),
    frame.languages,
  )

/** The words of an example: two material clauses, one of them finance's and the superior authority's too, and a normal one. */
export const exampleContent: TextContent = {
  ...frame,
  clauses: ['title', 'areas', 'money', 'notices'].map((clause) => saying(clause, 0)),
}
export const exampleClauses: ClauseMarks = marksOf(exampleContent)

/** The text that stands with some clauses otherwise, as a version that is handed over. */
export const versionWith = (base: ABase, change: ClauseMarks = {}): BroughtVersion => {
  const { negotiation } = base.state()
  const before = currentVersion(negotiation)
  const clauses = { ...(before === undefined ? exampleClauses : clausesOf(negotiation, before.no)), ...change }
  return { hash: hashOfMarks({ ...frame, clauses }), clauses, editors: [], edits: hashOf(JSON.stringify(change)) }
}

interface OnStep {
  readonly step: StepState
  readonly definition: StepDefinition | undefined
}

/** What lies there to be decided about. */
export const seenOn = (base: ABase, { step, definition }: OnStep): string[] | undefined => {
  const seen = definition === undefined ? [] : [...textsSeen(base.state(), { step, definition })]
  return seen.length === 0 && definition?.sees === undefined ? undefined : seen
}

/** What an option of a step asks for of the text, in good order: nothing is changed, and what is open is turned down. */
export const textBrought = (
  base: ABase,
  { definition, option }: OnStep & { readonly option: string },
): BroughtText | undefined => {
  const { hands, needs = {} } = definition?.text ?? {}
  const version = hands?.with.includes(option) === true && hands.must === true ? versionWith(base) : undefined
  const needed = Object.hasOwn(needs, option) ? (needs[option] ?? []) : []
  const text = needed.reduce<BroughtText>(
    (sofar, need) => ({ ...sofar, ...broughtFor(base, need) }),
    defined({ version }),
  )
  return Object.keys(text).length === 0 ? undefined : text
}

const broughtFor = (base: ABase, need: TextNeed): BroughtText => {
  const { proposals = {}, issues = {} } = base.state().negotiation ?? {}
  const no = Math.max(0, ...[...Object.keys(proposals), ...Object.keys(issues)].map(Number)) + 1
  switch (need) {
    case 'proposal':
    case 'open_point':
      return { proposals: [{ no, clause: 'areas', hash: hashOf(`proposal ${no}`) }] }
    case 'remark':
      return { comments: [{ no, hash: hashOf(`comment ${no}`) }] }
    case 'answers': {
      const open = Object.entries(proposals).filter(([, { state }]) => state === 'open')
      const answers = open.map(([one]) => ({ no: Number(one), state: 'rejected' as const, hash: hashOf(`why ${one}`) }))
      return answers.length === 0 ? {} : { answers }
    }
    case 'settled':
    case 'unchanged':
      return {}
  }
}
