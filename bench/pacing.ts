/** How operations of an arm follow each other: so many at once, with a pause in milliseconds before each. */
export interface Pacing {
  readonly concurrency: number
  readonly pace: number
}
