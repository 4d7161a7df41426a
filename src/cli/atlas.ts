import { Command } from 'commander';

/** The commands in the order of the help. Each is read only where it is asked for: some need much. */
const commands: Record<string, () => Promise<(program: Command) => void>> = {
  start: async () => (await import('./start.ts')).addStart,
  build: async () => (await import('./build.ts')).addBuild,
  dev: async () => (await import('./dev.ts')).addDev,
  check: async () => (await import('./check.ts')).addCheck,
  claims: async () => (await import('./claims.ts')).addClaims,
  collect: async () => (await import('./collect.ts')).addCollect,
  import: async () => (await import('./import.ts')).addImport,
  export: async () => (await import('./export.ts')).addExport,
  new: async () => (await import('./new.ts')).addNew,
  portable: async () => (await import('./portable.ts')).addPortable,
  render: async () => (await import('./render.ts')).addRender,
  schemas: async () => (await import('./schemas.ts')).addSchemas,
};

const program = new Command('atlas')
  .description('The Microcalcification Atlas at the command line.')
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help for what there is)');

try {
  const asked = commands[process.argv[2] ?? ''];
  // The help names all, and so does the answer to a slip.
  for (const add of asked ? [asked] : Object.values(commands)) (await add())(program);
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
