import { join } from 'node:path'
import { installOwnPackages } from '../tools/own-packages.ts'

/** The folder with the packages that the server alone needs. */
export const WALINE = join(import.meta.dirname, 'waline')

/** Before the first start, and after an upgrade. @throws Error with what npm says, where it fails */
export async function installWaline(): Promise<void> {
  await installOwnPackages(WALINE)
}
