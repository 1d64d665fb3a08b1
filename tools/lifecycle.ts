import { isFinal, lifecycle, statuses, type Status } from '../domain/lifecycle.js'
import type { GeneratedFile } from './generated-file.js'

/** docs/lifecycle.md: the table of statuses and the moves it allows, drawn. */
export const lifecyclePage: GeneratedFile = {
  file: 'docs/lifecycle.md',
  make: async () =>
    [
      heading,
      ...statuses.map(statusRow),
      '',
      '## The way of a base',
      '',
      ...diagram(
        moves.filter((move) => !isPause(move)),
        beginAndEnd,
      ),
      '',
      '## Pauses',
      '',
      'Before it is active a base may be held; at any time before its end it may be suspended. It goes back to the status it had.',
      '',
      ...diagram(moves.filter(isPause)),
      '',
    ].join('\n'),
}

interface Move {
  readonly from: Status
  readonly to: Status
}

const nextOf = (status: Status): readonly Status[] => lifecycle[status].next

/** Every move the table allows, in the order of the table. */
const moves: readonly Move[] = statuses.flatMap((from) => nextOf(from).map((to) => ({ from, to })))

const pauses: readonly Status[] = ['on_hold', 'suspended']

/** Moves into and out of a pause are drawn apart: there are as many of them as of all others together. */
const isPause = ({ from, to }: Move): boolean => pauses.includes(from) || pauses.includes(to)

const statusRow = (status: Status): string => {
  const { label, holdsSlot } = lifecycle[status]
  const next = nextOf(status).map((to) => `\`${to}\``)
  const slot = holdsSlot ? 'yes' : status === 'on_hold' ? 'as before' : 'no'
  return `| \`${status}\` | ${label.en} | ${label['zh-CN']} | ${slot} | ${next.join(', ') || 'final'} |`
}

const diagram = (drawn: readonly Move[], edges: readonly string[] = []): readonly string[] => [
  '```mermaid',
  'stateDiagram-v2',
  ...statuses
    .filter((status) => drawn.some(({ from, to }) => from === status || to === status))
    .map((status) => `  ${status} : ${lifecycle[status].label.en}`),
  ...drawn.map(({ from, to }) => `  ${from} --> ${to}`),
  ...edges.map((edge) => `  ${edge}`),
  '```',
]

/** A base begins with the interest of its nominator and ends in one of the final statuses. */
const beginAndEnd: readonly string[] = [
  '[*] --> expression_of_interest',
  ...statuses.filter(isFinal).map((status) => `${status} --> [*]`),
]

const heading = `# Lifecycle

Made from \`domain/lifecycle.ts\` by \`npm run gen\`. A base has one status at a time; the core refuses every move that is not in
this table. "Holds a slot" says whether the base counts toward the ten. A final status has no next: only a new nomination
follows.

| status | in English | 中文 | holds a slot | may become |
|---|---|---|---|---|`
