// Which languages are published beside English. Written by the build, from the files in elements/lang.

export const PUBLISHED = ['ar', 'de', 'es', 'fr', 'ja', 'pt'] as const;

/** The tag of one of them. */
export type PublishedLanguage = (typeof PUBLISHED)[number];
