// Saves text as a file on the user's machine.

/**
 * Offers `text` for download as `<name>.txt`. Protocol section 8.5.
 *
 * @param name the file's name; characters that a file system refuses become `_`
 * @param text the content
 * @throws Error where there is no document, as in a worker
 */
export function saveAsFile(name: string, text: string): void {
  if (typeof document === 'undefined') throw new Error('A log can be downloaded from a page only');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = `${safeName(name)}.txt`;
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The browser reads the URL when the click's task has ended.
  setTimeout(() => URL.revokeObjectURL(url));
}

function safeName(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N} ()._-]+/gu, '_')
      .replace(/^[. ]+/, '')
      .slice(0, 100) || 'agent-log'
  );
}
