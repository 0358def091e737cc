// Says what Microsoft's own schema finds wrong with a manifest: node manifest.mjs FILE. Nothing is
// printed, and it ends with 0, where nothing is wrong.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(await readFile(process.argv[2], 'utf8'));
const version = `v${manifest.manifestVersion}`;
if (!String(manifest.$schema).includes(`/${version}/`)) {
  console.log(`$schema is not that of ${version}`);
  process.exitCode = 1;
}
const place = `@microsoft/app-manifest/build/json-schemas/teams/${version}/MicrosoftTeams.schema.json`;
const schema = JSON.parse(await readFile(require.resolve(place), 'utf8'));
const validator = new Draft04({ strict: false, allErrors: true });
formats(validator);
if (!validator.validate(schema, manifest)) {
  for (const error of validator.errors) {
    console.log(`${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  }
  process.exitCode = 1;
}
