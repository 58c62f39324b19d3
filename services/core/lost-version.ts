/**
 * 0.1.0 kept the version of a question in `asked` under the name where the form of the document is stamped, and lost it
 * there. What had no version to be stamped over was refused, so every note that was kept is of version 1 of its question;
 * what was made from such a note has no version, or the word for none.
 */
export const LOST_VERSION = 1

/** Whether this says which version of a question it was. */
export const isVersion = (version: unknown) => Number.isInteger(version)
