/**
 * How the command line tells of problems and progress: lines for people, or with `--json-log` lines for programs.
 *   {"time":"2026-11-28T10:21:20.000Z","level":"error","code":"input","message":"There is no file named missing.txt.","advice":"Check the
 *   path."}
 */

let isJson = false

export function logAsJson(): void {
  isJson = true
}

export function isLoggedAsJson(): boolean {
  return isJson
}

/** A line of JSON on standard error. @param fields what there is to tell, beside when */
export function logLine(level: 'info' | 'error', fields: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, ...fields })}\n`)
}
