/**
 * Whether a file or folder of this name is nobody's work: what editors, office
 * programs and file managers leave beside the files of others, such as `.#x.md`,
 * `._x.jpg`, `.DS_Store` and `~$x.docx`.
 */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$')
}
