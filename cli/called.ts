/** How the command line is called from the folder of the programme: so every example and every hint says it, as the README does. */
export const called = 'npm run -s cornerstone --'
