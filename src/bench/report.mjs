// Reports medians over rounds as tables in Markdown.

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The medians of the measurements over all rounds. */
export function summary(rounds) {
  return Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]));
}

/** A number with a fixed number of decimals; a dash if the server returned no response during a measurement. */
const decimal = (value, decimals) => Number.isFinite(value) ? value.toFixed(decimals) : "–";

/** The table of a question: one row per server, with the ratio of the registry's requests per second to the server's. */
export function table(title, results, registry = "registry") {
  const lines = [`### ${title}`, "",
    "| server | requests/s | p50 ms | p99 ms | server CPU s per 1,000 | PostgreSQL CPU s per 1,000 | resident MB | registry is |",
    "|---|--:|--:|--:|--:|--:|--:|--:|"];
  const own = results.get(registry);
  for (const [server, it] of results) {
    const ratio = server === registry ? "" : `${decimal(own.perSecond / it.perSecond, 2)}×`;
    lines.push(`| ${server} | ${Math.round(it.perSecond)} | ${decimal(it.p50, 1)} | ${decimal(it.p99, 1)} `
      + `| ${decimal(it.serverTime, 2)} | ${decimal(it.postgresTime, 2)} | ${Math.round(it.resident)} | ${ratio} |`);
  }
  return `${lines.join("\n")}\n`;
}

/** The table of the registry's cost per request at the last size, relative to the first. */
export function growth(costs) {
  const [[smallest, small], [largest, large]] = [[...costs][0], [...costs].at(-1)];
  const lines = [`## The registry at ${largest} firms in proportion to ${smallest}`, "",
    "| question | time a request | CPU a request, server and PostgreSQL |", "|---|--:|--:|"];
  for (const [name, it] of large) {
    const before = small.get(name);
    const cpu = (it.serverTime + it.postgresTime) / (before.serverTime + before.postgresTime);
    lines.push(`| ${name} | ${(before.perSecond / it.perSecond).toFixed(2)}× | ${cpu.toFixed(2)}× |`);
  }
  return lines.join("\n");
}
