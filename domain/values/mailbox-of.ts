/**
 * The mailbox an address leads to, so that one person's address is known in each of its spellings: case, width, the Unicode form of a
 * domain and what stands behind a plus make no other mailbox. Two addresses may still lead to one person; nobody can see that by them.
 */
export const mailboxOf = (address: string): string => {
  const plain = address.normalize('NFKC').trim().toLowerCase()
  const at = plain.lastIndexOf('@')
  const [local = '', domain] = [plain.slice(0, at).split('+', 1)[0], plain.slice(at + 1)]
  return `${local}@${URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname.replace(/\.$/, '') : domain}`
}
