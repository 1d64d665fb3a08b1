import { X509Certificate } from 'node:crypto'

interface Ways {
  /** What came along, of which nothing is believed. */
  readonly through: readonly X509Certificate[]
  /** What is believed. */
  readonly to: readonly X509Certificate[]
  /** What was gone through to come here, the one at the beginning first. */
  readonly below?: readonly X509Certificate[]
}

/** Longer than the chain of any authority. */
const longest = 6

/**
 * The certificates from one up to the first that is believed, each signed with the key of the next; undefined where no way leads to
 * any. Whoever signs for another must be an authority for certificates itself.
 */
export function chainOf(
  certificate: X509Certificate,
  { through, to, below = [] }: Ways,
): readonly X509Certificate[] | undefined {
  const chain = [...below, certificate]
  if (to.some((one) => one.raw.equals(certificate.raw))) return chain
  if (chain.length === longest) return undefined
  for (const next of [...to, ...through].filter((one) => !isIn(chain, one) && isIssued(certificate, one))) {
    const found = chainOf(next, { through, to, below: chain })
    if (found !== undefined) return found
  }
  return undefined
}

const isIn = (chain: readonly X509Certificate[], one: X509Certificate): boolean =>
  chain.some(({ raw }) => raw.equals(one.raw))

const isIssued = (certificate: X509Certificate, by: X509Certificate): boolean => {
  try {
    return by.ca && certificate.checkIssued(by) && certificate.verify(by.publicKey)
  } catch {
    // Node throws for a key it cannot read, and a stamp may bring any certificate along.
    return false
  }
}

/** The certificates in a text (PEM), one or more. Throws where there is none, or one that cannot be read. */
export function certificatesFrom(text: string): readonly X509Certificate[] {
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (found.length === 0) throw new Error('There is no certificate in it (PEM).')
  return found.map((one) => new X509Certificate(one))
}
