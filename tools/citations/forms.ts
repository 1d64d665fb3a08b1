/** A number of the rules, or of a decision record, as it stands in a text. */
export interface Cited {
  /** As it is written there: `R16`, `8.4`, `5.12b`, `0027`. */
  readonly cited: string
  /** Where it begins in the text. */
  readonly at: number
  /** `step`: the text says so, or it stands as a key in code; `any`: a rule, or else a step. */
  readonly as: 'step' | 'any' | 'decision'
}

/** A standing rule, a row, a step, a case: `8.4`, `1.4`, `1.4a`, `14.22`. */
const dotted = String.raw`(?:1[0-4]|[1-9])\.[1-9]\d?[a-z]?`
/** A ruling, a rule of separation, a gate, a profile or a step named after one, an indicator of an area. */
const lettered = String.raw`(?:SD|R|G)\d{1,2}|E\d[ab]?|(?:HC|FD|MK|BR|IC|TA)\d`
/** A whole part of the rules. It counts only where nothing but citations stand beside it. */
const part = '(?:1[0-3]|[3-9])'
const number = new RegExp(String.raw`(\bsteps? )?(?<![\w.@/-])(${dotted}|${lettered})(?:\.\d+)?(?![\w]|\.\d|-\d)`, 'g')
const one = `(?:${dotted}|${lettered}|${part})`
/** `(6.5, 11)` in brackets, or `3.13, 9:` where a comment begins. */
const lists = [
  new RegExp(String.raw`\(${one}(?:(?:, | and |–)${one})*\)`, 'g'),
  new RegExp(String.raw`^[\s/*]*${one}(?:(?:, | and )${one})*:`, 'g'),
]
const partInList = new RegExp(String.raw`(?<![\w.])${part}(?![\w.])`, 'g')
const decision = /(?:\bdecisions?[ /]|\brecords? |\()(0\d{3})(?!\d)/g

/** What looks like a citation and is none: places in other texts, versions, sizes, times, cells and rows of measurements. */
const noCitations: readonly RegExp[] = [
  /\bRFC \d+(?:,? \(?[\d.]+\)?)*/g,
  /\b(?:[Vv]ersion|[Ss]erver|Temporal|TLS|Node(?:\.js)?|Go|PostgreSQL|TypeScript|UI)(?: version)? v?\d+(?:\.\d+)+/g,
  /\d+(?:\.\d+)+ or newer/g,
  /\d+(?:\.\d+)?(?: and \d+(?:\.\d+)?)? ?(?:ms|s|MB|MiB|KB|KiB|GB|GiB|%|seconds?|minutes?|hours?)(?!\w)/g,
  /\d+(?:\.\d+){2,}/g,
  /\|\s*[\d.]+(?:–[\d.]+)?\s*(?=\|)/g,
  /\b(?:gave|was|is) \d\.\d\d(?: and \d\.\d\d)?/g,
]

/** The citations in a sentence of a comment, a title, a refusal or a page, in their order. */
export const citedInProse = (text: string): readonly Cited[] => {
  const prose = noCitations.reduce((left, form) => left.replace(form, (found) => ' '.repeat(found.length)), text)
  return [...numbersIn(prose), ...partsIn(prose), ...decisionsIn(prose)].toSorted((one, other) => one.at - other.at)
}

const numbersIn = (prose: string): readonly Cited[] =>
  [...prose.matchAll(number)].map(({ index, 1: step = '', 2: cited = '' }) => ({
    cited,
    at: index + step.length,
    as: step === '' ? 'any' : 'step',
  }))

const partsIn = (prose: string): readonly Cited[] =>
  lists
    .flatMap((list) => [...prose.matchAll(list)])
    .flatMap((found) =>
      [...found[0].matchAll(partInList)].map(({ 0: cited, index }) => ({ cited, at: found.index + index, as: 'any' })),
    )

const decisionsIn = (prose: string): readonly Cited[] =>
  [...prose.matchAll(decision)].map(({ 0: found, 1: cited = '', index }) => ({
    cited,
    at: index + found.length - cited.length,
    as: 'decision',
  }))

const key = new RegExp(`^(?:${dotted}|${lettered})$`)

/** Whether a literal of the code is a number of the rules and nothing else: a step key, a rule a refusal names, a gate. */
export const isKey = (literal: string): boolean => key.test(literal)

const elsewhere = [
  /\b(?:domain|performance|peers|reliability|design|style)\.md\b/gi,
  /\b(?:design|performance|peers|reliability) (?:no\. |section )?\d/gi,
]

/** Where a text cites one that is not in the repository, so that nobody could read it there. */
export const citesElsewhere = (text: string): readonly { readonly cited: string; readonly at: number }[] =>
  elsewhere.flatMap((form) => [...text.matchAll(form)].map(({ 0: cited, index }) => ({ cited, at: index })))
