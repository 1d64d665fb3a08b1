/** The ways to look at all bases. */
export const portfolioViews = ['list', 'map', 'time', 'reviews', 'ten'] as const
export type PortfolioView = (typeof portfolioViews)[number]
