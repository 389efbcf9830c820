/** The folders with a lockfile: the program's, and those of what only the comment server and the benches need. */
export const LOCKED_FOLDERS = ['.', 'comments-server/waline', 'bench/peers'] as const
