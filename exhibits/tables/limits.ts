/** How much a file with tables may hold: bytes, parts, bytes once unpacked, rows and columns of a sheet, letters of a cell. */
export const tableLimits = Object.freeze({
  bytes: 1024 * 1024,
  parts: 200,
  unpacked: 16 * 1024 * 1024,
  sheets: 60,
  rows: 2_000,
  columns: 100,
  cell: 8_000,
})
