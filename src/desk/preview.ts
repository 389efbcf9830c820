/** Whether a build is to be a preview edition, with drafts and scheduled articles: `npm run build -- --preview`. */
export function isPreviewAsked(argv: readonly string[] = process.argv): boolean {
  return argv.includes('--preview')
}
