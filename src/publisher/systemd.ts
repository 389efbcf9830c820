import { spawn } from 'node:child_process'
import type { Clock } from './clock.ts'

/** Tells systemd, where it has started this process, how it does: `READY=1`, say. */
export type Notify = (...state: string[]) => void

/**
 * Speaks to systemd by its program `systemd-notify`, as Node has no sockets of the kind that the protocol needs
 * (https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html). The unit must say `NotifyAccess=all`.
 */
export function systemdNotify(env: NodeJS.ProcessEnv, command = 'systemd-notify'): Notify {
  const socket = env.NOTIFY_SOCKET
  if (!socket) return () => {}
  return (...state) => {
    const child = spawn(command, state, { env: { PATH: env.PATH, NOTIFY_SOCKET: socket }, stdio: 'ignore' })
    // Without the program systemd ends the service when its patience is over, and says so.
    child.on('error', () => {})
    child.unref()
  }
}

/**
 * Tells the watchdog, twice in the time that it waits, that this process does what it is for. A process that hangs
 * tells nothing, and is started again.
 * @param isWell whether it does
 * @returns what ends that
 */
export function feedWatchdog(
  notify: Notify,
  { env, clock, pid, isWell }: { env: NodeJS.ProcessEnv; clock: Clock; pid: number; isWell: () => boolean },
): () => void {
  const microseconds = Number(env.WATCHDOG_USEC)
  const isMeant = !env.WATCHDOG_PID || Number(env.WATCHDOG_PID) === pid
  if (!(microseconds > 0) || !isMeant) return () => {}
  let cancel = () => {}
  const feed = () => {
    if (isWell()) notify('WATCHDOG=1')
    cancel = clock.after(microseconds / 2000, feed)
  }
  feed()
  return () => cancel()
}
