import { stringify } from 'yaml'
import { beyondLimits } from '#desk/body-limits.ts'
import { commentsFileOf } from '#desk/read-comments.ts'
import type { NewsroomFolder } from '#desk/folder.ts'
import { readTexts } from '#desk/read-texts.ts'
import { LARGEST } from '#desk/source.ts'
import type { Site } from '#domain/site.ts'
import { languagesWith } from '#i18n/dictionary.ts'
import { type Draft, draftOf } from '#moving-in/draft.ts'
import { ExportFault } from '#moving-in/export-fault.ts'
import type { LedgerSet } from '#moving-in/ledger.ts'
import type { OldSystem } from '#moving-in/old-system.ts'
import { type Plan, planImport } from '#moving-in/plan.ts'
import type { PlannedEntry } from '#moving-in/plan-entries.ts'
import { parentsOf } from '#moving-in/plan-categories.ts'
import { plainLine, shorten } from '#moving-in/plain-text.ts'
import type { EntryRecord, OldRecord } from '#moving-in/record.ts'
import { fieldFitter } from '#moving-in/sound-fields.ts'
import { type Entry, Survey } from '#moving-in/survey.ts'
import { ExcessiveText } from '#moving-in/to-markdown.ts'
import type { DiskLedger, DiskList } from './disk-ledger.ts'
import { KeptUploads } from './kept-uploads.ts'
import { NewFiles } from './new-files.ts'
import { readState } from './newsroom-state.ts'
import { ProgressBar } from './progress-bar.ts'
import { Report, type ReportItem } from './report.ts'
import { Uploads } from './uploads.ts'

export interface ImportOptions {
  /** A copy of the folder in which the old site kept its pictures and files. */
  media: string | undefined
  dryRun: boolean
  /** Whether pictures stay at their old addresses too. */
  keepUploads: boolean
}

export interface ImportResult {
  report: Report
  /** Paths in the newsroom. */
  written: DiskList<string>
  /** Where and why the reading ended before the files did. */
  fault: ExportFault | undefined
}

/** What counts in the progress bar. */
const ITEMS: ReadonlySet<OldRecord['record']> = new Set(['entry', 'upload', 'skipped'])

/**
 * Brings what an old system has exported into a newsroom. It is read twice, once
 * to know what is in it and once to write, so that no more than one entry of it
 * is held at a time; what must be known of all of them is in the ledger, which the
 * result is read from. What is there already stays as it is.
 * @throws ExportFault when a file is no export at all
 */
