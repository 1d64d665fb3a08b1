export const colours = ['role_model', 'green', 'green_with_advice', 'yellow', 'red', 'suspended'] as const

/** What a yearly review gives a base (6.5). */
export type Colour = (typeof colours)[number]
