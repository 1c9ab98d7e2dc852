// Loaded before a command: says its own peak memory at its end, in MiB, on standard error.
process.on('exit', () => process.stderr.write(`\npeak ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`))
