import { extname } from 'node:path'
import { fitsFileName } from '#domain/file-name.ts'
import { Children } from '#moving-in/children.ts'
import type { UsedPicture } from '#moving-in/conversion.ts'
import type { Ledger, LedgerSet } from '#moving-in/ledger.ts'
import type { OldSystem } from '#moving-in/old-system.ts'
import type { NewFiles } from './new-files.ts'
import type { Uploads } from './uploads.ts'

/** Keeps pictures at their old addresses below `public/`, without what cameras have written into them. */
export class KeptUploads {
  private readonly system: Pick<OldSystem, 'mediaPaths' | 'servedAt'>
  private readonly uploads: Uploads
  private readonly target: NewFiles
  private readonly kept: LedgerSet
  /** The smaller copies of each original that lie in the media folder. */
  private readonly copies: Children

  constructor(
    system: Pick<OldSystem, 'mediaPaths' | 'servedAt'>,
    uploads: Uploads,
    target: NewFiles,
    ledger: Ledger,
  ) {
    this.system = system
    this.uploads = uploads
    this.target = target
    this.kept = ledger.set()
    this.copies = new Children(ledger)
    for (const path of uploads.all()) {
      const original = uploads.firstOf(system.mediaPaths(`/${system.servedAt(path)}`))
      if (original !== undefined && original !== path) this.copies.add(original, path)
    }
  }

  /** A picture and its smaller copies; where a text shows a copy that is missing, the original is there instead. */
  async keep({ upload, shownAt }: UsedPicture): Promise<void> {
    if (!this.kept.has(upload))
      for (const path of [upload, ...this.copies.of(upload)]) await this.write(path, path)
    this.kept.add(upload)
    for (const path of shownAt) if (isSound(path, upload)) await this.write(path, upload)
  }

  private async write(path: string, upload: string): Promise<void> {
    if (this.kept.has(path) || (await this.uploads.faultOf(upload)) !== undefined) return
    this.kept.add(path)
    this.target.write(`public/${this.system.servedAt(path)}`, await this.uploads.stripped(upload))
  }
}

/** Whether a path that a text names can be one of the media folder, for a file like the upload. */
function isSound(path: string, upload: string): boolean {
  const names = path.split('/')
  const areSound = names.every(
    (name) => name !== '' && !name.startsWith('.') && !/[\p{C}\\]/u.test(name) && fitsFileName(name),
  )
  return areSound && extname(path).toLowerCase() === extname(upload).toLowerCase()
}
