-- Has wrk tell its figures as one line of JSON.
done = function(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    '\nmeasured {"seconds": %f, "requests": %d, "bytes": %d, "p50": %f, "p99": %f, "failed": %d}\n',
    summary.duration / 1e6, summary.requests, summary.bytes,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
