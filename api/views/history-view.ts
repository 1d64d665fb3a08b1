import type { BaseId, CommandId, PersonId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import { listHistory } from '../../db/reads/history.js'
import type { HistoryFilter, HistoryEntry, ReadableTexts } from '../../db/reads/history.js'
import type { Page, PageRequest } from '../../db/reads/page.js'
import { namesOf } from '../../db/reads/names.js'
import type { Database } from '../../db/schema.js'
import type { Name } from '../../db/schema/programme-tables.js'
import type { AnyEvent } from '../../domain/event.js'
import type { Doer } from '../../domain/doer.js'
import { roleCodes, roles } from '../../domain/role.js'
import { tellsOfSheets } from '../../domain/sealing.js'
import { actKindOf, type SightRules } from '../../domain/sight/act-kind.js'
import { isNamed, payloadSeen, type Eyes, type EyesOnForms } from '../../domain/sight/entry.js'
import { stepsUnseen, verdictIn } from '../../domain/sight/outcome.js'
import { sentBackToPlace } from '../../domain/sight/sent-back.js'
import type { SightOfBase } from '../auth/sight.js'
import { answersSight } from './answers-sight.js'
import { procedureOf, sightRules } from './pinned-procedure.js'
import { sealedIn } from './sealed-in.js'
import { sideOf } from './person-name.js'
import { whoDid, type Cause } from './who-did.js'
import { defined } from '../../domain/values/defined.js'

type Db = Kysely<Database>

/** Who reads the ledger of a base. */
export interface Reader {
  readonly base: BaseId
  readonly person: PersonId
  readonly sight: SightOfBase
}

type Asked = PageRequest & HistoryFilter & { readonly reader: Reader }
export type ListedEntryView = Omit<HistoryEntry, 'type' | 'channel' | 'payload' | 'commandId' | 'cause'> & {
  /** `withheld`: not even of which kind it is, or who did it, is for these eyes. */
  readonly type: HistoryEntry['type'] | 'withheld'
  readonly doer: Doer | 'withheld'
  readonly channel: HistoryEntry['channel'] | 'withheld'
  /** Of what the engine did it, where a person's act is behind it. */
  readonly cause: Cause | null
  readonly payload: unknown
  readonly commandId: CommandId | null
  /** Of who acted; null: nobody did, was erased, or is not for these eyes. */
  readonly name: Name | null
  /** Something of the entry is not for these eyes. */
  readonly withheld: boolean
}

/**
 * A page of a ledger as somebody may see it, and as the one function says (8.12). Sheets stay sealed until all are in, for
 * everybody but their authors; the programme's people read what anybody said and is called, a partner what its own side did
 * and no single vote; and nobody finds by a filter what they may not read.
 */
export const historySeen = async (db: Db, asked: Asked): Promise<Page<ListedEntryView>> => {
  const { reader, ...request } = asked
  const { base, person, sight } = reader
  const procedure = await procedureOf(db, base)
  const decisions = sentBackToPlace(procedure).map(({ key, option }) => `${key} ${option}`)
  const rules = sightRules(procedure)
  const eyes = { person, sees: sight.sees, rules, sealed: new Set<string>() }
  const setting = { base, sight, procedure, rules }
  const page = async (sealed: ReadonlySet<string>) =>
    await listHistory(db, {
      ...request,
      stream: base,
      reading: { ...readingOf({ ...eyes, sealed }), ...wordsSentBack(eyes, decisions) },
    })
  const first = request.about === undefined ? await page(new Set()) : undefined
  if (first !== undefined && !first.items.some(({ payload }) => tellsOfSheets(payload) || tellsOfVote(payload, rules)))
    return named(db, { page: first, eyes: { ...eyes, ...(await onForms(db, { page: first, setting })) } })
  const sealed = await sealedIn(db, { base, sight, procedure })
  const found = await page(sealed)
  return named(db, { page: found, eyes: { ...eyes, sealed, ...(await onForms(db, { page: found, setting })) } })
}

type Setting = Parameters<typeof answersSight>[1]

/** How the answers on a page are seen; most pages have none, and need no look at the steps. */
const onForms = async (
  db: Db,
  { page, setting }: { page: Page<HistoryEntry>; setting: Setting },
): Promise<Pick<EyesOnForms, 'answered'>> =>
  page.items.some(({ payload }) => 'form' in payload) ? { answered: await answersSight(db, setting) } : {}

/** Whose words are read and found, and by whom or which role an entry is not found. */
const readingOf = (eyes: Eyes): ReadableTexts => {
  const { person, sees, sealed, rules } = eyes
  const all = sees({ kind: 'words', side: 'programme', person: null }) === 'whole'
  const hidesVerdict = sees(verdict) !== 'whole'
  // Why somebody votes so says how.
  const hidesVotes = all && sees(vote) !== 'whole'
  return {
    person,
    sealed: [...sealed],
    ...defined({ roles: all ? undefined : partnerRoles }),
    unseen: stepsUnseen(sees, rules),
    wordless: Object.keys(rules.steps).filter(
      (key) => (hidesVerdict && verdictIn(key, rules)) || (hidesVotes && actKindOf(key, rules) === 'vote'),
    ),
    nameless: rules.anonymous.filter((role) => !isNamed({ person: null, role }, eyes)),
  }
}

const vote = { kind: 'act', act: 'vote', isSealed: false, side: 'programme', person: null } as const
const verdict = { kind: 'outcome', act: 'decision', screening: 'verdict' } as const

/** The words by which something went back to the place are the place's to read. */
const wordsSentBack = ({ sees }: Eyes, decisions: readonly string[]): Pick<ReadableTexts, 'decisions'> =>
  sees({ kind: 'words', sentBack: true, side: 'programme', person: null }) === 'whole' ? { decisions } : {}

/** The same page with the names of those who acted, and without what is not for these eyes. */
const named = async (
  db: Db,
  { page, eyes }: { page: Page<HistoryEntry>; eyes: EyesOnForms },
): Promise<Page<ListedEntryView>> => {
  const { items, next } = page
  const known = ({ actor, role }: HistoryEntry) =>
    actor !== null && eyes.sees({ kind: 'name', person: actor, side: sideOf(role) }) === 'whole' ? [actor] : []
  const names = await namesOf(db, { people: items.flatMap(known) })
  const nameOf = (entry: HistoryEntry) => known(entry).flatMap((id) => names.get(id) ?? [])[0] ?? null
  return { items: items.map((entry) => entrySeen({ ...entry, name: nameOf(entry) }, eyes)), next }
}

const entrySeen = (entry: HistoryEntry & Pick<ListedEntryView, 'name'>, eyes: EyesOnForms): ListedEntryView => {
  const { payload, isMasked, isWithheld, isUnsaid } = payloadSeen(entry.payload, eyes)
  if (isUnsaid) return { ...entry, ...unsaid, payload }
  const isKnown = isNamed({ person: entry.actor, role: entry.role }, eyes)
  const did = whoDid(entry, eyes)
  return {
    ...entry,
    ...did,
    name: did.doer === 'person' && isKnown ? entry.name : null,
    payload,
    // With it somebody could try all votes until the hash fits.
    commandId: isKnown && !isMasked ? entry.commandId : null,
    withheld: isWithheld || !isKnown,
  }
}

/** Of an entry that is not said to be of any kind: whatever stands beside number, time and hashes would say it. */
const unsaid = {
  type: 'withheld',
  doer: 'withheld',
  cause: null,
  actor: null,
  name: null,
  onBehalfOf: null,
  role: null,
  channel: 'withheld',
  effectiveOn: null,
  commandId: null,
  withheld: true,
  words: null,
} as const

/** Whether an entry may be one vote of a body that still votes. */
const tellsOfVote = (event: AnyEvent, rules: SightRules): boolean =>
  'key' in event && 'by' in event && event.by !== undefined && actKindOf(event.key, rules) === 'vote'

const partnerRoles = roleCodes.filter((role) => roles[role].side === 'partner')
