/** The files that are pages and endpoints of a build's routes, made in it or kept; known when all are made. */
export interface MadeFiles {
  /** By their paths in the output, with slashes. */
  files: readonly string[]
  /** What is still being made then, in folders apart from the pages. */
  apart: Promise<unknown>[]
}

/** The paths of the pages among them below the site's base, as they are, not escaped: empty for the front page. */
export function pagePathsOf({ files }: MadeFiles): string[] {
  return files.flatMap((file) => /^(|.*\/)index\.html$/.exec(file)?.[1] ?? [])
}
