import { readBase } from '../../db/reads/bases.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { StepDone } from '../../web/work/step-model.js'
import type { OnStep } from '../act/subject.js'
import { mustSeeBase } from '../auth/sight.js'
import { leadsInWords } from '../forms/leads-in-words.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { inboxSeen } from '../views/inbox.js'
import { whyView } from '../views/why-view.js'
import { labelsOf } from '../wording.js'
import type { StepRead } from './step-shown.js'

/** What became of what somebody decided on a step; undefined where he or she decided nothing there. */
export const stepDone = async (
  parts: ApiParts,
  { of, read: { shown, own: option } }: { readonly of: OnStep; readonly read: StepRead },
): Promise<StepDone | undefined> => {
  if (option === undefined) return undefined
  const { person } = of
  const [base, sight] = await Promise.all([readBase(parts.db, { id: of.base }), mustSeeBase(parts, of)])
  if (base === undefined) throw notFound(`base ${of.base}`)
  const key = keyOf(of.step)
  const programme = base.rehearsal ? base.programme : undefined
  const [waits, { items }] = await Promise.all([
    whyView(parts, { base, sight }),
    inboxSeen(parts, { person, programme, after: undefined, limit: 10 }),
  ])
  const next = items.find((item) => item.base !== of.base || item.id !== of.step)
  return {
    shown,
    label: labelsOf({ key, option }),
    // What the base waits for stands beside it; an end has nothing that is waited for.
    leadsTo: base.closedAt === null ? undefined : leadsInWords({ end: base.status }),
    waits: waits.slice(0, 4).map(({ sentence }) => sentence),
    next: next && {
      base: next.base,
      step: next.id,
      title: next.title,
      name: next.names.name,
      dueBy: next.dueBy,
    },
  }
}
