import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
export const SAMPLE = fileURLToPath(new URL('../../seeds/000_76f42d9db3e3c83c.txt', import.meta.url))

export interface Run { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the real command. */
export function newsgraph(args: readonly string[], { input = '', cwd, env, cli = CLI }: { input?: string | Buffer; cwd?: string; env?: Record<string, string>; cli?: string } = {}): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, ...env } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text })
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
