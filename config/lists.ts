import { isIP } from 'node:net'
import { z } from 'zod'

/** Addresses and networks of either version. The whole world is none: whoever asks could then give any address. */
export function addresses() {
  return z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((list) => list.every(isNetwork))
}

/** Addresses of other sites; each is whole and exact: no star, no path. */
export function origins() {
  return z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((list) => list.every((one) => /^https?:/.test(one) && URL.canParse(one) && new URL(one).origin === one))
}

function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const version = isIP(address)
  return (
    version !== 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  )
}

/** Public keys, each alone or with a word behind it; several are parted by commas or line breaks. */
export function pairs(second: RegExp) {
  return z
    .string()
    .transform((text) =>
      text
        .split(/[,\n]/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .transform((lines) => lines.map(keyAndRest))
    .refine((list) => list.every(({ key, rest }) => keyForm.test(key) && (rest === '' || second.test(rest))))
}

const keyForm = /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+={0,2}$/

function keyAndRest(line: string): { readonly key: string; readonly rest: string } {
  const [key = '', ...rest] = line.split(/\s+/)
  return { key, rest: rest.join(' ') }
}
