/** The files that are pages and endpoints of a build's routes, made in it or kept; known when all are made. */
export interface MadeFiles {
  /** By their paths in the output, with slashes. */
  files: readonly string[]
}
