import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { readWholeNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { carryOut } from './rename/carry-out.ts'
import { movedFile, mustStaySound } from './rename/judge-plan.ts'
import { NewsroomEdits } from './rename/newsroom-edits.ts'
import { planListFile } from './rename/plan.ts'
import { planArticle } from './rename/plan-article.ts'
import { planTag } from './rename/plan-tag.ts'
import { uncommitted } from './rename/uncommitted.ts'

const PLANS: Record<string, (edits: NewsroomEdits, from: string, to: string) => void> = {
  category: (edits, from, to) => planListFile(edits, 'category', from, to),
  author: (edits, from, to) => planListFile(edits, 'author', from, to),
  series: (edits, from, to) => planListFile(edits, 'series', from, to),
  tag: planTag,
  article: planArticle,
}
const USAGE = `npm run -s news -- rename ${Object.keys(PLANS).join('|')} OLD NEW [--dry-run]`

/**
 * Gives something another name: moves its file, mends what names it, and keeps its old addresses. Returns 0.
 * @throws Error that says why nothing was done, NewsroomError when a file cannot be read
 */
export async function run(args: string[]): Promise<number> {
  const { kind, plan, from, to, dryRun } = parsed(args)
  if (from === to) throw new Error(`"${from}" and "${to}" are one name.`)
  const folder = newsroomFolder()
  const edits = new NewsroomEdits(await readWholeNewsroom(folder), await readSite(folder))
  plan(edits, from, to)
  const texts = edits.texts()
  const touched = [...new Set([...texts.keys(), ...edits.moves.map((move) => move.from)])]
  const dirty = uncommitted(folder.root, touched)
  if (dirty.length > 0)
    throw new Error(
      `Commit these files first, as this command changes or moves them, and nothing of them must get lost:\n${dirty.map((file) => `  ${file}`).join('\n')}`,
    )
  await mustStaySound(edits)
  if (!dryRun) await carryOut(folder.root, texts, edits.moves)

  for (const { from, to } of edits.moves) console.log(`moved    ${from} -> ${to}`)
  for (const file of [...texts.keys()].sort()) console.log(`changed  ${movedFile(file, edits.moves)}`)
  console.log(
    dryRun
      ? 'Nothing was written: this is what would be done.'
      : `"${from}" is now "${to}", and its old addresses lead on. Look at the changes and commit them; "npm run -s news -- check" judges the whole. Where a web server has rules for old addresses, write them anew with "npm run -s news -- redirects".`,
  )
  if (!dryRun && edits.site.comments.provider !== 'none' && ['category', 'article'].includes(kind))
    console.log(DISCUSSIONS)
  return 0
}

const DISCUSSIONS =
  'Servers keep readers\' discussions by the addresses of articles: docs/editors.md tells how they follow, under "Give something another name".'

function parsed(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  })
  const [kind = '', from = '', to = '', ...more] = positionals
  const plan = Object.hasOwn(PLANS, kind) ? PLANS[kind] : undefined
  if (!plan || from === '' || to === '' || more.length > 0) throw new Error(USAGE)
  return { kind, plan, from, to, dryRun: values['dry-run'] }
}
