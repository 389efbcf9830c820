const NEWLINE = 0x0a
const RETURN = 0x0d
/** More of a line is dropped, so that a file without line ends does not fill the memory. */
const LONGEST = 1 << 20

/** Hands out each line of a stream of bytes, without its end; the bytes hold only during the call. */
export async function eachLine(
  chunks: AsyncIterable<Buffer>,
  take: (bytes: Buffer, start: number, end: number) => void,
): Promise<void> {
  let begun: Buffer[] = []
  let length = 0
  const begin = (piece: Buffer) => {
    if (length < LONGEST) begun.push(piece)
    length += piece.length
  }
  const end = () => {
    const line = Buffer.concat(begun)
    begun = []
    length = 0
    take(line, 0, withoutReturn(line, line.length))
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let newline = chunk.indexOf(NEWLINE); newline >= 0; newline = chunk.indexOf(NEWLINE, start)) {
      if (length > 0) {
        begin(chunk.subarray(0, newline))
        end()
      } else {
        take(chunk, start, withoutReturn(chunk, newline))
      }
      start = newline + 1
    }
    if (start < chunk.length) begin(chunk.subarray(start))
  }
  if (length > 0) end()
}

function withoutReturn(bytes: Buffer, end: number): number {
  return end > 0 && bytes[end - 1] === RETURN ? end - 1 : end
}
