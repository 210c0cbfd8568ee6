// Measures the registry and its peers; started by src/bench/run.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "./load.mjs";
import { Postgres } from "./postgres.mjs";
import { askedOf, canonical, questions } from "./questions.mjs";
import { growth, summary, table } from "./report.mjs";
import { servers, token } from "./servers.mjs";

const { BENCH_WORK: work, BENCH_POSTGRES: binaries, BENCH_JAVA: java, BENCH_APP: app,
  BENCH_NATIVE: native, BENCH_BASELINE: before } = process.env;
const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const rounds = number("BENCH_ROUNDS", 3);
const seconds = number("BENCH_SECONDS", 8);
const warmUp = number("BENCH_WARM_UP", 20);
const sizes = (process.env.BENCH_SIZES ?? "10000,1000000").split(",").map(Number);
const port = number("BENCH_PORT", 62550);
const only = process.env.BENCH_QUESTIONS?.split(",");

// The options with which the image starts its JVM.
const [, options] = readFileSync(join(import.meta.dirname, "../main/docker/Dockerfile.jvm"), "utf8").match(/JDK_JAVA_OPTIONS="(.+)"/);
const heap = options.split(" ");
const service = (directory) => ({ heap, command: [java, ...heap, "-jar", join(directory, "quarkus-run.jar")] });
const registry = service(app);
const classPath = [join(work, "classes"), ...readdirSync(join(app, "lib/main")).map((jar) => join(app, "lib/main", jar))].join(":");
const postgres = new Postgres({ binaries, work, port: number("BENCH_POSTGRES_PORT", 62543) });

