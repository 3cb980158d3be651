// Fails when the committed typed documents differ from what schema.graphql and the .graphql files give now.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folders = ['web-public/src/gql', 'web-admin/src/gql'];
const read = () =>
  new Map(
    folders.flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')]),
    ),
  );

const before = read();
execFileSync('npx', ['graphql-codegen', '--config', 'codegen.ts', '--silent'], { cwd: root, stdio: 'inherit' });
const stale = [...read()].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
if (stale.length > 0) {
  console.error(`Typed documents were stale: ${stale.join(', ')}. They are written anew; commit them.`);
  process.exit(1);
}
console.log('Typed documents are up to date.');
