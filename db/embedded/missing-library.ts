/** What to install, where the system's loader names a library that is not there; undefined for any other words. */
export function missingLibrary(words: string): string | undefined {
  const library = /error while loading shared libraries: (\S+):/.exec(words)?.[1];
  return (
    library && `Install the system's package that holds ${library} (on Debian: apt-file search ${library}).`
  );
}
