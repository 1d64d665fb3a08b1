import type { EventAt, StorySoFar } from '../../activities/papers/story-so-far.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { EventType } from '../../domain/event.js'
import { exampleAnswers } from '../../domain/form/example.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { steps } from '../../domain/gicc/steps.js'
import { exampleLedger, yueqing } from '../documents/example-papers.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { playTo, type Answers } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'

/** What the ledger tells a paper of that kind, with invented answers to every form, changed as wanted by key of the step. */
export const storyOf = (
  base: ABase,
  { kind, filled = {} }: { kind: DocumentKind; filled?: Readonly<Record<string, FormAnswers>> },
): StorySoFar => {
  const order = base.recorded.findLast(({ event }) => event.type === 'document_ordered' && event.kind === kind)
  if (order === undefined) throw new Error(`no ${kind} was ordered`)
  const texts = new Map<string, string>()
  const events = base.recorded
    .filter(({ seq }) => seq <= order.seq)
    .map(({ event, seq, occurredAt }): EventAt<EventType> => {
      if (event.type !== 'step_acted' || event.form === undefined) return { ...event, seq, at: occurredAt }
      const form = steps[event.key]?.form
      const id = `text-${seq}`
      const answers = {
        ...(form === undefined ? {} : exampleAnswers(form, { option: event.option })),
        ...filled[event.key],
      }
      texts.set(id, JSON.stringify({ version: 1, answers }))
      return { ...event, form: { ...event.form, content: { id, hash: 'c'.repeat(64) } }, seq, at: occurredAt }
    })
  const frame = { base: yueqing, ledger: exampleLedger, rehearsal: true, zone: 'Asia/Shanghai' }
  return { ...frame, kind, procedure: base.procedure, events, texts }
}

/** A base played until that step is open. */
export const played = (key: string, answers: Answers = {}): ABase =>
  playTo(aNominatedBase(), { key, answers, brings: bringsFor(answers) })

/** The same words in both languages, told apart. */
export const words = (en: string) => ({ en, 'zh-CN': `${en}（中文）` })
