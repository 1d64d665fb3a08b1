import { BlockList, isIP } from 'node:net'

/**
 * Networks that are no part of the public one, by IANA's registries of special addresses: a message that is sent there would reach what
 * stands behind our own wall. Addresses that carry another one inside are among them.
 */
const networks: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['100:0:0:1::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
]

/** One list for each version: within one, addresses of the other would be taken for what they are written as inside of it. */
const listOf = (version: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const [network, prefix] of networks)
    if (network.includes(':') === (version === 'ipv6')) list.addSubnet(network, prefix, version)
  return list
}
const inside = { ipv4: listOf('ipv4'), ipv6: listOf('ipv6') }

/** Whether an address is none of the public network. What is no address is none either. */
export const isInside = (address: string): boolean => {
  const version = isIP(address) === 4 ? 'ipv4' : 'ipv6'
  return isIP(address) === 0 || inside[version].check(address, version)
}

/** Whether it is this very machine, to which a trial may send. */
export const isThisMachine = (address: string): boolean => address === '127.0.0.1' || address === '::1'
