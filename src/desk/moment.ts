/**
 * The build's one clock: `SOURCE_DATE_EPOCH` in seconds, or now. The first call
 * fixes it for the whole process.
 * @throws Error when SOURCE_DATE_EPOCH is not a whole number of seconds.
 */
export function buildMoment(env: NodeJS.ProcessEnv = process.env): Date {
  env.SOURCE_DATE_EPOCH ??= String(Math.floor(Date.now() / 1000))
  const text = env.SOURCE_DATE_EPOCH
  const seconds = /^\d{1,11}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(seconds)) {
    throw new Error(`SOURCE_DATE_EPOCH is "${text}", but must be a whole number of seconds since 1970.`)
  }
  return new Date(seconds * 1000)
}