export async function importSystem(
  system: OldSystem,
  folder: NewsroomFolder,
  site: Site,
  options: ImportOptions,
  ledger: DiskLedger,
): Promise<ImportResult> {
  const { media, dryRun, keepUploads } = options
  const report = new Report(ledger)
  const bar = new ProgressBar()
  const uploads =
    media === undefined && system.media !== undefined
      ? await Uploads.below(system.media, ledger)
      : await Uploads.in(media, ledger)
  const { timeZone } = site
  const survey = new Survey(system, { timeZone, url: site.url }, ledger)
  let items = 0

  const readAll = async (
    words: string,
    take: (record: OldRecord) => void | Promise<void>,
    onNote: (text: string) => void,
  ) => {
    bar.start(words, system.size)
    items = 0
    try {
      const onBytes = (bytes: number) => bar.add(bytes, `${items} items`)
      for await (const record of system.records({ onBytes, onNote })) {
        if (ITEMS.has(record.record)) items += 1
        await take(record)
      }
    } catch (error) {
      // What stands before the place is whole, and worth having.
      if (error instanceof ExportFault && error.place && items > 0) return error
      throw error
    } finally {
      bar.end()
    }
    return undefined
  }

  await readAll(
    'Looking',
    (record) => survey.add(record),
    (text) => report.notes.push(text),
  )
  const state = await readState(folder, site, ledger)
  const plan = planImport(survey, state, ledger)
  const target = new NewFiles(folder.root, dryRun, ledger)
  writeStaff(survey, plan, state, target, report, fieldFitter(timeZone))
  writeTags(plan, target, report)
  const used = ledger.set()
  const kept = keepUploads ? new KeptUploads(system, uploads, target, ledger) : undefined
  let number = 0
  const context = {
    survey,
    plan,
    timeZone,
    nameless: languagesWith((await readTexts(folder)).texts).dictionaryFor(site.locale).anonymous,
    find: (paths: readonly string[]) => uploads.find(paths),
    newsroom: state,
    fitted: fieldFitter(timeZone),
  }

  const fault = await readAll(
    dryRun ? 'Trying' : 'Writing',
    async (record) => {
      // Uploads are reported at the end, when it is known which of them were used.
      if (record.record !== 'entry' && record.record !== 'skipped') return
      const { id } = record
      const title = shorten(plainLine(record.title), 80)
      const add = (
        outcome: ReportItem['outcome'],
        more: Partial<Pick<ReportItem, 'file' | 'why' | 'notes' | 'settled'>>,
      ) => report.add({ kind: record.kind, id, title, outcome, ...more })
      if (record.record === 'skipped')
        return add(record.isFault === true ? 'failed' : 'skipped', { why: record.why })
      const place = number++
      const entry = survey.entries.get(place)
      const planned = plan.entries.get(place)
      if (!entry || !planned) throw new Error(`The export changed while it was read: ${title} is new in it.`)
      if (planned.existing !== undefined) return add('already here', { file: planned.existing })
      if (record.fault !== undefined) return add('failed', { why: record.fault })
      let draft: Draft
      try {
        draft = await soundDraft(record, entry, planned)
      } catch (error) {
        if (error instanceof ExcessiveText) return add('failed', { why: error.message })
        if (!(error instanceof RangeError)) throw error
        return add('failed', { why: 'its HTML is nested too deep to be read' })
      }
      if (Buffer.byteLength(draft.markdown) > LARGEST || beyondLimits(draft.markdown))
        return add('failed', { why: 'its text is larger than any article' })
      const why = await writeDraft(draft, target, uploads, system.servedAt)
      if (why) return add('failed', { why })
      for (const picture of draft.pictures) await kept?.keep(picture)
      for (const { upload } of draft.pictures) used.add(upload)
      for (const upload of draft.files) used.add(upload)
      if (draft.comments.length > 0) draft.notes.push(`comments: ${draft.comments.length}`)
      const { file, notes, settled } = draft
      add('imported', { file, notes, settled })
    },
    () => {},
  )
  reportUploads(survey, plan, uploads, used, report)
  const note = uploads.note()
  if (note) report.notes.push(note)
  return { report, written: target.written, fault }

  /** The draft without those pictures that turn out to be none. */
  async function soundDraft(record: EntryRecord, entry: Entry, planned: PlannedEntry): Promise<Draft> {
    const refused = new Map<string, string>()
    for (;;) {
      const draft = draftOf(record, entry, planned, context, new Set(refused.keys()))
      const before = refused.size
      for (const { upload } of draft.pictures) {
        const fault = await uploads.faultOf(upload)
        if (fault) refused.set(upload, fault)
      }
      if (refused.size === before) {
        draft.notes.push(...[...refused].map(([upload, fault]) => `the picture ${upload} ${fault}`))
        return draft
      }
    }
  }
}

