import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

export interface BuildOptions {
  /** Folder of the newsroom. */
  newsroom: string
  outDir: string
  env?: Record<string, string>
  /** For `astro build`. */
  args?: string[]
}

export interface BuildResult {
  exitCode: number | null
  /** What the build printed, both streams, without colours. */
  output: string
}

/** The moment at which the fixture newsroom is built: a second before its embargo ends. */
export const FIXTURE_EPOCH = '1751295600'

/** Nothing of Vitest's environment: its DEV and NODE_ENV would change what Astro makes. */
export function projectEnv(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ASTRO_TELEMETRY_DISABLED: '1',
    FORCE_COLOR: '0',
  }
}

/** Runs `astro build` as `npm run build` does. */
export function build({ newsroom, outDir, env, args = [] }: BuildOptions): Promise<BuildResult> {
  const child = spawn('npx', ['astro', 'build', ...args], {
    env: {
      ...projectEnv(),
      NEWSROOM: resolve(newsroom),
      OUT_DIR: resolve(outDir),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (exitCode) => done({ exitCode, output }))
  })
}
