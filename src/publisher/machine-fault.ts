/** What the system says of a machine that is full, busy or being mended, npm of a network that is down; and what a build says that was ended, or waits for another. */
const FAULTS =
  /\b(?:ENOSPC|EDQUOT|EROFS|EIO|ENOMEM|EMFILE|ENFILE|EAGAIN|EACCES|EPERM|EBUSY|ETIMEDOUT|ECONNRESET|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ERR_SOCKET_TIMEOUT)\b|no space left|cannot allocate memory|heap out of memory|disk is full|still holds/i

/** Whether an error is the machine's, so that the same newsroom may be published a little later. */
export function isMachineFault(message: string): boolean {
  return FAULTS.test(message)
}
