/** Steps of the first stage that one person decides and whose own forms no other step asks anything of. */
export const measuredSteps: readonly string[] = ['1.7', '1.9a', '1.9b', '1.11']

/** Whether a path is that of a decision on one of them. */
export const isMeasured = (path: string): boolean => measuredSteps.some((key) => path.includes(`/steps/${key}.`))
