import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { installPackage } from '../../tests/support/debian.ts'
import { systemdNotify } from './systemd.ts'

/** Listens as systemd does, which Node cannot: a line for each datagram. */
const LISTENER = `use Socket; $| = 1;
socket(my $socket, PF_UNIX, SOCK_DGRAM, 0) or die; bind($socket, pack_sockaddr_un($ARGV[0])) or die; print "listening\\n";
while (recv($socket, my $said, 4096, 0) ne undef or 1) { print join(" ", split(/\\n/, $said)), "\\n" }`

test('systemd hears what it is told, by its own program', async () => {
  installPackage('systemd', '/usr/bin/systemd-notify')
  const folder = await mkdtemp(join(tmpdir(), 'warta-notify-'))
  const socket = join(folder, 'notify')
  const listener = spawn('perl', ['-e', LISTENER, socket], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    listener.kill()
    await rm(folder, { recursive: true })
  })
  let heard = ''
  listener.stdout.on('data', (text) => (heard += text))
  await once(listener.stdout, 'data')
  const notify = systemdNotify({ PATH: process.env.PATH, NOTIFY_SOCKET: socket })
  notify('--ready', 'STATUS=Publishing')
  await expect.poll(() => heard).toMatch(/READY=1 STATUS=Publishing|STATUS=Publishing READY=1/)
  notify('WATCHDOG=1')
  await expect.poll(() => heard).toContain('WATCHDOG=1')
  notify('STOPPING=1')
  await expect.poll(() => heard).toContain('STOPPING=1')
})

test('without systemd, and without its program, nothing happens', async () => {
  systemdNotify({})('READY=1')
  systemdNotify({ NOTIFY_SOCKET: '/nowhere' }, '/nowhere/systemd-notify')('READY=1')
  // An error that nobody takes would end the process by now.
  await new Promise((done) => setImmediate(done))
})
