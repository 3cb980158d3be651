// Weighs the scripts that the first public page (/) loads, after compression, against the budget.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 200;
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const manifestPath = join(dist, '.vite/manifest.json');
if (!existsSync(manifestPath)) {
  console.error('web-public/dist is missing: run `npm run build` first.');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));

/** The first page is the entry, the home route and one language, each with everything it imports. */
const roots = Object.keys(manifest).filter(
  (key) => manifest[key].isEntry || key.endsWith('/HomePage.tsx') || key.endsWith('locales/ru.json'),
);
const files = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  (chunk.imports ?? []).forEach(visit);
};
roots.forEach(visit);

let total = 0;
for (const file of [...files].filter((name) => name.endsWith('.js'))) {
  const size = gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  total += size;
  console.log(`${(size / 1024).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} KB  in all, gzip; budget ${BUDGET_KB} KB`);
if (files.size < 3 || total > BUDGET_KB * 1024) {
  console.error(files.size < 3 ? 'The first page was not found in the manifest.' : 'Over the budget.');
  process.exit(1);
}
