// Generates load with wrk, a separate process that repeats one request over 16 connections for some seconds.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { postgresProcessorTime } from "./servers.mjs";

const connections = 16;

/** Sends a question to a server repeatedly, and returns throughput, latency, CPU time and memory. */
export async function load(server, question, body, { seconds, token, postgres, work }) {
  const script = join(work, "request.lua");
  const quoted = (text) => `"${[...Buffer.from(text)].map((byte) => `\\${String(byte).padStart(3, "0")}`).join("")}"`;
  writeFileSync(script, `wrk.method = "POST"
wrk.body = ${quoted(body)}
wrk.headers["Content-Type"] = "application/json"
${token ? `wrk.headers["Authorization"] = "Bearer ${token}"` : ""}
done = function(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
`);
  await postgres.idle();
  const before = [server.processorTime(), postgresProcessorTime(postgres.pid)];
  let resident = 0;
  const watch = setInterval(() => (resident = Math.max(resident, server.resident())), 200);
  const output = await run("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout=10s", "-s", script, server.url(question)]);
  clearInterval(watch);
  const [requests, microseconds, p50, p99, errors] = output.match(/RESULT (.*)/)[1].split(" ").map(Number);
  if (errors > 0) {
    throw new Error(`${server.name} failed ${errors} times of ${requests} at ${question}`);
  }
  return {
    perSecond: (requests / microseconds) * 1e6,
    p50: requests ? p50 / 1000 : NaN,
    p99: requests ? p99 / 1000 : NaN,
    // Per thousand requests, because faster servers handle more requests in the same time.
    serverTime: ((server.processorTime() - before[0]) / requests) * 1000,
    postgresTime: ((postgresProcessorTime(postgres.pid) - before[1]) / requests) * 1000,
    resident,
  };
}

function run(command, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}`))));
  });
}
