import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A key of the installation, under which the keys of persons lie; `id` says which one it was. */
export interface InstallationKey extends RetiredKey {
  readonly key: Buffer
}

/** What is left of a key that was destroyed: its seals can be seen to be true, and no name can be read. */
export interface RetiredKey {
  readonly id: string
  /** The secret of its seals. It follows from the key, and the key not from it. */
  readonly seals: Buffer
}

/** Where a process is told the key of its installation. */
export interface KeySettings {
  readonly MODE: 'embedded' | 'production'
  readonly PERSON_KEY?: string | undefined
  readonly PERSON_KEY_FILE?: string | undefined
}

/** A new key as one line of text. */
export const makeInstallationKey = (): string => {
  const key = randomBytes(keyBytes)
  return `PERSON+KEY+${idOf(key)}+${key.toString('base64')}`
}

/** What is left of a key when it is destroyed, as one line of text to put in its place. */
export const retiredLine = (line: string): string => {
  const { id, seals } = readKey(line)
  return `SEAL+KEY+${id}+${seals.toString('base64')}`
}

/**
 * The keys of the installation, the current one first. To replace a key, put the new one before the old; what lies under
 * the old one is read with it still. Once nothing does, what is left of it stays behind the new one, for the seals of its time. A
 * trial makes its key when the file is missing; production refuses that, since a key made by itself is a key nobody keeps.
 */
export const installationKeys = ({
  MODE,
  PERSON_KEY: text,
  PERSON_KEY_FILE: file,
}: KeySettings): readonly [InstallationKey, ...RetiredKey[]] => {
  const [first, ...behind] = (text ?? fromFile(file, MODE)).split(/\s+/).filter((line) => line !== '')
  if (first === undefined) throw new Error(`${file ?? 'PERSON_KEY'} holds no key. ${howToMake}`)
  return [readKey(first), ...behind.map((line) => readRetired(line) ?? readKey(line))]
}

/** Keeps the keys for the whole process: it serves one installation, and without them no name can be read or kept. */
export const holdInstallationKeys = (keys: readonly RetiredKey[]): void => {
  held = keys
}

/** The key to seal with. Refuses, as a defect, in a process that was given none. */
export const currentKey = (): InstallationKey => {
  const [current] = held
  if (current === undefined || !isWhole(current))
    throw new Error('This process was given no key of the installation, so it knows no names.')
  return current
}

/** Whether names can be read and kept with a key, and not only its seals be checked. */
export const isWhole = (key: RetiredKey): key is InstallationKey => 'key' in key

/** Whether this process was given a key: the one that only brings a database up to date is not. */
export const holdsKeys = (): boolean => held.length > 0

/** All keys this process was given and what is left of others, the current one first. */
export const heldKeys = (): readonly [InstallationKey, ...RetiredKey[]] => {
  const [, ...former] = held
  return [currentKey(), ...former]
}

/** The key something was sealed with; refuses one that this process was not given. */
export const keyNamed = (id: string): InstallationKey => {
  const found = held.find((one) => one.id === id)
  if (found === undefined || !isWhole(found))
    throw new Error(
      `The key ${id} of the installation is not among those given (${held.map((one) => one.id).join(', ')}).`,
    )
  return found
}

let held: readonly RetiredKey[] = []
const keyBytes = 32
const howToMake = 'Make one with npm run person:key, and keep it outside the database.'

const idOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8)

const readKey = (line: string): InstallationKey => {
  const [, id = '', text = ''] = /^PERSON\+KEY\+([0-9a-f]{8})\+([A-Za-z0-9+/]{43}=)$/.exec(line) ?? []
  const key = Buffer.from(text, 'base64')
  // The line itself is a secret and is not repeated.
  if (key.length !== keyBytes || idOf(key) !== id)
    throw new Error(`A line of PERSON_KEY is no key of the form PERSON+KEY+id+base64. ${howToMake}`)
  return { id, key, seals: Buffer.from(hkdfSync('sha256', key, '', 'cornerstone seals', keyBytes)) }
}

const readRetired = (line: string): RetiredKey | undefined => {
  const [, id = '', text] = /^SEAL\+KEY\+([0-9a-f]{8})\+([A-Za-z0-9+/]{43}=)$/.exec(line) ?? []
  return text === undefined ? undefined : { id, seals: Buffer.from(text, 'base64') }
}

const fromFile = (file: string | undefined, mode: KeySettings['MODE']): string => {
  if (file === undefined) throw new Error(`PERSON_KEY_FILE is missing. ${howToMake}`)
  if (!existsSync(file)) {
    if (mode === 'production') throw new Error(`PERSON_KEY_FILE names ${file}, which does not exist. ${howToMake}`)
    makeFile(file)
  }
  return readFileSync(file, 'utf8')
}

/** Several processes may start at once: the file appears whole, and the first one wins. */
const makeFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${makeInstallationKey()}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
}
