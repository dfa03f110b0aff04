// Imports one module in a process of its own and prints the milliseconds of processor time it took.
const before = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${(user + system) / 1000}\n`, () => process.exit());
