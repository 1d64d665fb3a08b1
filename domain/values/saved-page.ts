/** The lists of which a view can be saved: all bases, one's own work, the letters of a base (0071). */
export const savedPages = ['bases', 'work', 'letters'] as const
export type SavedPage = (typeof savedPages)[number]
