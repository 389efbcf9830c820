import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/**
 * Runs scripts of package.json beside each other. What each prints stands
 * together, in the order in which they end; one that fails fails all, after the others have
 * had their say.
 */
const results = await Promise.all(process.argv.slice(2).map(run))
process.exitCode = results.every(Boolean) ? 0 : 1

async function run(script: string): Promise<boolean> {
  const child = spawn(process.execPath, ['--run', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((done) => child.on('close', done))
  const printed = await Promise.all([text(child.stdout), text(child.stderr)])
  const isSound = (await ended) === 0
  process.stdout.write(`\n${script}: ${isSound ? 'sound' : 'FAILED'}\n${printed.join('')}`)
  return isSound
}
