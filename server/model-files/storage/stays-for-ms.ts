/** How long bytes stay that nothing needs: a finished upload, a file that no counted submission names. */
export const staysForMs = 24 * 3600 * 1000;
