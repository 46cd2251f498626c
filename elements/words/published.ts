// Which languages are published beside English. Written by the build, from the files in elements/lang.

export const PUBLISHED: readonly string[] = ['ar', 'de', 'es', 'fr', 'ja', 'pt'];
