// Preloaded into each measured server: tells its CPU time over IPC, so that asking costs no request.
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
// The channel alone must not keep a server alive.
process.channel?.unref();
