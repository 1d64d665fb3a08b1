import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { datedEntries, inOneSnapshot } from '../../db/reads/dated-entries.js'
import type { Database } from '../../db/schema.js'
import { timesOf, waitOf } from '../../domain/times.js'
import type { TimesResponse } from '../contract/asking.js'
import { notFound } from '../problems.js'
import type { SightOfBase } from '../auth/sight.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { readPinned } from '../views/pinned-procedure.js'
import { titlesOf } from '../wording.js'

/** How long each stage of a base took, whom it waited for, and how long its open steps have waited. */
export const timesOfBase = (
  db: Kysely<Database>,
  { base, wall, sees }: Pick<SightOfBase, 'sees'> & { base: BaseId; wall: Date },
): Promise<z.output<typeof TimesResponse>> =>
  inOneSnapshot(db, async (trx) => {
    const found = await readBase(trx, { id: base })
    if (found === undefined) throw notFound(`base ${base}`)
    const now = clockOf(found, wall)
    const { steps } = await readPinned({ db: trx }, found)
    const { stages, open } = timesOf(base, { entries: await datedEntries(trx, { stream: base }), now, steps })
    const unseen = stepsUnseen({ sees })
    const there = open.filter(({ key }) => !unseen.includes(key))
    const openSteps = there.map((step) => ({
      ...waitOf(step, { calendars: found.calendars, now }),
      title: titlesOf(step.key),
    }))
    return { base, now, stages, openSteps, ledger: found.ledger }
  })
