/**
 * Whether a build may publish a site that has lost many pages: `npm run build
 * -- --accept-loss`, or ACCEPT_LOSS=true where no argument can be given.
 */
export function isLossAccepted(
  argv: readonly string[] = process.argv,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  return argv.includes('--accept-loss') || env.ACCEPT_LOSS === 'true'
}
