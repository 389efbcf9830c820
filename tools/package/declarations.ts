import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/**
 * Writes the types of what an outlet's files import of the program, and of all that these name.
 * @param src the program's `src/`, absolute
 * @param folder for the declarations, absolute
 * @throws Error for code whose types cannot be told
 */
export function emitDeclarations(src: string, folder: string): void {
  const scope = JSON.parse(readFileSync(join(src, 'package.json'), 'utf8')) as {
    exports: Record<string, string>
  }
  // An outlet hands Astro's config on as it is, and the command to start one is run.
  const { './astro.config': _, './create': __, ...typed } = scope.exports
  const entries = Object.values(typed).map((file) => join(src, file))
  const program = ts.createProgram(entries, {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    skipLibCheck: true,
    strict: true,
    types: ['node'],
    rootDir: src,
    outDir: folder,
  })
  const { diagnostics } = program.emit()
  if (diagnostics.length === 0) return
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => src,
    getNewLine: () => '\n',
  }
  throw new Error(ts.formatDiagnostics(diagnostics, host))
}
