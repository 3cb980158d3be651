import type { Plugin } from 'vite';

/** One line about a finished build, in place of the list of its files. */
export function summary(site: string): Plugin {
  const began = Date.now();
  let files = 0;
  let bytes = 0;
  return {
    name: 'beket-summary',
    apply: 'build',
    writeBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        files += 1;
        bytes += Buffer.byteLength(file.type === 'chunk' ? file.code : file.source);
      }
    },
    closeBundle() {
      if (files > 0) process.stdout.write(`${site}: ${files} files, ${(bytes / 1024 / 1024).toFixed(1)} MB, in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
    },
  };
}
