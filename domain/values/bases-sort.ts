/** By what a list of bases may be put in order. */
export const basesSorts = ['id', 'name', 'name_zh', 'stage', 'entered', 'due', 'review', 'ends', 'score'] as const
export type BasesSort = (typeof basesSorts)[number]
