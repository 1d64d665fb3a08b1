import type { BaseCommand } from '../../../domain/command.js'
import type { StepKey } from '../../../domain/values/step-key.js'
import type { ABase } from '../../support/a-base.js'
import { holderOf } from '../../support/an-example.js'
import { withRecused } from '../../support/recusing.js'
import { after, at, choosing, sent, type RefusedCase } from './case.js'

/** A step of which some members stepped aside. */
const recused =
  (before: () => ABase, { key, numbers }: { key: StepKey; numbers: readonly number[] }) =>
  (): ABase =>
    withRecused(before(), { key, numbers })

/** Members of the committee who vote, the first two of them as chair and deputy. */
const voted = (before: () => ABase, numbers: readonly number[]) =>
  after(before, ...numbers.map((number) => ['2.8', 'recommend', number] as const))

const draw = (step: string, ...numbers: readonly number[]) =>
  sent({
    type: 'draw_substitutes',
    step,
    pool: numbers.flatMap((number) => {
      const { person, mandates } = holderOf('SM', number)
      return mandates.map((mandate) => ({ person, mandate }))
    }),
  } satisfies BaseCommand)

const committee = at('2.8')
const broken = recused(committee, { key: '2.8', numbers: [6, 7, 8, 9] })

export const bodyCases: readonly RefusedCase[] = [
  {
    says: 'the last seat of a meeting is kept for chair or deputy, without whom it decides nothing (8.4)',
    code: 'seat_kept_for_chair',
    detail: { step: '2.8.1', seats: 5, role: 'CH', rule: '8.4' },
    base: voted(broken, [3, 4, 5, 10]),
    command: choosing('2.8', 'recommend'),
    actor: holderOf('CM', 20),
    twin: { actor: holderOf('CH', 1) },
  },
  {
    says: 'a body has no more votes than members: a sixth holder does not vote for those who stepped aside (8.4)',
    code: 'no_seat_left',
    detail: { step: '2.8.1', seats: 5, cast: 5, rule: '8.4' },
    base: voted(broken, [1, 2, 3, 4, 5]),
    command: choosing('2.8', 'recommend'),
    actor: holderOf('CM', 20),
    twin: { base: voted(committee, [1, 2, 3, 4, 5]) },
  },
  {
    says: 'a substitute who was not drawn has no vote',
    code: 'not_your_role',
    detail: { step: '2.8.1', needs: 'CH, CM', have: ['SM'] },
    base: committee,
    command: choosing('2.8', 'recommend'),
    actor: holderOf('SM'),
    twin: { actor: holderOf('CM', 3) },
  },
  {
    says: 'only the secretary has substitutes drawn',
    code: 'not_your_role',
    detail: { step: 'draw_substitutes', needs: 'CS', have: ['PM'] },
    base: broken,
    command: draw('2.8.1', 1),
    actor: holderOf('PM'),
    twin: { actor: holderOf('CS') },
  },
  {
    says: 'substitutes are drawn only when recusals break the quorum (8.4)',
    code: 'quorum_stands',
    detail: { step: '2.8.1', members: 6, quorum: 6, rule: '8.4' },
    base: recused(committee, { key: '2.8', numbers: [7, 8, 9] }),
    command: draw('2.8.1', 1),
    actor: holderOf('CS'),
    twin: { base: broken },
  },
  {
    says: 'nobody is drawn for what one person decides',
    code: 'no_substitutes_here',
    detail: { step: '2.9a.1', decides: 'one' },
    base: at('2.9a'),
    command: draw('2.9a.1', 1),
    actor: holderOf('CS'),
    twin: { base: broken, command: draw('2.8.1', 1) },
  },
  {
    says: 'nobody is drawn from an empty pool',
    code: 'nobody_to_draw',
    detail: { step: '2.8.1', role: 'SM' },
    base: broken,
    command: draw('2.8.1'),
    actor: holderOf('CS'),
    twin: { command: draw('2.8.1', 1) },
  },
  {
    says: 'substitutes are not drawn for a step that is not open',
    code: 'unknown_step',
    detail: { step: '1.10.1' },
    base: broken,
    command: draw('1.10.1', 1),
    actor: holderOf('CS'),
    twin: { command: draw('2.8.1', 1) },
  },
]
