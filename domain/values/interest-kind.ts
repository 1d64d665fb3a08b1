/** How near an interest is (SD5). */
export const interestKinds = ['direct', 'indirect'] as const
export type InterestKind = (typeof interestKinds)[number]
