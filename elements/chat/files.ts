// Which files can be sent. Amazon Connect administrator guide, "Amazon Connect feature specifications", attachments.
import type { ChatContext } from './context.js';
import { fileName } from './readable.js';

/** Endings of names of files that the service takes. */
const ENDINGS: readonly string[] = 'csv doc docx heic jpeg jpg mov mp4 pdf png ppt pptx rtf txt wav xls xlsx'.split(
  ' ',
);

/** Bytes of one file, at most. */
const MOST_BYTES = 20_000_000;

/** Files of one chat, at most. */
const MOST_FILES = 35;

/** What a file field offers. */
export const ACCEPTED = ENDINGS.map((ending) => `.${ending}`).join(',');

/**
 * Says why a file cannot be sent; null if it can.
 * @param file the file.
 * @param others how many files the chat has already.
 * @param context what the element knows.
 */
export function problemWith(
  file: File,
  others: number,
  { terms, formats }: Pick<ChatContext, 'terms' | 'formats'>,
): string | null {
  const name = fileName(file.name);
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (!ENDINGS.includes(ending)) return terms.badType(name);
  if (file.size > MOST_BYTES) return terms.tooLarge(name, formats.size(MOST_BYTES));
  if (file.size === 0) return terms.emptyFile(name);
  return others >= MOST_FILES ? terms.tooMany(MOST_FILES) : null;
}

/** Types whose files a browser shows without running anything of them. */
const SHOWN = /^(?:image\/(?!svg)[\w.+-]+|application\/pdf|text\/plain|(?:audio|video)\/[\w.+-]+)$/;

/**
 * Opens a file in a new tab; one that might do something there is saved in its place.
 * @param blob the file.
 * @param name its name.
 * @returns its address, to be revoked when the conversation is gone.
 */
export function openFile(blob: Blob, name: string): string {
  const isShown = SHOWN.test(blob.type);
  const url = URL.createObjectURL(isShown ? blob : new Blob([blob], { type: 'application/octet-stream' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.rel = 'noopener noreferrer';
  if (isShown) anchor.target = '_blank';
  else anchor.download = name;
  anchor.click();
  return url;
}
