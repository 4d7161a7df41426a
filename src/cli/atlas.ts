import { Command } from 'commander';
import { addBuild } from './build.ts';
import { addCheck } from './check.ts';
import { addClaims } from './claims.ts';
import { addCollect } from './collect.ts';
import { addDev } from './dev.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addNew } from './new.ts';
import { addPortable } from './portable.ts';
import { addRender } from './render.ts';
import { addSchemas } from './schemas.ts';
import { addStart } from './start.ts';

const program = new Command('atlas')
  .description('The Microcalcification Atlas at the command line.')
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help for what there is)');

for (const add of [
  addStart,
  addBuild,
  addDev,
  addCheck,
  addClaims,
  addCollect,
  addImport,
  addExport,
  addNew,
  addPortable,
  addRender,
  addSchemas,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
