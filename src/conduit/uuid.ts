// Ids in the form of RFC 9562, version 4, also on pages without https, which have no `crypto.randomUUID`.

/** Where one of the four hyphens goes: before these bytes. */
const HYPHENS: readonly number[] = [4, 6, 8, 10];

/** A random id such as `0f1cd1a5-6d1c-4d0f-9a43-0ea7d4bb6d11`. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return Array.from(
    bytes,
    (byte, index) => (HYPHENS.includes(index) ? '-' : '') + byte.toString(16).padStart(2, '0'),
  ).join('');
}
