import { createHmac, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { FoundProgramme } from '../../domain/commands/founding.js'
import { programmeWorkflowId, type ProgrammeId } from '../../domain/ids.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { foundersFault } from '../../domain/programme/founding.js'
import type { Refusal } from '../../domain/refusal.js'
import type { RegisteredOrganisation } from '../../domain/register.js'
import type { MandateGrant } from '../../domain/values/mandate.js'
import { workflowTypes } from '../../domain/workflow-names.js'
import { canonicalText } from '../canonical-text.js'
import { erasedAmong } from '../reads/people.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'
import { currentKey } from '../seals/installation-key.js'
import { markSent } from './commands.js'
import { savePeople } from './people.js'
import { createProgramme } from './programmes.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

type Db = Kysely<Database>

export interface Founder {
  /** What the issuer of tokens calls the person: `sub`. */
  readonly subject: string
  readonly name: Name
  readonly email: string
  readonly language: Locale
}

export interface Founding {
  readonly programme: ProgrammeId
  readonly namespace: string
  readonly label: LocalText
  readonly procedure: ProcedureId
  readonly organisation: Omit<RegisteredOrganisation, 'kind'>
  readonly founders: readonly Founder[]
}

/**
 * Founds a programme, as the role that owns the database: keeps it, its two founders under seal, and a note of the founding
 * in the name of the first. The API sends what it finds noted to the programme's workflow, so that the founding comes into
 * the ledger and the histories as every command does. All of it or nothing; a "no" where the programme stands, or where
 * there are not two different persons.
 */
export async function foundProgramme(db: Db, founding: Founding): Promise<Refusal | undefined> {
  const { programme: id, founders } = founding
  const no = foundersFault(differing(founders))
  if (no !== undefined) return no
  return await db.transaction().execute(async (trx) => {
    const at = now()
    const erased = await erasedAmong(trx, { people: founders.map(({ subject }) => subject) })
    if (erased !== undefined) return { code: 'person_erased', detail: { person: erased } }
    const { namespace, label, procedure } = founding
    const made = await createProgramme(trx, { id, namespace, rehearsal: false, label, procedure, at })
    if (made === 'exists') return { code: 'programme_stands', detail: { programme: id } }
    const people = founders.map(({ subject, ...person }) => ({ ...person, id: subject }))
    await savePeople(trx, { people, organisations: [], at })
    await noteFounding(trx, { founding, at })
    return undefined
  })
}

/** One person is one, under whichever of two subjects or addresses. */
const differing = (founders: readonly Founder[]): readonly string[] => {
  const addresses = new Set(founders.map(({ email }) => email.trim().toLowerCase()))
  const subjects = founders.map(({ subject }) => subject)
  return addresses.size === founders.length ? subjects : subjects.slice(0, addresses.size)
}

const noteFounding = async (db: Db, { founding, at }: { founding: Founding; at: string }): Promise<void> => {
  const { programme, namespace, label, procedure, organisation, founders } = founding
  const seats = founders.map(({ subject }): MandateGrant => ({
    id: `${programme}-founder-${subject}`,
    person: subject,
    organisation: organisation.id,
    role: 'AD',
    from: at,
  }))
  const command: FoundProgramme = {
    type: 'found',
    label,
    procedure,
    organisation: { kind: 'organisation', ...organisation },
    seats,
  }
  const parcel = {
    namespace,
    workflow: programmeWorkflowId(programme),
    update: command.type,
    command,
    start: { type: workflowTypes.programme, input: { programme, procedure }, summary: programme },
  }
  await markSent(db, {
    command: {
      id: randomUUID(),
      stream: programme,
      route: `POST /programmes/${programme}/founding`,
      actor: founders[0]?.subject ?? '',
      bodyHash: createHmac('sha256', currentKey().key)
        .update('founding\n')
        .update(canonicalText(command))
        .digest('hex'),
      body: { ...parcel, channel: 'api' },
      at,
    },
    at,
  })
}
