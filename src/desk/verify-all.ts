/**
 * Whether a build reads every byte of what it would use again, and of what is
 * published, though no file seems to have changed: `npm run build -- --verify-all`, or
 * VERIFY_ALL=true where no argument can be given.
 */
export function isVerifyAllAsked(
  argv: readonly string[] = process.argv,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  return argv.includes('--verify-all') || env.VERIFY_ALL === 'true'
}
