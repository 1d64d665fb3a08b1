/**
 * What the relay of a machine calls itself towards the database, which is how its health check finds it there. PostgreSQL
 * keeps the first 63 bytes of such a name; a longer host name is cut here, so that both sides cut alike.
 */
export const relayName = (host: string): string => `cornerstone relay ${host}`.slice(0, 63)
