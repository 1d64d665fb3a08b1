import { InvalidArgumentError } from 'commander'

/** Reads a whole number from 0 to `most`; refuses anything else as a wrong use of the command. */
export const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number <= most) return number
    throw new InvalidArgumentError(`${text} was got; allowed is a whole number from 0 to ${most}; type one of these.`)
  }
