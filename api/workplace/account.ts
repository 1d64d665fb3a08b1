import type { BaseId, PersonId, ProgrammeId } from '../../domain/ids.js'
import { basesNamed } from '../../db/reads/own-seats.js'
import { ownActs } from '../../db/reads/own-acts.js'
import { readPersonRecords } from '../../db/reads/records.js'
import type { AccountShown, KeptOfMe } from '../../web/work/account-model.js'
import type { WorkFrame } from '../../web/work/model.js'
import { isOpenTo, sightOf, type Sight } from '../auth/sight.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { baseSeen, papersSeen } from '../views/base-seen.js'
import { namesByKind } from '../views/base-view.js'
import { inboxSeen } from '../views/inbox.js'
import { meView } from '../views/me-view.js'
import { recordsView } from '../views/records-view.js'
import { labelsOf, titlesOf } from '../wording.js'

interface Asked {
  readonly person: PersonId
  readonly frame: Pick<WorkFrame, 'reader' | 'rehearsalHere'>
}

/** As much of each as stands on one page. */
const shownAtMost = { waiting: 20, done: 50, bases: 20, papers: 5 }

/** All that concerns one person and no other: by the views that tell the same person the same elsewhere. */
export const accountShown = async (parts: ApiParts, { person, frame }: Asked): Promise<AccountShown> => {
  const programme = frame.rehearsalHere
  const [me, waiting, sight] = await Promise.all([
    meView(parts, person),
    inboxSeen(parts, { person, programme, limit: shownAtMost.waiting }),
    sightOf(parts, person),
  ])
  const here = programmesHere(frame)
  const seats = me.seats.filter((seat) => here.some(({ id }) => id === seat.programme))
  const open = [...new Set(seats.flatMap(({ base }) => base ?? []))].filter((base) => isOpenTo(sight, base))
  // A seat may be given before its base stands.
  const standing = await basesNamed(parts.db, open)
  const bases = open.filter((base) => standing.has(base)).slice(0, shownAtMost.bases)
  return {
    programme,
    person,
    name: { en: me.name?.en ?? person, 'zh-CN': me.name?.local ?? person },
    language: me.language,
    seats,
    waiting: waiting.items,
    isMore: waiting.next !== null,
    done: await doneBy(parts, { person, programme, sight }),
    bases: await Promise.all(bases.map((base) => ownBase(parts, { person, base }))),
  }
}

const ownBase = async (
  parts: ApiParts,
  asked: { readonly person: PersonId; readonly base: BaseId },
): Promise<AccountShown['bases'][number]> => {
  const [base, papers] = await Promise.all([
    baseSeen(parts, asked),
    everyPage((query) => papersSeen(parts, { ...asked, query })),
  ])
  const standing = papers.filter(({ voided }) => !voided)
  return { base, papers: standing.toReversed().slice(0, shownAtMost.papers) }
}

interface Doing {
  readonly person: PersonId
  readonly programme: ProgrammeId | undefined
  readonly sight: Sight
}

/** What somebody did, on bases that he or she still sees. */
const doneBy = async (parts: ApiParts, { person, programme, sight }: Doing): Promise<AccountShown['done']> => {
  const found = await ownActs(parts.db, { person, programme, limit: shownAtMost.done })
  const acts = found.filter(({ base }) => isOpenTo(sight, base))
  const named = await basesNamed(parts.db, [...new Set(acts.map(({ base }) => base))])
  return acts.map(({ base, step, key, option, at, voided }) => ({
    base,
    baseName: namesByKind(named.get(base)?.names ?? null, base).name,
    zone: named.get(base)?.zone ?? null,
    step,
    title: titlesOf(key),
    option: labelsOf({ key, option }),
    at,
    voided: voided !== null,
  }))
}

const programmesHere = ({ reader, rehearsalHere: here }: Asked['frame']) =>
  (reader?.seats ?? [])
    .filter(({ programme, rehearsal }) => (here === undefined ? !rehearsal : programme === here))
    .map(({ programme: id, label }) => ({ id, label }))

/**
 * What each programme keeps of the one who asks. How many papers and scans a base has is left out: it counts what this person may not
 * see, and none of it goes with an erasure.
 */
export const keptOfMe = async (parts: ApiParts, { person, frame }: Asked): Promise<readonly KeptOfMe[]> => {
  const found = await Promise.all(
    programmesHere(frame).map(async ({ id, label }) => {
      const records = await readPersonRecords(parts.db, { programme: id, person })
      return records === undefined ? [] : [{ programme: label, records: recordsView(records) }]
    }),
  )
  return found.flat().map(({ programme, records: { state, requestedAt, erases, stays } }) => ({
    programme,
    records: { state, requestedAt, erases, stays: stays.map((one) => ({ ...one, count: null })) },
  }))
}