function writeStaff(
  survey: Survey,
  plan: Plan,
  state: { authors: ReadonlySet<string> },
  target: NewFiles,
  report: Report,
  fitted: ReturnType<typeof fieldFitter>,
): void {
  const written = (of: 'author' | 'category', fields: Record<string, unknown>) =>
    stringify(
      fitted(of, fields, () => {}),
      { lineWidth: 0 },
    )
  for (const { slug, name, bio, url } of survey.bylines.all) {
    const file = `src/content/authors/${slug}.yml`
    const isThere = state.authors.has(slug)
    const links = isWebLink(url) ? [{ label: shorten(new URL(url).hostname, 60), url }] : []
    const aliases = plan.authorAliases.get(slug) ?? []
    const fields = {
      name,
      ...(bio && { bio }),
      ...(links.length > 0 && { links }),
      ...(aliases.length > 0 && { aliases }),
    }
    if (!isThere) target.write(file, written('author', fields))
    report.add({ kind: 'author', id: '', title: name, file, outcome: isThere ? 'already here' : 'imported' })
  }
  for (const category of plan.categories.values()) {
    const { slug, name, description, existing, aliases } = category
    const file = `src/content/categories/${slug}.yml`
    const parents = parentsOf(category, plan.categories).map((parent) => parent.name)
    const path = parents.length > 0 ? [...parents, name].join(' › ') : ''
    const words = shorten([path, description].filter(Boolean).join(': '), 400)
    const fields = {
      name: shorten(name, 60) || slug,
      ...(words && { description: words }),
      ...(aliases.length > 0 && { aliases }),
    }
    if (!existing) target.write(file, written('category', fields))
    report.add({
      kind: 'category',
      id: '',
      title: name,
      file,
      outcome: existing ? 'already here' : 'imported',
    })
  }
}

/** The old addresses of tags, a tag a line. */
function writeTags({ tagAliases }: Plan, target: NewFiles, report: Report): void {
  const file = 'src/content/tags.yml'
  const fields = Object.fromEntries(tagAliases)
  if (Object.keys(fields).length === 0) return
  const text = stringify(fields, { lineWidth: 0 })
  if (!target.write(file, text))
    report.notes.push(
      `${file} is there already. So that tags' old addresses lead on, it needs these too:\n${text}`,
    )
}

/** Why a draft could not be written; undefined when it was. The article itself comes last, so that it is never without its pictures. */
async function writeDraft(
  draft: Draft,
  target: NewFiles,
  uploads: Uploads,
  servedAt: OldSystem['servedAt'],
): Promise<string | undefined> {
  const folder = draft.file.replace(/[^/]*$/, '')
  const differs = (file: string) => `${file} is there already, and is another`
  for (const { upload, name } of draft.pictures) {
    const bytes = await uploads.converted(upload)
    const path = folder + name
    const done = bytes ? target.write(path, bytes) : target.copy(uploads.pathOf(upload), path)
    if (!done) return differs(path)
  }
  for (const upload of draft.files) {
    const path = `public/${servedAt(upload)}`
    if (!target.copy(uploads.pathOf(upload), path)) draft.notes.push(differs(path))
  }
  if (draft.comments.length > 0) {
    const path = commentsFileOf(draft.file)
    if (!target.write(path, `${JSON.stringify(draft.comments, null, 2)}\n`)) return differs(path)
  }
  const text = `---\n${stringify(draft.frontMatter, { lineWidth: 0 })}---\n\n${draft.markdown}`
  return target.write(draft.file, text) ? undefined : differs(draft.file)
}

function reportUploads(survey: Survey, plan: Plan, uploads: Uploads, used: LedgerSet, report: Report): void {
  for (const [id, { address, title, paths }] of survey.uploads) {
    const upload = uploads.find(paths)
    const isUsed = upload !== undefined && used.has(upload)
    const lost = plan.lostUploads.get(id)
    const notes = lost ? [`its old page ${lost} leads nowhere: no article shows it`] : []
    const why =
      upload === undefined ? `not in the folder of uploads: ${address}` : 'no newly imported article shows it'
    const file = isUsed ? upload : undefined
    report.add({
      kind: 'upload',
      id,
      title,
      outcome: isUsed ? 'imported' : 'skipped',
      file,
      notes,
      why: isUsed ? undefined : why,
    })
  }
}

function isWebLink(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? '')
}
