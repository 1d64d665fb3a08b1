import { anchorsIn, brokenLinks, doubled, type Anchor } from './anchors.js'
import { citedInProse, citesElsewhere, isKey, type Cited } from './forms.js'
import { passagesOf, type Passage } from './passages.js'
import type { ReadFile } from '../read-repository.js'

/** A citation with its place. */
export interface Citation extends Pick<Cited, 'cited' | 'as'> {
  readonly file: string
  readonly line: number
  readonly kind: Passage['kind']
}

/** What keeps a citation from being followed, as a line to print. */
export interface CitationFault {
  readonly file: string
  readonly line: number
  readonly what: string
}

/** The pages on which a number of the rules has its place. */
export const isRulesPage = (file: string): boolean => /^docs\/rules\/[\w-]+\.md$/.test(file) || file === 'docs/cases.md'

/** Numbers that tests make up to show what becomes of one that does not exist. */
const madeUp: readonly string[] = ['2.3z', '9.9', '9.9z']

/** Every citation of a file. */
export const citationsOf = (read: ReadFile): readonly Citation[] =>
  passagesOf(read).flatMap((passage) => citationsIn(read.file, passage))

const citationsIn = (file: string, { kind, text, line }: Passage): readonly Citation[] =>
  citedIn({ kind, text }).map(({ cited, as, at }) => ({ file, cited, as, kind, line: line + breaksBefore(text, at) }))

const breaksBefore = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1

const citedIn = ({ kind, text }: Pick<Passage, 'kind' | 'text'>): readonly Cited[] => {
  if (kind !== 'key') return citedInProse(text)
  return isKey(text) && !madeUp.includes(text) ? [{ cited: text, at: 0, as: 'step' }] : []
}

/** What is known to be cited: places of the rules by their number, and the numbers of decision records. */
export interface Places {
  readonly anchors: readonly Anchor[]
  readonly decisions: readonly string[]
}

/** Whether a citation leads somewhere. A step that bears the number of a ruling has `step-` before its own. */
export const leadsTo = ({ cited, as }: Pick<Citation, 'cited' | 'as'>, { anchors, decisions }: Places): boolean => {
  if (as === 'decision') return decisions.includes(cited)
  const id = cited.toLowerCase()
  return anchors.some((anchor) => anchor.id === id || anchor.id === `step-${id}`)
}

/** Everything that is wrong with the citations of some files: none may lead nowhere, or into a text that is not here. */
export const faultsIn = (files: readonly ReadFile[], places: Places): readonly CitationFault[] => [
  ...doubled(places.anchors).map(({ page, id }) => ({ file: page, line: 1, what: `a second place for ${id}` })),
  ...files.flatMap((read) => [
    ...passagesOf(read).flatMap((passage) => faultsOf(passage, { file: read.file, places })),
    ...(isRulesPage(read.file) ? brokenLinks({ page: read.file, text: read.text }, places.anchors) : []).map((link) => {
      return { file: read.file, line: 1, what: `the link ${link} leads nowhere` }
    }),
  ]),
]

const faultsOf = (
  passage: Passage,
  { file, places }: { readonly file: string; readonly places: Places },
): readonly CitationFault[] => [
  ...citationsIn(file, passage)
    .filter((citation) => !leadsTo(citation, places))
    .map(({ line, cited }) => ({ file, line, what: `${cited} stands nowhere in docs/rules` })),
  ...(passage.kind === 'key' ? [] : citesElsewhere(passage.text)).map(({ cited, at }) => ({
    file,
    line: passage.line + breaksBefore(passage.text, at),
    what: `${cited} is not in the repository: say the reason, or name the decision record`,
  })),
]

/** The places of the repository as it stands. */
export const placesIn = (files: readonly ReadFile[]): Places => ({
  anchors: files.filter(({ file }) => isRulesPage(file)).flatMap(({ file, text }) => anchorsIn(file, text)),
  decisions: files.flatMap(({ file }) => /^docs\/decisions\/(\d{4})-/.exec(file)?.[1] ?? []),
})
