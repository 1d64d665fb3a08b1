/** Objects as they stand in a file of an evidence file, a line of JSON each. */
export const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')
