import type { BaseId, PersonId } from '../../domain/ids.js'
import { randomInt, randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { addPart, beginFile, endFile, endsAt, readFile, sizeOfBase } from '../../db/writes/exhibit-files.js'
import { cleanFileName } from '../../domain/exhibits/file-name.js'
import type { ExhibitFile } from '../../domain/exhibits/exhibit.js'
import { fileVerdicts, isFileVerdict, type FileVerdict } from '../../domain/exhibits/verdicts.js'
import { ScannerAway } from '../../exhibits/scanner.js'
import { makeFileKey, sealStream } from '../../exhibits/sealed-stream.js'
import type { ByteSource } from '../../exhibits/source.js'
import { openFile } from '../../exhibits/whole-file.js'
import { takeIn, type TakenIn } from '../../exhibits/take-in.js'
import { ExhibitStoreFull } from '../../exhibits/folder-store.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError, unavailable } from '../problems.js'
import type { FormFile } from './form.js'

/** The problem of a file that is not taken, by its verdict. */
export const fileRefused = (verdict: FileVerdict): ProblemError => {
  const code = ({ 413: 'file_too_large', 415: 'file_not_taken', 422: 'file_refused' } as const)[
    fileVerdicts[verdict].status
  ]
  return new ProblemError({ code, detail: { verdict } })
}

/** Nothing is taken while nobody could look into it, or while there is no room. */
export const mustTakeFiles = async ({ exhibits }: ApiParts): Promise<void> => {
  await exhibits.scanner.check().catch(whenAway)
  await exhibits.store.room().catch((error: unknown) => {
    if (error instanceof ExhibitStoreFull)
      throw new ProblemError({ code: 'document_store_full', detail: { what: error.message } })
    throw error
  })
}

const whenAway = (error: unknown): never => {
  throw error instanceof ScannerAway ? unavailable('the virus scanner') : error
}

/** What is found in bytes that came whole; where nobody could look into them, nothing is taken. */
export const lookInto = async ({ exhibits }: Pick<ApiParts, 'exhibits'>, source: ByteSource): Promise<TakenIn> =>
  await takeIn(source, exhibits).catch(whenAway)

interface Begun {
  readonly base: BaseId
  readonly person: PersonId
  readonly name: string
  readonly size: number
}

/** Begins an upload: its name and its size are looked at before a byte comes. */
export const beginUpload = async (parts: ApiParts, { base, person, name, size }: Begun): Promise<string> => {
  const { db, clock, exhibits } = parts
  await mustTakeFiles(parts)
  const cleaned = cleanFileName(name)
  if (cleaned === undefined) throw fileRefused('bad_name')
  if (size === 0) throw fileRefused('empty')
  if (size > exhibits.limits.video) throw fileRefused('too_large')
  if ((await sizeOfBase(db, base)) + size > exhibits.limits.base) throw fileRefused('too_much')
  const id = randomUUID()
  const own = { id, base, person, name: cleaned, size, key: makeFileKey(), at: clock().toISOString() }
  if (!(await beginFile(db, own))) throw new ProblemError({ code: 'person_erased', detail: { person } })
  return id
}

/** An upload of one's own for this base; anybody else's, or another base's, is answered as if there were none. */
export const mustBeOwn = async (
  parts: ApiParts,
  { id, base, person }: { id: string; base: BaseId; person: PersonId },
) => {
  const file = await readFile(parts.db, id)
  if (file === undefined || file.base !== base || file.person !== person) throw notFound(`upload ${id}`)
  return file
}

/**
 * Takes the next bytes of an upload as a part of its own, sealed as they come. What came before a line broke off is kept.
 * Returns how much there is now; throws where somebody else has sent the same bytes in between.
 */
export const takePart = async (
  { db, exhibits: { store } }: ApiParts,
  { id, offset, bytes }: { id: string; offset: number; bytes: AsyncIterable<unknown> },
): Promise<number> => {
  const file = await readFile(db, id)
  if (file?.key === undefined || file.state !== 'open') throw notFound(`upload ${id}`)
  const name = `${id}.${randomInt(2 ** 40)}`
  let size = 0
  const counted = (total: number): void => {
    size = total
  }
  const left = file.size - offset
  await store.put(name, sealStream(untilBroken(bytes, left), { under: { key: file.key, name }, counted }))
  if (size > 0 && (await addPart(db, { id, offset, part: { name, size } }))) return offset + size
  await store.remove(name)
  if (size === 0) return offset
  throw new ProblemError({ code: 'upload_offset', detail: { got: offset } })
}

interface Whole {
  readonly request: FastifyRequest
  readonly base: BaseId
  readonly person: PersonId
  readonly file: FormFile
}

/** Takes a file that comes whole, in a form; gives the id of its upload, which ends with it. */
export const takeFile = async (
  parts: ApiParts,
  { request, base, person, file: { name, bytes, isCut } }: Whole,
): Promise<string> => {
  const { video: most } = parts.exhibits.limits
  const announced = Number(request.headers['content-length'] ?? most)
  const id = await beginUpload(parts, { base, person, name, size: Math.max(1, Math.min(announced, most)) })
  const size = await takePart(parts, { id, offset: 0, bytes })
  if (isCut()) throw fileRefused('too_large')
  await endsAt(parts.db, { id, size })
  return id
}

/** The bytes that came before the line broke off, and no more than were announced. */
async function* untilBroken(bytes: AsyncIterable<unknown>, most: number): AsyncGenerator<Uint8Array> {
  let left = most
  try {
    for await (const piece of bytes) {
      if (!(piece instanceof Uint8Array)) continue
      yield piece.subarray(0, left)
      left -= Math.min(left, piece.byteLength)
    }
  } catch {
    // The sender is gone; it asks how far it came and goes on from there.
  }
}

/** What was found in an upload that is whole, and the exhibit that is the same file. Asked again it says the same. */
export const endUpload = async (
  parts: ApiParts,
  { id, base, person }: { id: string; base: BaseId; person: PersonId },
): Promise<{ readonly file: ExhibitFile }> => {
  const { db, clock, exhibits } = parts
  const known = await mustBeOwn(parts, { id, base, person })
  if (known.state === 'refused') throw fileRefused(verdictOf(known.verdict))
  if (known.found !== null) return { file: known.found }
  const source = await openFile(exhibits.store, known)
  if (source === undefined || source.size !== known.size) throw notFound(`upload ${id}`)
  const taken = await lookInto(parts, source)
  const at = clock().toISOString()
  if (taken.ok) {
    await endFile(db, { id, at, found: taken.file })
    return { file: taken.file }
  }
  await endFile(db, { id, at, verdict: taken.verdict })
  for (const { name } of known.parts) await exhibits.store.remove(name)
  throw fileRefused(taken.verdict)
}

const verdictOf = (text: string | null): FileVerdict => (text !== null && isFileVerdict(text) ? text : 'unreadable')
