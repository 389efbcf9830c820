import { createReadStream } from 'node:fs'

/** The plainest program that could count: every line of a file through one regular expression. */
const LINE = /^(\S+) \S+ \S+ \[([^\]]+)\] "(\S+) (\S+) [^"]*" (\d{3}) \S+ "([^"]*)" "([^"]*)"/

let matched = 0
let rest = ''
for await (const chunk of createReadStream(process.argv[2] ?? '', {
  encoding: 'latin1',
  highWaterMark: 1 << 20,
})) {
  const lines = (rest + String(chunk)).split('\n')
  rest = lines.pop() ?? ''
  for (const line of lines) if (LINE.exec(line)) matched++
}
console.log(matched)
