import type { FileIdentity } from '#cache/file-identity.ts'

/** The pages and endpoints of a build's routes, when all are rendered: by their paths in the output, with slashes. */
export interface BuildOutput {
  /** All of them, fresh and rendered. */
  files: readonly string[]
  /** Of one with a cache key, or of a scaled picture. */
  identityOf(file: string): FileIdentity | undefined
}
