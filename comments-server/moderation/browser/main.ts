import { fill } from '#i18n/dictionary.ts'
import { CommentList } from './comment-list.ts'
import { find, part } from './parts.ts'
import { Failure, ModerationServer, SignedOut, signIn, TooManyTries } from './server.ts'
import { keepSession, type Session, storedSession } from './session.ts'
import { t } from './texts.ts'

const form = find<HTMLFormElement>('#sign-in')
const status = find('[role="status"]')
const submit = find<HTMLButtonElement>('[type="submit"]', form)
const list = new CommentList(say, tell)

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void enter()
})
part('sign-out').addEventListener('click', () => {
  say('')
  leave()
})

const known = storedSession()
if (known) void open(known)
else leave()

async function enter() {
  const fields = new FormData(form)
  submit.disabled = true
  say(t.loading)
  try {
    const session = await signIn(String(fields.get('email')).trim(), String(fields.get('password')))
    if (!session) {
      say(t.wrongPassword)
      field('password').select()
      return
    }
    keepSession(session)
    form.reset()
    await open(session)
    find('h1').focus()
  } catch (error) {
    tell(error)
  } finally {
    submit.disabled = false
  }
}

async function open(session: Session) {
  form.hidden = true
  find('#signed-in').hidden = false
  part('moderator').textContent = fill(t.signedInAs, { name: session.name })
  await list.open(new ModerationServer(session))
}

function leave() {
  keepSession(undefined)
  list.close()
  find('#signed-in').hidden = true
  form.hidden = false
  field('email').focus()
}

function tell(error: unknown) {
  if (error instanceof SignedOut) {
    leave()
    say(t.signInAgain)
  } else if (error instanceof TooManyTries) say(fill(t.tooManyTries, { minutes: error.minutes }))
  else if (error instanceof Failure) say(fill(t.failed, { reason: error.message }))
  else {
    console.error(error)
    say(t.unreachable)
  }
}

function say(text: string) {
  status.textContent = text
}

function field(name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement
}
