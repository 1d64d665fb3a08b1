import type { z } from 'zod'
import type { PersonRecords } from '../../db/reads/records.js'
import { erasedPerson, retentionRules } from '../../domain/retention.js'
import type { RetentionRuleId } from '../../domain/retention.js'
import type { PersonRecordsResponse } from '../contract/records.js'

type Shown = z.output<typeof PersonRecordsResponse>

/** What an erasure of this person takes and what stays until when; after it, what it took. */
export const recordsView = (records: PersonRecords): Shown => {
  const { person, name, requestedAt, erasedAt, seq, counts } = records
  return {
    person,
    label: name === null ? { ...erasedPerson } : { en: name.en, 'zh-CN': name.local },
    state: erasedAt !== null ? 'erased' : requestedAt === null ? 'kept' : 'requested',
    requestedAt,
    erasedAt,
    seq,
    erases: [
      { ...kind('contacts'), count: 1 },
      { ...kind('texts'), count: counts.texts },
      { ...kind('letters'), count: counts.letters + counts.mailbox },
      { ...kind('seats'), count: counts.seats },
    ],
    stays: [{ ...kind('entries'), base: null, count: null, until: null }, ...staysByBase(records)],
  }
}

const staysByBase = ({ bases }: PersonRecords): Shown['stays'] =>
  bases.flatMap(({ base, documents, scans, keptUntil: until }) => [
    { ...kind('documents'), base, count: documents, until },
    ...(scans === 0 ? [] : [{ ...kind('scans'), base, count: scans, until }]),
    { ...kind('evidence'), base, count: null, until },
  ])

const kind = (id: RetentionRuleId) => ({ kind: id, label: { ...retentionRules[id].label } })
