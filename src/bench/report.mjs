// Medians over rounds, as tables in Markdown.

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The medians of what rounds measured. */
export function summary(rounds) {
  return Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]));
}

/** A number with so many decimals; none of a server that answered nothing within a measurement. */
const decimal = (value, decimals) => Number.isFinite(value) ? value.toFixed(decimals) : "–";

/** A table for each question: a row for each server, with the registry's requests per second in proportion to its. */
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

/** What the registry's answers cost at the last size, in proportion to the first. */
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
