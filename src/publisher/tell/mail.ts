import { createTransport } from 'nodemailer'

export interface MailSettings {
  to: string
  from: string
  /** `smtp://localhost`, or `smtps://user:password@mail.example`: a secret. */
  server: string
}

/** @throws Error where the mail server does not take it */
export async function sendMail(
  { to, from, server }: MailSettings,
  mail: { subject: string; text: string },
): Promise<void> {
  const transport = createTransport(server, {
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
  } as object)
  try {
    await transport.sendMail({ to, from, ...mail })
  } finally {
    transport.close()
  }
}
