import { currentKey, keyNamed } from './seals/installation-key.js'
import { decrypt, encrypt } from './seals/cipher.js'

const inClear = /\/(act|confirm)#([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g
const sealed = /\/(act|confirm)#([0-9a-f]{8})\/(s1\.[A-Za-z0-9_-]+)/g
const what = 'mailbox/link'

/** A mail as the mailbox of a trial keeps it: the tokens of its links under the key of the installation (0051). */
export const withTokensSealed = (text: string): string =>
  text.replaceAll(inClear, (_, page: string, token: string) => {
    const { id, key } = currentKey()
    return `/${page}#${id}/${encrypt(Buffer.from(token), { key, for: what })}`
  })

/** The same mail as it came. */
export const withTokensOpen = (text: string): string =>
  text.replaceAll(sealed, (_, page: string, id: string, token: string) => {
    const { key } = keyNamed(id)
    return `/${page}#${decrypt(token, { key, for: what }).toString()}`
  })
