/** Whether the reader has asked to be spared what is not needed; Firefox and Safari do not tell. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false
}