async function ask(server, name, question, authorization) {
  const { query, variables } = askedOf(question, server);
  const response = await fetch(server.url(name), {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(authorization ? { Authorization: `Bearer ${authorization}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const body = await response.json();
  if (!body.data || body.errors) {
    throw new Error(`${server.name}, ${name}: ${JSON.stringify(body).slice(0, 500)}`);
  }
  return body.data;
}

/** The records that the questions refer to; every caller can read them. */
async function sample(database, list, authorization) {
  const [{ id: record }] = await postgres.query(database,
    "SELECT id FROM vault.partner_firm WHERE label = 0 ORDER BY legal_name, id OFFSET 10 LIMIT 1");
  const [deep] = await postgres.query(database, `SELECT id, legal_name AS name FROM vault.partner_firm WHERE label = 0
    ORDER BY legal_name, id OFFSET (SELECT count(*) * 9 / 10 FROM vault.partner_firm WHERE label = 0) LIMIT 1`);
  const name = JSON.stringify(deep.name);
  const cursor = async (kind, query) => {
    const server = list.find((each) => each.kind === kind);
    const [connection] = Object.values(await ask(server, "deep", { [kind]: { query } }, authorization));
    return connection.edges[0].cursor;
  };
  return {
    record,
    deepName: deep.name,
    deepId: deep.id,
    deepCursor: await cursor("registry",
      `{ partnerFirms(first: 1, orderBy: [{field: LEGAL_NAME}], where: {legalName: {eq: ${name}}}) { edges { cursor } } }`),
    deepPostgraphileCursor: await cursor("postgraphile",
      `{ allPartnerFirms(first: 1, orderBy: [LEGAL_NAME_ASC, ROW_ID_ASC], condition: {legalName: ${name}}) { edges { cursor } } }`),
  };
}

/** Writes the statements that the registry sends for each question to files, for the limit and the floor. */
async function spy(list, database, directory) {
  mkdirSync(directory, { recursive: true });
  const server = list.find(({ kind }) => kind === "registry");
  const postgraphile = list.find(({ kind }) => kind === "postgraphile");
  // Statements that seal the log must not be among them.
  const { environment } = server;
  server.environment = { ...environment, REGISTRY_AUDIT_SEAL_EVERY: "24h" };
  await postgres.query("postgres", "ALTER ROLE registry_app SET log_statement = 'all'");
  try {
    await Promise.all([server.start(), postgraphile.start()]);
    for (const [name, question] of Object.entries(questions(await sample(database, [server, postgraphile])))) {
      const sent = await postgres.statementsDuring(() => ask(server, name, question));
      // In these questions, each level below the first has one statement; the first and last round trips have others, too.
      const trips = [[]];
      for (const { text } of sent) {
        (text.includes("unnest(") ? trips[trips.push([]) - 1] : trips.at(-1)).push(text.replace(/\$\d+/g, "?"));
      }
      writeFileSync(join(directory, `${name}.sql`), trips.map((texts) => texts.join("; ")).join("\n"));
      // A level below the first has one parameter: the keys of the rows above.
      const first = sent.filter(({ text }) => !text.includes("unnest("));
      writeFileSync(join(directory, `${name}.values`), first.flatMap(({ values }) => values).join("\n"));
    }
  } finally {
    server.environment = environment;
    await Promise.all([server.stop(), postgraphile.stop()]);
    await postgres.query("postgres", "ALTER ROLE registry_app RESET log_statement");
  }
}

/** Requires that all servers return the same data, in whatever structure. */
async function agree(list, asked, authorization) {
  for (const [name, question] of Object.entries(asked)) {
    const answers = new Map();
    for (const server of list.filter((each) => each.answers(name))) {
      const answer = askedOf(question, server).answer(await ask(server, name, question, authorization));
      answers.set(server.name, JSON.stringify(canonical(answer)));
    }
    const [[first, expected], ...others] = answers;
    for (const [other, actual] of others) {
      if (actual !== expected) {
        throw new Error(`${name}: ${other} and ${first} differ:\n${actual.slice(0, 2000)}\n${expected.slice(0, 2000)}`);
      }
    }
    console.error(`${name}: ${answers.size} servers agree on ${expected.length} characters`);
  }
}

async function measure(list, asked, authorization) {
  const results = Object.fromEntries(Object.keys(asked).map((name) => [name, new Map(
    list.filter((server) => server.answers(name)).map((server) => [server.name, []]))]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, question] of Object.entries(asked)) {
      for (const server of list.filter((each) => each.answers(name))) {
        const { query, variables } = askedOf(question, server);
        const result = await load(server, name, JSON.stringify({ query, variables }), {
          // Round 0 is the warm-up.
          seconds: round === 0 ? Math.ceil(warmUp / Object.keys(asked).length) : seconds,
          token: authorization, postgres, work });
        if (round > 0) {
          results[name].get(server.name).push(result);
        }
        console.error(`round ${round}, ${name}, ${server.name}: ${Math.round(result.perSecond)}/s`);
      }
    }
  }
  return results;
}

async function compare(firms, caller) {
  const database = await postgres.database(firms, registry);
  // For the first size only, because the baseline needs a database of its own, without later migrations.
  const baseline = before && firms === sizes[0]
    ? { ...service(before), database: await postgres.database(firms, service(before), "_before") } : undefined;
  const authorization = caller === "public" ? undefined : token();
  const [{ readable }] = caller === "public" ? [{}] : await postgres.query(database, `SELECT current_setting('registry.readable')
    AS readable FROM (SELECT registry.set_caller('https://issuer.example', 'bench', 4, 'LT', '{AMBER,BASALT}') OFFSET 0) AS entered`);
  const statements = join(work, "statements");
  const list = servers({ postgres, database, registry, baseline, native, classPath, statements, work, port, readable });
  if (!readable) {
    await spy(list, database, statements);
  }
  try {
    await Promise.all(list.map((server) => server.start()));
    const asked = questions(await sample(database, list, authorization));
    await agree(list, asked, authorization);
    const measured = Object.fromEntries(Object.entries(asked).filter(([name]) => !only || only.includes(name)));
    const results = await measure(list, measured, authorization);
    console.log(`\n## ${firms} firms, ${caller} caller\n`);
    for (const [name, question] of Object.entries(measured)) {
      console.log(table(question.title, new Map([...results[name]].map(([server, each]) => [server, summary(each)]))));
    }
    return new Map(Object.keys(measured).map((name) => [name, summary(results[name].get("registry"))]));
  } finally {
    await Promise.all(list.map((server) => server.stop()));
  }
}

mkdirSync(work, { recursive: true });
postgres.start();
try {
  const costs = new Map();
  for (const firms of sizes) {
    costs.set(firms, await compare(firms, "public"));
  }
  if (process.env.BENCH_CLEARED) {
    await compare(sizes[0], "cleared");
  }
  if (sizes.length > 1) {
    console.log(growth(costs));
  }
} finally {
  postgres.stop();
}
