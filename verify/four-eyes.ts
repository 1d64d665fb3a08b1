/** Acts of which one person may do only one on the same base (4, R19), written down here a second time. */
type Pair = readonly [rule: string, first: string, second: string]

const scoring = '1.8 1.8b 1.9b'
const team = '2.2a 2.3 2.3a 2.3b 2.3c 2.3d 2.3e 2.3f 2.3g 2.4b 2.5a 2.5b 2.7'
const management = '1.2b 3.1a 3.2a 3.4 3.7a 4.1a 4.8a 4.12a'
const votes = '1.10 2.8 2.10 5.8 5.9b 5.12a 8.2a 8.16a R5 R2 5.8r 5.9r 5.13c 5.13d E6b 8.10c'
const screening = '1.4a 1.5a 1.5b 4.9 5.3a 5.3b 8.10a'

/** Each side is a list of step keys. */
export const exclusivePairs: readonly Pair[] = [
  ['SD1', '1.1a', '1.1b'],
  ['SD1', '1.2a 1.3 1.4b', '1.7 2.8 2.10'],
  ['SD1', '2.1a', '2.1b'],
  ['SD1', '2.7', '2.8 2.10'],
  ['SD1', '3.2a', '3.2b 3.3a 3.3b 3.9a 3.9b'],
  ['SD1', '3.2b', '3.3a 3.9a'],
  ['SD1', '3.7a', '3.3a 3.3b 3.9a 3.9b'],
  ['SD1', '3.2a 3.2b 3.3a 3.7a 3.9a', '3.11a'],
  ['SD1', '4.1a', '4.1b'],
  ['SD1', '4.2', '4.9'],
  ['SD1', '4.4a', '4.4b'],
  ['SD1', '4.5a', '4.5c'],
  ['SD1', '4.8a', '4.8b'],
  ['SD1', '4.12a', '4.12b'],
  ['SD1', '5.2a 5.2d', '5.2b 5.3a 5.3b'],
  ['SD1', '5.7a', '5.8 5.8r'],
  ['SD1', '5.5a 5.5b 5.6', '5.8'],
  ['SD1', '5.11a', '5.11b'],
  ['SD1', 'R0', 'R1'],
  ['SD1', '5.13a 5.13b 5.13e', '5.13c 5.13d'],
  ['SD1', '5.13a', '5.13f'],
  ['SD1', '5.13f', '5.13c'],
  ['SD1', '5.13h', '5.13i'],
  ['SD1', '8.10a 8.10b', '8.10c'],
  ['SD1', '3.2a 3.2b 3.7a', '3.13c 3.13g'],
  ['SD1', '3.13a', '3.13c'],
  ['SD1', '3.13e', '3.13f'],
  ['SD1', '3.13l', '3.13m'],
  ['SD2', '1.5a', '1.5b'],
  ['SD2', '1.5c', '1.5d'],
  ['SD2', '1.6a', '1.6b 1.6c'],
  ['SD2', '1.8', '1.8b'],
  ['SD2', '1.9a', '1.9b'],
  ['SD2', '2.5a', '2.5b'],
  ['SD2', '3.7b', '3.7c'],
  ['SD2', '3.7b', '3.7d'],
  ['SD2', '3.8a', '3.8b'],
  ['SD2', '3.9a', '3.9b 3.9c'],
  ['SD2', '3.9b', '3.9c'],
  ['SD2', '3.10a', '3.10b'],
  ['SD2', '3.11a', '3.11b'],
  ['SD2', '4.10a', '4.10b'],
  ['SD2', '5.3a', '5.3b 5.3c'],
  ['SD2', '5.5a', '5.5b'],
  ['SD2', '5.13b', '5.13e'],
  ['SD2', '5.8', '5.8s 5.9a 5.9b 5.12a'],
  ['SD2', '5.8s', '5.9a 5.9b'],
  ['SD2', '5.8 5.8s 5.9a 5.9b 5.13c 5.13d', 'R1'],
  ['SD2', '5.8r', '5.9r 5.12a'],
  ['SD2', '5.13c', '5.13d 5.12a'],
  ['SD2', 'E6a', 'E6b'],
  ['SD2', '3.13c', '3.13d'],
  ['SD2', '3.13g', '3.13h'],
  ['SD3', scoring, team],
  ['SD3', team, '5.6 5.8 5.8r 5.13c 5.13f'],
  ['SD4', management, `${votes} ${scoring} 5.6 5.13f ${screening}`],
  ['SD4', '1.9a 1.11 2.9a 2.9b', '1.10 2.8'],
  ['SD8', '1.4a 1.5a 1.5b', scoring],
  ['SD8', '5.3a 5.3b 5.5a 5.5b', '5.6'],
  ['SD8', '5.13b 5.13e', '5.13f'],
]

const excluded = new Map<string, Map<string, string>>()
for (const [rule, first, second] of exclusivePairs)
  for (const one of first.split(' '))
    for (const other of second.split(' ')) {
      note(one, { other, rule })
      note(other, { other: one, rule })
    }

function note(key: string, { other, rule }: { other: string; rule: string }): void {
  const others = excluded.get(key) ?? new Map<string, string>()
  others.set(other, others.get(other) ?? rule)
  excluded.set(key, others)
}

/** What a person has done on a base: in the whole of its life, and in the running stage. */
export interface Deeds {
  readonly life: ReadonlySet<string>
  readonly stage: ReadonlySet<string>
}

/** The earlier act that forbids this one to the same person; pairs of one yearly review bind within that review only. */
export function excludedBy(
  key: string,
  { life, stage }: Deeds,
): { readonly rule: string; readonly other: string } | undefined {
  for (const [other, rule] of excluded.get(key) ?? [])
    if ((key.startsWith('5.') && other.startsWith('5.') ? stage : life).has(other)) return { rule, other }
  return undefined
}
