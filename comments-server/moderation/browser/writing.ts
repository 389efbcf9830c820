import { copyOf, find, part } from './parts.ts'
import { t } from './texts.ts'

interface Wanted {
  label: string
  button: string
  text: string
  /** Told what was written; the form stays with it when this throws. */
  onDone: (text: string) => Promise<void>
}

/** Opens a field below a comment, in place of one that was open there; Escape and Cancel close it. */
export function openWriting(item: HTMLElement, { label, button, text, onDone }: Wanted) {
  const opener = document.activeElement
  item.querySelector('form')?.remove()
  const form = copyOf<HTMLFormElement>('writing')
  const field = find<HTMLTextAreaElement>('textarea', form)
  const submit = find<HTMLButtonElement>('[type="submit"]', form)
  part('label', form).textContent = label
  submit.textContent = button
  field.value = text
  const close = () => {
    form.remove()
    if (opener instanceof HTMLElement) opener.focus()
  }
  part('cancel', form).addEventListener('click', close)
  form.addEventListener('keydown', (event) => event.key === 'Escape' && close())
  field.addEventListener('input', () => field.setCustomValidity(''))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (field.value.trim() === '') {
      field.setCustomValidity(t.textNeeded)
      form.reportValidity()
      return
    }
    submit.disabled = true
    void onDone(field.value.trim()).finally(() => (submit.disabled = false))
  })
  item.append(form)
  field.focus()
}
