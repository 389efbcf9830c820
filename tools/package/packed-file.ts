import ts from 'typescript'

/** A file as the package has it. */
export interface PackedFile {
  /** Its path from `src/`. */
  file: string
  text: string
}

/** Where code names a module by a relative path: an import, or `new URL()` for a thread. TypeScript's own rewriting adds a helper to imports whose path is made up at run time. */
const RELATIVE = /((?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*['"])(\.{1,2}\/[^'"]+)\.ts(['"])/g
/** Where a style sheet names Tailwind's config. */
const CONFIG = /(@config\s+['"][^'"]+)\.ts(['"])/g
/** An import by a relative path, in a file that stays as it is. */
const RELATIVE_MODULE = /['"](\.{1,2}\/[^'"]+\.ts)['"]/

/**
 * A file of the program as Node can run it below `node_modules`, where it strips no types: TypeScript becomes JavaScript
 * of the same name, all else stays. Names of the program's own modules, `#domain/site.ts`, stay too: the
 * package's `imports` lead them on.
 * @param file its path from `src/`
 * @throws Error for a component that imports TypeScript by a relative path, which would be gone
 */
export function packedFile(file: string, text: string): PackedFile {
  if (file === 'package.json') return { file, text: packedScope(text) }
  if (/\.(?:astro|js|mjs)$/.test(file)) {
    const [, module] = RELATIVE_MODULE.exec(text) ?? []
    if (module) throw new Error(`${file} imports ${module}: name it from src/, with a # before it.`)
  }
  if (file.endsWith('.css')) return { file, text: text.replace(CONFIG, '$1.js$2') }
  if (!file.endsWith('.ts')) return { file, text }
  const { outputText } = ts.transpileModule(text, {
    fileName: file,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  })
  return { file: scriptOf(file), text: outputText.replace(RELATIVE, '$1$2.js$3') }
}

/** `src/package.json`, whose paths lead to JavaScript, and its types to declarations. */
function packedScope(text: string): string {
  const scope = JSON.parse(text) as { exports: Record<string, string> }
  const exports = Object.fromEntries(
    Object.entries(scope.exports).map(([name, file]) => [name, scriptOf(file)]),
  )
  const imports = {
    '#*.ts': { types: './types/*.d.ts', default: './*.js' },
    '#*': './*',
  }
  return `${JSON.stringify({ ...scope, imports, exports }, null, 2)}\n`
}

function scriptOf(file: string): string {
  return file.replace(/\.ts$/, '.js')
}
