import { readFileSync } from 'node:fs'
import { slugify } from '#domain/slug.ts'
import { programVersion } from '#program-package.ts'
import { HOSTS } from './hosts.ts'
import { type Files, inMarkdown } from './newsroom-files.ts'
import type { Outlet } from './outlet.ts'
import { starterTextsIn } from './texts/starter-texts.ts'

const IGNORED = [
  'node_modules/',
  'dist',
  'dist-preview',
  '.dist-*',
  '.*.lock',
  '.astro/',
  '.cache/',
  '*.log',
  '.DS_Store',
]

const SCRIPTS = {
  start: 'news build && news preview',
  dev: 'news dev',
  build: 'news build',
  preview: 'news preview',
  publisher: 'news publisher',
  check: 'news check',
  test: 'news check && news build',
  news: 'news',
}

const COMPILER_OPTIONS = {
  target: 'ESNext',
  module: 'ESNext',
  moduleResolution: 'Bundler',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
}

/** What makes a folder with an outlet's files a project: packages, commands, publication. @param warta the version of the program, or where it lies */
export function projectFiles(outlet: Pick<Outlet, 'name' | 'locale' | 'host'>, warta: string): Files {
  const { workflow } = HOSTS[outlet.host]
  const texts = starterTextsIn(outlet.locale) ?? starterTextsIn('en')
  const readme = (texts?.readme ?? '')
    .replaceAll('{publishing}', texts?.publishing[outlet.host] ?? '')
    .replaceAll('{name}', () => inMarkdown(outlet.name))
  return {
    'package.json': json({
      name: slugify(outlet.name).replace(/[^a-z\d-]/g, '') || 'outlet',
      private: true,
      type: 'module',
      engines: { node: '>=20.19' },
      scripts: SCRIPTS,
      dependencies: { warta },
      // Which `upgrade` goes by.
      warta: { upgradedTo: programVersion() },
      // Those of all packages that may run a script when they are installed.
      allowScripts: { node: true, esbuild: true },
    }),
    'astro.config.mjs': "export { default } from 'warta/astro.config'\n",
    'tailwind.config.ts': "export { default } from 'warta/tailwind'\n",
    'tsconfig.json': json({ compilerOptions: COMPILER_OPTIONS, include: ['src', '*.ts'] }),
    '.npmrc': NPM,
    'pnpm-workspace.yaml': PNPM,
    '.gitignore': `${IGNORED.join('\n')}\n`,
    'README.md': readme,
    '.github/workflows/check.yml': workflowOf('check.yml'),
    ...(workflow && { '.github/workflows/publish.yml': workflowOf(workflow) }),
    ...(outlet.host === 'netlify' && { 'netlify.toml': NETLIFY }),
    // The version that builds it: hosts take theirs from here.
    ...(['netlify', 'cloudflare'].includes(outlet.host) && { '.node-version': '24\n' }),
  }
}

/** npm knows nothing of the Node that the program brings along, and would warn of the one that started it at length. */
const NPM = 'loglevel=error\n'

/** Packages where the program's own packages look for them, as npm puts them. */
const PNPM = `nodeLinker: hoisted
onlyBuiltDependencies:
  - node
  - esbuild
`

const NETLIFY = `[build]
command = "npm run build"
publish = "dist"
`

function workflowOf(file: string): string {
  return readFileSync(new URL(`./workflows/${file}`, import.meta.url), 'utf8')
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
