// Code in a link: UTF-8, in the alphabet that addresses take, after `#code=`.
const KEY = '#code=';

/** The end of an address that carries this code. */
export function linkTo(code) {
  const bytes = Array.from(new TextEncoder().encode(code), (byte) => String.fromCodePoint(byte)).join('');
  return KEY + btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The code that the end of an address carries; null if there is none. */
export function codeIn(hash) {
  if (!hash.startsWith(KEY)) return null;
  try {
    const bytes = atob(hash.slice(KEY.length).replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.codePointAt(0)));
  } catch {
    return null;
  }
}
