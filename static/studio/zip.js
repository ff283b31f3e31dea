// Files in a ZIP archive, as far as a text document needs it.

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** What no file of an article weighs; what says that it does is no text. */
const MOST = 64 * 1024 * 1024;

/** The names of an archive's files, each with what reads it.
    @param {ArrayBuffer} buffer
    @returns {Map<string, () => Promise<string>>} */
export const entriesOf = (buffer) => {
  const view = new DataView(buffer);
  let end = buffer.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new RangeError("no directory");
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("no entry");
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(buffer, at + 46, length));
    const header = view.getUint32(at + 42, true);
    entries.set(name, () => {
      if (size > MOST) throw new RangeError("too large");
      const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
      return unpacked(new Uint8Array(buffer, start, packed), method, size);
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

/** @param {Uint8Array<ArrayBuffer>} bytes
    @param {number} method
    @param {number} size */
const unpacked = async (bytes, method, size) => {
  if (method === 0) return new TextDecoder().decode(bytes);
  if (method !== 8) throw new RangeError("packed in another way");
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const decoder = new TextDecoder();
  let [text, length] = ["", 0];
  const reader = stream.getReader();
  for (let one = await reader.read(); !one.done; one = await reader.read()) {
    length += one.value.byteLength;
    // It says how large it is, and is larger.
    if (length > size) throw new RangeError("too large");
    text += decoder.decode(one.value, { stream: true });
  }
  return text + decoder.decode();
};
