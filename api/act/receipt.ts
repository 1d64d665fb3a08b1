import { readBase } from '../../db/reads/bases.js'
import { entriesOfCommand } from '../../db/reads/entries-of-command.js'
import type { Link } from '../../db/reads/links.js'
import { keyOf } from '../../domain/values/step-key.js'
import { momentInWords } from '../../domain/words/hours.js'
import type { ActReceipt } from '../../web/act/model.js'
import { mustSeeBase } from '../auth/sight.js'
import { leadsInWords } from '../forms/leads-in-words.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { namesByKind } from '../views/base-view.js'
import { whyView } from '../views/why-view.js'
import { labelsOf, titlesOf } from '../wording.js'

interface Acted {
  readonly link: Link
  /** The command by which it acted. */
  readonly command: string
}

/**
 * What somebody decided by a link, from the entry it became: which decision, when, under which number, and what the base waits for
 * now, as far as that is for his or her eyes.
 */
export const receiptOf = async (parts: ApiParts, { link, command }: Acted): Promise<ActReceipt> => {
  const { person, base: id, step } = link
  const [base, sight] = await Promise.all([readBase(parts.db, { id }), mustSeeBase(parts, { person, base: id })])
  if (base === undefined) throw notFound(`base ${id}`)
  const key = keyOf(step)
  const [entries, waits] = await Promise.all([
    entriesOfCommand(parts.db, { stream: id, command }),
    whyView(parts, { base, sight }),
  ])
  const acted = entries.find(({ event }) => event.type === 'step_acted')
  const option = acted?.event.type === 'step_acted' ? acted.event.option : undefined
  return {
    base: id,
    rehearsal: base.rehearsal,
    cluster: namesByKind(base.names, base.cluster).name,
    key,
    title: titlesOf(key),
    label: option === undefined ? undefined : labelsOf({ key, option }),
    at: acted && momentInWords(acted.occurredAt, base.zone ?? undefined),
    seq: acted?.seq,
    command,
    // What the base waits for stands beside it; an end has nothing that is waited for.
    leadsTo: base.closedAt === null ? undefined : leadsInWords({ end: base.status }),
    waits: waits.slice(0, mostTold).map(({ sentence }) => sentence),
  }
}

const mostTold = 4
