/** Where the programme keeps its days: its office is in New York. */
export const programmeZone = 'America/New_York'
