import fc from 'fast-check'
import type { Procedure } from '../../domain/procedure.js'
import type { ABase } from './a-base.js'
import { make, move, type Move } from './random-moves.js'
import { broughtTo, type Choice } from './roads.js'
import { choicesOf, taken } from './walk.js'

interface Lives {
  readonly procedure: Procedure
  readonly lives: number
  readonly moves: number
  readonly seed: number
}

/** Lives from choices spread over the procedure on, each of so many random moves: one function for each, which stops at every moment. */
export const anyLives = ({ procedure, lives, moves, seed }: Lives): readonly (() => Generator<ABase>)[] => {
  const choices = choicesOf(procedure)
  const drawn = fc.sample(fc.array(move, { minLength: moves, maxLength: moves, size: 'max' }), { seed, numRuns: lives })
  return drawn.map(
    (some, number) => () =>
      anyLife(some, { procedure, choice: choices[Math.floor((number * choices.length) / lives)] }),
  )
}

const anyLife = function* (
  moves: readonly Move[],
  { procedure, choice }: { readonly procedure: Procedure; readonly choice: Choice | undefined },
): Generator<ABase> {
  const base = choice === undefined ? undefined : broughtTo(choice, procedure)
  if (choice === undefined || base === undefined) throw new Error('a life never begins')
  yield base
  taken(base, choice)
  yield base
  for (const one of moves) {
    if (base.state().closed) return
    make(base, one)
    yield base
  }
}
