import { fill } from '#i18n/dictionary.ts'
import { find } from './parts.ts'
import { t } from './texts.ts'

/** Whether the moderator wants the comment by `name` gone; Escape is no. */
export function askBeforeDeleting(name: string): Promise<boolean> {
  const dialog = find<HTMLDialogElement>('dialog')
  find('#delete-text', dialog).textContent = fill(t.deleteText, { name })
  for (const button of dialog.querySelectorAll('button')) button.onclick = () => dialog.close(button.value)
  dialog.returnValue = ''
  dialog.showModal()
  find('button[value=""]', dialog).focus()
  return new Promise((done) => {
    dialog.addEventListener('close', () => done(dialog.returnValue === 'delete'), { once: true })
  })
}
