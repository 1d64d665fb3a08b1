/** The task queue of the baselines, apart from the one on which decisions are made. */
export const baselineQueue = 'cornerstone-baseline'
