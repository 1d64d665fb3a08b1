import type { Decide } from '../../domain/command.js'
import type { ProgrammeRecordFacts } from '../../domain/facts.js'
import { proposedScore } from '../../domain/gicc/yearly-review/proposed-score.js'
import { aNominatedBase, type ABase } from './a-base.js'
import { decisionOn, stepOf } from './acting.js'
import { holderOf, valuesShownBy } from './an-example.js'
import { someWords } from './filling.js'
import { playTo } from './playing.js'

/** A base whose report says how the year was governed, brought to its sheets: the figures propose points for every part. */
export const proposedYear = (programmeRecord: Partial<ProgrammeRecordFacts> = {}): ABase => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const year = base.state().stage?.year ?? 0
  const says = decisionOn(base, { step: stepOf(base, '5.2a'), option: 'submit' })
  const governance = { meetingsHeld: 1, meetingsPlanned: 2, cashShare: 0.5, signs: 'no_breach' } as const
  const report = { year, reportHash: 'e'.repeat(64), values: valuesShownBy(0.5, year), governance }
  base.send({ ...says, facts: { report } }, { actor: holderOf('CLO') })
  return playTo(base, { key: '5.6', brings: { programmeRecord } })
}

/** What the figures of its year propose, part by part. */
export const proposedPoints = (base: ABase): Readonly<Record<string, number>> =>
  proposedScore(base.state(), base.procedure)?.points ?? {}

/** A sheet with these points beside the proposed ones, and a reason for the parts that are named. */
export const sheetWith =
  (change: Readonly<Record<string, number>>, reasons: readonly string[] = []) =>
  (base: ABase): Decide => {
    const sound = decisionOn(base, { step: stepOf(base, '5.6'), option: 'score' })
    const { read = {}, version = 1 } = sound.form ?? {}
    const deviations = reasons.map((part) => ({ id: part, cells: { part } }))
    const points = { ...proposedPoints(base), ...change }
    return { ...sound, form: { version, content: someWords, read: { ...read, ...points, deviations } } }
  }
