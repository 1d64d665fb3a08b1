import { expect, test } from '@jest/globals'
import type { DocumentStore } from '../../documents/document-store.js'

export interface StoreUnderTest {
  readonly store: () => DocumentStore
  /** Changes one stored document behind the store's back. */
  readonly damage: (sha256: string) => Promise<void>
}

/** What every document store must do, whatever it stands on. */
export const keepsTheContract = (name: string, under: StoreUnderTest): void => {
  keepsDocuments(name, under)
  refusesWhatIsNotRight(name, under)
  test(`${name}: a store that works says that it is well`, async () => {
    await expect(under.store().check()).resolves.toBeUndefined()
  })
}

const keepsDocuments = (name: string, { store }: StoreUnderTest): void => {
  const receipt = new TextEncoder().encode('Receipt for the dossier of 乐清')

  test(`${name}: a document comes back byte for byte under its fingerprint`, async () => {
    const { sha256, size } = await store().put(receipt)
    expect({ size, digits: sha256.length }).toEqual({ size: receipt.byteLength, digits: 64 })
    expect(await store().get(sha256)).toEqual(receipt)
    expect(await store().has(sha256)).toBe(true)
  })

  test(`${name}: the same document put three times at once is one document`, async () => {
    const twice = new TextEncoder().encode('put three times at once')
    const puts = await Promise.all([store().put(twice), store().put(twice), store().put(twice)])
    expect(new Set(puts.map((put) => put.sha256)).size).toBe(1)
    expect(await store().get(puts[0].sha256)).toEqual(twice)
  })

  test(`${name}: an empty document is a document`, async () => {
    const { sha256, size } = await store().put(new Uint8Array())
    expect(size).toBe(0)
    expect(await store().get(sha256)).toEqual(new Uint8Array())
  })
}

const refusesWhatIsNotRight = (name: string, { store, damage }: StoreUnderTest): void => {
  test(`${name}: a document nobody put is not there, and asking is no error`, async () => {
    const unknown = 'f'.repeat(64)
    expect(await store().get(unknown)).toBeUndefined()
    expect(await store().has(unknown)).toBe(false)
  })

  test(`${name}: a damaged document is never handed out`, async () => {
    const { sha256 } = await store().put(new TextEncoder().encode('to be damaged'))
    await damage(sha256)
    await expect(store().get(sha256)).rejects.toMatchObject({
      name: 'DocumentDamaged',
      what: expect.stringContaining(sha256),
    })
  })

  test(`${name}: a name that is no fingerprint is refused, so no path can be forged`, async () => {
    for (const forged of ['../../etc/passwd', '7e4d1fbbf7dd4d8f', 'F'.repeat(64), '']) {
      await expect((async () => store().get(forged))()).rejects.toThrow(/64 lower-case hexadecimal digits/)
    }
  })
}
