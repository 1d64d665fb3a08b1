/** Workflows of a build with a mistake in it: every task of a base fails, and is tried again. */
export async function cooperationBase(): Promise<void> {
  throw new TypeError('a mistake in this build')
}
