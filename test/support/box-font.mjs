// A font in which every character is the same box, half an em wide: what is laid out in it is laid out alike on every machine.

const EM = 1000;
const ADVANCE = 500;

/** Bytes of a table: each number as big-endian, with its width in bytes. */
function bytes(...fields) {
  const size = fields.reduce((sum, [width]) => sum + width, 0);
  const buffer = Buffer.alloc(size);
  let at = 0;
  for (const [width, value] of fields) {
    buffer.writeUIntBE(value < 0 ? 2 ** (8 * width) + value : value, at, width);
    at += width;
  }
  return buffer;
}

const u8 = (value) => [1, value];
const u16 = (value) => [2, value];
const u32 = (value) => [4, value];
const zeros = (count) => Array.from({ length: count }, () => u8(0));

/** The one glyph: a rectangle that leaves a little room on both sides. */
const BOX = bytes(
  ...[1, 50, 0, 450, 700].map(u16), // one contour; xMin, yMin, xMax, yMax
  ...[3, 0].map(u16), // last point; no instructions
  ...[1, 1, 1, 1].map(u8), // on the curve, two bytes for each coordinate
  ...[50, 0, 400, 0].map(u16),
  ...[0, 700, 0, -700].map(u16),
);

const NAMES = [
  [1, 'Boxes'],
  [2, 'Regular'],
  [4, 'Boxes'],
  [6, 'Boxes'],
];

function nameTable() {
  const texts = NAMES.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  const records = NAMES.flatMap(([id], index) => {
    const record = [3, 1, 0x409, id, texts[index].length, offset].map(u16);
    offset += texts[index].length;
    return record;
  });
  return Buffer.concat([bytes(u16(0), u16(NAMES.length), u16(6 + 12 * NAMES.length), ...records), ...texts]);
}

const TABLES = {
  'OS/2': bytes(
    ...[3, ADVANCE, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0].map(u16),
    ...zeros(10 + 16 + 4),
    ...[0x40, 0x20, 0xffff, 800, -200, 0, 800, 200].map(u16),
    ...zeros(8),
    ...[500, 700, 0, 0x20, 0].map(u16),
  ),
  // Format 13: one glyph for all.
  cmap: bytes(...[0, 1, 3, 10].map(u16), u32(12), ...[13, 0].map(u16), ...[28, 0, 1, 0x20, 0x10ffff, 1].map(u32)),
  glyf: BOX,
  head: bytes(
    ...[0x10000, 0x10000, 0, 0x5f0f3cf5].map(u32),
    ...[0, EM].map(u16),
    ...zeros(16),
    ...[0, 0, 500, 800, 0, 8, 2, 1, 0].map(u16),
  ),
  hhea: bytes(u32(0x10000), ...[800, -200, 0, ADVANCE, 50, 50, 450, 1].map(u16), ...zeros(14), u16(2)),
  hmtx: bytes(...[ADVANCE, 50, ADVANCE, 50].map(u16)),
  loca: bytes(...[0, 0, BOX.length].map(u32)),
  maxp: bytes(u32(0x10000), ...[2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0].map(u16)),
  name: nameTable(),
  post: bytes(u32(0x30000), u32(0), u16(-100), u16(50), ...zeros(20)),
};

const padded = (table) => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);

function checksum(table) {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

/** The font, as the bytes of a TrueType file. */
export function boxFont() {
  const entries = Object.entries(TABLES).map(([tag, table]) => [tag, table.length, padded(table)]);
  let offset = 12 + 16 * entries.length;
  const directory = entries.map(([tag, length, table]) => {
    const record = Buffer.concat([Buffer.from(tag), bytes(u32(checksum(table)), u32(offset), u32(length))]);
    offset += table.length;
    return record;
  });
  const head = bytes(u32(0x10000), ...[entries.length, 128, 3, 16 * entries.length - 128].map(u16));
  return Buffer.concat([head, ...directory, ...entries.map(([, , table]) => table)]);
}
