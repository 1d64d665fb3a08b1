import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { withKnownValues } from './known-values.js'
import type { KnownValues } from './known-values.js'
import { runSchemathesis } from './schemathesis.js'
import type { Ran, Wrong } from './schemathesis.js'

/** Who asks: somebody who runs the programme, a partner, who examines it, and who scores. */
export const fuzzers = { PM: 'p-pm-1', LG: 'p-C09-yueqing-lg', AU: 'p-au-1', EX: 'p-ex-1' } as const
export type Fuzzer = keyof typeof fuzzers

interface Wish {
  readonly api: string
  readonly program: string
  /** How many requests at least, for each role. */
  readonly requests: number
  readonly seed: number
  readonly roles: readonly Fuzzer[]
  readonly tell: (line: string) => void
}

export interface Fuzzed {
  readonly role: Fuzzer
  readonly requests: number
  readonly wrong: readonly Wrong[]
}

/** Asks a trial at random, as its document says, in the name of each role; gives what was no answer of the document. */
export const fuzzApi = async (wish: Wish): Promise<readonly Fuzzed[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-fuzz-'))
  try {
    const trial = await openTrial(wish.api)
    const [described, known] = [await trial.get('/openapi.json'), await knownIn(trial)]
    const written = async (name: string, values: KnownValues): Promise<string> => {
      const document = join(folder, name)
      await writeFile(document, JSON.stringify(withKnownValues(described, values)))
      return document
    }
    // Of the boundaries every value is tried that the document names: the keys would be thousands.
    const documents = {
      boundaries: await written('boundaries.json', known),
      random: await written('random.json', { ...known, 'idempotency-key': manyKeys() }),
    }
    const done: Fuzzed[] = []
    for (const role of wish.roles)
      done.push(await fuzzAs(role, { ...wish, documents, folder, token: await trial.token(fuzzers[role]) }))
    return done
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Below this many requests the boundaries of the document are left out: they alone would be more. */
const boundariesFrom = 3_000

interface Documents {
  readonly boundaries: string
  readonly random: string
}

type Fuzzing = Wish & { readonly documents: Documents; readonly folder: string; readonly token: string }

/** Round by round under the next seed, until there were enough requests. */
const fuzzAs = async (role: Fuzzer, fuzzing: Fuzzing): Promise<Fuzzed> => {
  const { requests: wanted, seed, tell, documents } = fuzzing
  const rounds: Ran[] = []
  let requests = 0
  while (requests < wanted) {
    const operations = rounds[0]?.operations ?? expectedOperations
    const perOperation = Math.max(1, Math.ceil((wanted - requests) / operations))
    const boundaries = rounds.length === 0 && wanted >= boundariesFrom
    const ran = await runSchemathesis({
      ...fuzzing,
      seed: seed + rounds.length,
      boundaries,
      perOperation,
      document: boundaries ? documents.boundaries : documents.random,
    })
    if (ran.requests === 0) throw new Error(`Schemathesis asked nothing:\n${ran.said}`)
    if (ran.wrong.length > 0) tell(ran.said)
    rounds.push(ran)
    requests += ran.requests
  }
  return { role, requests, wrong: rounds.flatMap(({ wrong }) => wrong) }
}

const expectedOperations = 80

interface Trial {
  readonly token: (person: string) => Promise<string>
  readonly get: (path: string) => Promise<unknown>
  readonly post: (path: string, body: object) => Promise<unknown>
}

/** A running trial, asked in the name of its programme manager. */
const openTrial = async (api: string): Promise<Trial> => {
  const asJson = async (path: string, options: RequestInit): Promise<unknown> =>
    (await fetch(api + path, options)).json()
  const sent = (body: object, headers: object): RequestInit => ({
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
  const token = async (person: string): Promise<string> =>
    z.object({ token: z.string() }).parse(await asJson('/tokens', sent({ person }, {}))).token
  const authorization = `Bearer ${await token(fuzzers.PM)}`
  return {
    token,
    get: (path) => asJson(path, { headers: { authorization } }),
    post: (path, body) => asJson(path, sent(body, { authorization, 'idempotency-key': randomUUID() })),
  }
}

const Items = z.object({ items: z.array(z.looseObject({})) })

const spent = 'C01-dali'
/** Nominates a cluster, where it is not yet. A trial that has just begun opens its call a moment later. */
const nominated = async ({ get, post }: Pick<Trial, 'get' | 'post'>, cluster: string): Promise<void> => {
  const isThere = async () => z.object({ id: z.string() }).safeParse(await get(`/bases/gasme-${cluster}-1`)).success
  const said: unknown[] = []
  while (said.length < 60) {
    if (await isThere()) return
    said.push(await post('/programmes/gasme/bases', { cluster }))
    if (!(await isThere())) await pause(500)
  }
  throw new Error(`${cluster} could not be nominated: ${JSON.stringify(said.at(-1))}`)
}

/** So many that hardly one is used twice: a key that is used again is refused before anything else is looked at. */
const manyKeys = (): readonly string[] => Array.from({ length: 4_000 }, () => randomUUID())

/** Decisions of steps that open later in a life. */
const usual = ['invite', 'sent', 'confirm', 'approve', 'return', 'decline', 'accept', 'sign', 'complete']

const Steps = z.object({ items: z.array(z.looseObject({ options: z.array(z.object({ option: z.string() })) })) })
const optionsOf = (read: unknown): readonly string[] =>
  Steps.parse(read).items.flatMap(({ options }) => options.map(({ option }) => option))

/** Nominates some clusters, where they are not yet, and names what there is to ask for. */
const knownIn = async ({ get, post }: Trial): Promise<KnownValues> => {
  for (const cluster of ['C09-yueqing', 'C02-shaoxing', spent]) await nominated({ get, post }, cluster)
  const fields = async (path: string, field: string): Promise<readonly string[]> => {
    const read = Items.safeParse(await get(path))
    return read.success
      ? read.data.items.flatMap(({ [field]: value }) => (typeof value === 'string' ? [value] : []))
      : []
  }
  const all = await fields('/bases?programme=gasme', 'id')
  const bases = all.filter((base) => !base.includes(spent))
  const steps = await Promise.all(bases.map((base) => fields(`/bases/${base}/steps`, 'id')))
  const papers = await Promise.all(bases.map((base) => fields(`/bases/${base}/documents`, 'sha256')))
  const options = await Promise.all(bases.map(async (base) => optionsOf(await get(`/bases/${base}/steps`))))
  return {
    'bases id': bases,
    'spent bases id': [`gasme-${spent}-1`],
    base: bases,
    step: [...new Set(steps.flat())],
    sha256: papers.flat().slice(0, 20),
    programme: ['gasme'],
    person: Object.values(fuzzers),
    option: [...new Set([...usual, ...options.flat()])],
    call: await fields('/programmes/gasme/calls', 'id'),
  }
}
