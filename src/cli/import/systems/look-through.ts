import { ExportFault } from '#moving-in/export-fault.ts'

/**
 * Shows a reader all that it must know before the first record. A broken place ends that, and is reported when the file is read.
 * @throws ExportFault without a place, for what is no such export
 */
export async function lookThrough<Item>(
  items: AsyncIterable<Item>,
  look: (item: Item) => void,
): Promise<void> {
  try {
    for await (const item of items) look(item)
  } catch (error) {
    if (!(error instanceof ExportFault && error.place)) throw error
  }
}
