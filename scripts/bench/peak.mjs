// Loaded before a command: says at its end, on standard error, its own peak memory in MiB and its processor time in ms.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const work = Math.round((userCPUTime + systemCPUTime) / 1000)
  process.stderr.write(`\npeak ${Math.round(maxRSS / 1024)}\nwork ${work}\n`)
})
