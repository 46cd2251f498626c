// Saves text as a file on the user's machine.

/**
 * Offers `text` for download as `<name>.txt`. docs/protocol.md, section 8.5.
 * @param name the file's name; characters that a file system may refuse become `_`.
 * @param text the content.
 * @throws ReferenceError where there is no document, as in a worker.
 */
export function saveAsFile(name: string, text: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  anchor.download = `${name.replace(/[^\p{L}\p{N} ()_-]+/gu, '_').slice(0, 100)}.txt`;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The browser reads the URL when the click's task has ended.
  setTimeout(() => URL.revokeObjectURL(anchor.href));
}
