import type { ConditionTerms } from '../../domain/conditions.js'
import type { Judgement } from '../../domain/judge/draft.js'
import { aNominatedBase, type ABase } from './a-base.js'
import { decisionOn, memberOf, stepOf } from './acting.js'
import { holderOf } from './an-example.js'
import { defined } from '../../domain/values/defined.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import { someWords } from './filling.js'
import { playTo } from './playing.js'

const terms = (row: string, more: Partial<ConditionTerms> = {}): ConditionTerms => ({
  id: `2.7.1:${row}`,
  due: 'before_signature',
  binding: true,
  owner: 'government',
  ...more,
})
/** Three of a report: due before signature, due before launch, and one that binds nobody. */
export const [first, second, third] = [
  terms('r1'),
  terms('r2', { due: 'before_launch', owner: 'organisation' }),
  terms('r3', { binding: false }),
]
const all = [first, second, third]

/** Where a member of the Board that many places on writes another text. */
export const wordsOf = (number: number): TextReference => ({ id: `t-${number}`, hash: String(number).repeat(64) })

interface Conditioned {
  readonly adopted: readonly ConditionTerms[]
  readonly kept: readonly ConditionTerms[]
  readonly option: string
  readonly changedBy: readonly number[]
}

/** A base whose report proposes these conditions, of which committee and Board keep some; some members of it give all another text. */
export const conditioned = (given: Partial<Conditioned> = {}): ABase => {
  const { adopted = all, kept = all, option = 'recommend_with_conditions', changedBy = [] } = given
  const base = proposes(aNominatedBase(), all)
  playTo(base, { key: '2.8' })
  vote(base, { key: '2.8', option, kept: adopted })
  playTo(base, { key: '2.10' })
  vote(base, { key: '2.10', option: 'approve', kept, changedBy })
  return base
}

/** The same base with a condition that binds nobody, fixed by whoever decides under its procedure. */
export const goingOnWith = (base: ABase, condition: ConditionTerms = third): ABase => {
  playTo(proposes(base, [condition]), { key: '2.8' })
  vote(base, { key: '2.8', option: 'recommend_with_conditions', kept: [condition] })
  playTo(base, { key: '2.10' })
  vote(base, { key: '2.10', option: 'approve', kept: [condition] })
  return base
}

/** The report proposes these conditions. */
const proposes = (base: ABase, proposed: readonly ConditionTerms[]): ABase => {
  playTo(base, { key: '2.7' })
  const says = decisionOn(base, { step: stepOf(base, '2.7'), option: 'submit' })
  base.send({ ...says, facts: { conditions: { proposed } } }, { actor: holderOf('DL', 2) })
  return base
}

interface Voting {
  readonly key: string
  readonly option: string
  readonly kept: readonly ConditionTerms[]
  readonly changedBy?: readonly number[]
}

const vote = (base: ABase, { key, option, kept, changedBy = [] }: Voting) => {
  const conditions = kept.map(({ id }) => id)
  for (let number = 1; base.open(key) !== undefined && number < 20; number += 1) {
    const step = stepOf(base, key)
    const reworded = changedBy.includes(number) ? { conditions, words: wordsOf(number) } : undefined
    const facts = { conditions: { kept: conditions, ...defined({ reworded }) } }
    base.send({ ...decisionOn(base, { step, option }), facts }, { actor: memberOf(base, { step, number }) })
  }
}

/** Its owner shows a condition with an exhibit of that class, brought for it. */
export const shows = (
  base: ABase,
  { id, owner, best = 1 }: Pick<ConditionTerms, 'id' | 'owner'> & { readonly best?: 1 | 5 },
): Judgement => {
  const exhibit = `x-${base.state().seq}`
  const actor = holderOf(owner === 'government' ? 'LG' : 'CLO')
  const kind = best === 1 ? 'yearbook' : 'own_record'
  const brought = base.send(
    {
      type: 'bring_exhibit',
      exhibit,
      says: { kind, classProposed: best, readers: 'PAR', seal: 'none', languages: ['en'], issuedOn: '2026-01-01' },
      file: { sha256: 'a'.repeat(64), size: 9, media: 'application/pdf', scan: 'clean' },
      words: someWords,
    },
    { actor },
  )
  if (!brought.ok) throw new Error(`not brought: ${brought.refusal.code}`)
  return base.send({ type: 'show_condition', condition: id, exhibits: [exhibit] }, { actor })
}
