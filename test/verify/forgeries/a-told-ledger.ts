import type { Kysely } from 'kysely'
import { makeCheckpoint } from '../../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../../db/log/note.js'
import { recordEntries } from '../../../db/record/record-entries.js'
import type { Database } from '../../../db/schema.js'
import { savePeople } from '../../../db/writes/people.js'
import { saveText } from '../../../db/writes/texts.js'
import type { By } from '../../../domain/values/by.js'
import { full } from '../../../domain/gicc/full.js'
import type { Role } from '../../../domain/role.js'
import { fourExhibits } from '../../exhibits/exhibit-events.js'
import { aLedger, evidenceFrom, recordMore, signer, yueqing } from '../a-ledger.js'
import type { Honest } from './forging.js'

/**
 * A ledger in which two people have left words, one has brought proof, and one of them was erased since; the evidence before and after, of the base and its
 * programme, and once more after the key was replaced.
 */
export const aToldLedger = async (title: string) => {
  const ledger = await aLedger(title)
  const { app, sequencer } = ledger
  const sign = (signers = [signer]) => makeCheckpoint(sequencer, { signers, atOnce: true })
  const name = { en: 'Somebody', local: '某人' }
  const people = ['p-so-1', 'p-pm-1'].map((id) => ({
    id,
    name,
    email: `${id}@example.org`,
    language: 'en' as const,
    organisation: 'o-1',
  }))
  await savePeople(app, { people, organisations: [{ programme: 'gasme', id: 'o-1', name, country: 'CN' }] })
  const earlier = await evidenceFrom(app)
  const kept = String(earlier.get('checkpoint.txt'))
  for (const [person, role] of [['p-so-1', 'SO'] as const, ['p-pm-1', 'PM'] as const]) {
    const text = await saveText(app, { stream: yueqing, author: person, body: `Words of ${person}.` })
    if (text !== undefined)
      await recordMore(app, { words: person, event: { type: 'commented', text, by: byOf(person, role) } })
  }
  await bringExhibits(app)
  await sign()
  await erase(app)
  await sign()
  const [base, programme] = [await evidenceFrom(app), await evidenceFrom(app, { kind: 'programme', id: 'gasme' })]
  const next = readSigner(makeSignerKey('example.org/gasme'))
  for (const signers of [[next, signer], [next]]) {
    await recordMore(app, `signed by ${signers.length}`)
    await sign(signers)
  }
  const rotated = await evidenceFrom(app, { kind: 'base', id: yueqing, signers: [next] })
  const honest: Honest = { base, programme, earlier, rotated }
  return { ...ledger, honest, kept, signers: [signer, next], keys: [signer.verifierKey, next.verifierKey] }
}

const byOf = (person: string, role: Role): By => ({ person, role, mandate: `${role} of ${person}`, onBehalfOf: 'o-1' })

/** Four exhibits: accepted, rejected, replaced by the fourth, and waiting. */
const bringExhibits = async (app: Kysely<Database>): Promise<void> => {
  const by = byOf('p-pm-1', 'PM')
  for (const event of fourExhibits(by)) {
    const words = await saveText(app, { stream: yueqing, author: by.person, body: '{"title":{"en":"A title"}}' })
    const whole = event.type === 'exhibit_received' && words !== undefined ? { ...event, words } : event
    await recordMore(app, { words: `${event.type} ${event.exhibit}`, event: whole })
  }
}

/** The programme's entry that the person who left words was erased. */
const erase = (app: Kysely<Database>) =>
  recordEntries(app, {
    stream: 'gasme',
    kind: 'programme',
    channel: 'api',
    workflowRun: 'run',
    claims: [],
    commandId: 'erase',
    by: byOf('p-ad-1', 'AD'),
    expectedHead: 0,
    occurredAt: '2027-01-01T00:00:00.000Z',
    limits: full.settings,
    events: [
      {
        type: 'person_erased',
        person: 'p-so-1',
        requestedBy: 'p-pd-1',
        mandates: [],
        by: byOf('p-ad-1', 'AD'),
      },
    ],
    rulesVersion: `${full.id}@${full.version}`,
    view: { nextDueAt: null, openCall: null, windowEnds: null },
  })
