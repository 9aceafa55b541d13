/** What to install, if the system's loader names a missing library; undefined for any other message. */
export function missingLibrary(words: string): string | undefined {
  const library = /error while loading shared libraries: (\S+):/.exec(words)?.[1];
  return (
    library && `Install the system package that contains ${library} (on Debian: apt-file search ${library}).`
  );
}
